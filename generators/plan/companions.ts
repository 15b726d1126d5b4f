import type { ArchDocument } from '#model';
import { freeName } from '../text/names.ts';
import type { UnitMembers } from './units.ts';

/** Gives the units of further containers names that no component and no other unit has; the same ones every time. */
export function companionNames(document: ArchDocument, members: readonly UnitMembers[]) {
  const taken = new Set([...Object.keys(document.components), ...members.map(({ name }) => name)]);
  const known = new Map<string, string>();
  return (component: string, suffix: string): string => {
    const key = `${component} ${suffix}`;
    const name = known.get(key) ?? freeName(`${component}-${suffix}`, taken);
    taken.add(name);
    known.set(key, name);
    return name;
  };
}
