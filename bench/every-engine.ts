import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalog } from '#catalog';
import { type ArchDocument, applyEdit, type Component, parse } from '#model';

const SAMPLE = fileURLToPath(new URL('../samples/everything.arch.yaml', import.meta.url));
/** One of these is enough for a system of any size. */
const ONCE = new Set<Component['kind']>(['monitoring', 'discovery']);

/** A system over all engines: the sample of everything again and again, each time under other names. */
export function everyEngine(components: number): ArchDocument {
  const sample = parse(readFileSync(SAMPLE, 'utf8'), catalog.vocabulary);
  const whole: ArchDocument = {
    ...sample.document,
    components: {},
    connections: [],
    layouts: {},
    canvas: {},
  };
  for (let copy = 0; ; copy += 1) {
    const { document } = renamed(sample, copy);
    whole.connections.push(...document.connections);
    for (const [name, component] of Object.entries(document.components)) {
      if (copy > 0 && ONCE.has(component.kind)) continue;
      whole.components[name] = component;
      if (Object.keys(whole.components).length === components) return closed(whole);
    }
  }
}

function renamed(sample: ReturnType<typeof parse>, copy: number): ReturnType<typeof parse> {
  let parsed = sample;
  for (const from of Object.keys(sample.document.components)) {
    const edit = { type: 'rename-component' as const, from, to: `${from}-${copy}` };
    const result = applyEdit(parsed, edit, catalog.vocabulary);
    if (!result.ok) throw new Error(result.problem.message);
    parsed = result.parsed;
  }
  return parsed;
}

/** Without connections to what was cut off. */
function closed(document: ArchDocument): ArchDocument {
  const has = (name: string) => Object.hasOwn(document.components, name);
  return { ...document, connections: document.connections.filter(({ from, to }) => has(from) && has(to)) };
}
