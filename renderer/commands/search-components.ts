import type { Component } from '#model';

/** Most components that one search lists; typing on narrows them. */
const MOST = 12;

/** Components whose name holds what was typed, those that start with it first, then the shortest. None where nothing is typed. */
export function searchComponents(
  components: Readonly<Record<string, Component>>,
  query: string,
): { name: string; component: Component }[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  return Object.entries(components)
    .filter(([name]) => name.includes(wanted))
    .sort(([a], [b]) => Number(b.startsWith(wanted)) - Number(a.startsWith(wanted)) || a.length - b.length)
    .slice(0, MOST)
    .map(([name, component]) => ({ name, component }));
}
