import { schemaOf } from '../parse/component.ts';
import { keysOfSchema } from '../parse/schema-keys.ts';
import type { Path } from '../problem.ts';
import { documentFrame } from '../schema/document.ts';
import { KINDS, type Kind } from '../schema/kinds/index.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { findNode } from '../source/locate.ts';
import type { Source } from '../source/source.ts';
import type { OrderOf } from './put.ts';

/** Orders keys as the format declares them, for every map whose keys are fixed. */
export function formatOrder(source: Source, vocabulary: Vocabulary): OrderOf {
  return (path) => {
    if (path[0] !== 'components' || path.length < 2) return keysOfSchema(documentFrame, path);
    const component = findNode(source, path.slice(0, 2))?.node.value as
      | { kind?: unknown; engine?: unknown }
      | null
      | undefined;
    const kind = component?.kind;
    if (typeof kind !== 'string' || !(KINDS as string[]).includes(kind)) return [];
    return ['kind', 'engine', ...fieldsOf(kind as Kind, component?.engine, vocabulary, path.slice(2))];
  };
}

function fieldsOf(kind: Kind, engine: unknown, vocabulary: Vocabulary, path: Path): readonly string[] {
  const engines = vocabulary.enginesOf(kind);
  const known = typeof engine === 'string' && engines.includes(engine) ? engine : engines[0];
  return keysOfSchema(schemaOf(kind, known, vocabulary), path);
}
