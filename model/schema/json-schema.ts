import { z } from 'zod';
import { componentSchema, connection, documentFrame, layout, position } from './document.ts';
import { KINDS } from './kinds/index.ts';
import { dnsLabel } from './quantity.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * JSON Schema of the whole format, for editors.
 *
 * @param vocabulary the engines that exist
 * @returns a JSON Schema (2020-12)
 */
export function jsonSchema(vocabulary: Vocabulary): object {
  const components = KINDS.flatMap((kind) => {
    const engines = vocabulary.enginesOf(kind);
    return (engines.length === 0 ? [undefined] : engines).map((engine) =>
      componentSchema(kind, engine, vocabulary),
    );
  });
  const document = documentFrame.extend({
    components: z.record(dnsLabel(), z.union(components as unknown as [z.ZodType, z.ZodType])).optional(),
    connections: z.array(connection).optional(),
    layouts: z.record(dnsLabel(), layout).optional(),
    canvas: z.record(dnsLabel(), position).optional(),
  });
  return z.toJSONSchema(document, { io: 'input', unrepresentable: 'any', reused: 'ref' });
}
