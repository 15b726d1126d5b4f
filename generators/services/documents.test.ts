import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { documentFrom, filesOf, SMALL_SHOP } from '../testing/documents.ts';
import { EVERYTHING } from './testing/documents.ts';
import { AMBIGUOUS_NAMES } from './testing/names.ts';

const SHOP = readFileSync(join(import.meta.dirname, '../../samples/shop.arch.yaml'), 'utf8');
const systems = [
  { name: 'the shop', text: SHOP },
  { name: 'a small shop', text: SMALL_SHOP },
  { name: 'a system that uses everything', text: EVERYTHING },
  { name: 'a system of ambiguous names', text: AMBIGUOUS_NAMES },
];

const require = createRequire(import.meta.url);
const schema = JSON.parse(
  readFileSync(require.resolve('@asyncapi/specs/schemas/3.0.0.json'), 'utf8'),
) as object;
// The schema of AsyncAPI uses keywords that only its own tools know.
const keepsToAsyncapi = addFormats
  .default(
    new Ajv({ meta: false, validateSchema: false, strict: false, allErrors: true, validateFormats: true }),
  )
  .compile(schema);

interface AsyncDocument {
  channels: Record<string, { address: string; messages: Record<string, { $ref: string }> }>;
  operations: Record<string, { action: string; channel: { $ref: string }; messages: { $ref: string }[] }>;
  components: { messages: Record<string, { payload: object }> };
}

function documentsOf(text: string, kind: 'openapi' | 'asyncapi') {
  return [...filesOf(documentFrom(text), ['services'])]
    .filter(([path]) => path.startsWith(`services/contracts/${kind}/`))
    .map(([path, { content }]) => ({ path, document: JSON.parse(content) as Record<string, unknown> }));
}

describe.each(systems)('documents of $name', ({ text }) => {
  it('keep to the schema of OpenAPI, and refer to nothing that is missing', async () => {
    const documents = documentsOf(text, 'openapi');
    expect(documents.length).toBeGreaterThan(0);
    for (const { path, document } of documents) {
      const result = await new Validator().validate(document);
      expect(result, path).toMatchObject({ valid: true });
    }
  });

  it('keep to the schema of AsyncAPI, and refer to nothing that is missing', () => {
    const documents = documentsOf(text, 'asyncapi');
    expect(documents.length).toBeGreaterThan(0);
    for (const { path, document } of documents) {
      keepsToAsyncapi(document);
      expect(keepsToAsyncapi.errors ?? [], path).toEqual([]);
      for (const [, pointer = ''] of JSON.stringify(document).matchAll(/"\$ref":"#([^"]*)"/g))
        expect(at(document, pointer), pointer).toBeDefined();
    }
  });
});

describe('AsyncAPI', () => {
  const { document } = documentsOf(SMALL_SHOP, 'asyncapi')[0] ?? {};
  const { channels, operations, components } = document as unknown as AsyncDocument;

  it('says who sends and who receives a topic', () => {
    expect(Object.keys(channels)).toEqual(['order-placed']);
    expect(operations).toMatchObject({
      'orders.create.sends.order-placed': { action: 'send', channel: { $ref: '#/channels/order-placed' } },
      'payments.on-order.receives.order-placed': { action: 'receive' },
    });
  });

  it('holds the JSON Schema of each message', () => {
    expect(components.messages['order-placed']?.payload).toEqual({ type: 'object' });
    const shop = documentsOf(SHOP, 'asyncapi')[0]?.document as unknown as AsyncDocument;
    expect(shop.components.messages['payment-taken']?.payload).toMatchObject({
      required: ['orderId', 'paymentId'],
      properties: { orderId: { type: 'string' } },
    });
  });

  it('is refused by the schema where an operation does neither', () => {
    const wrong = structuredClone(document) as unknown as AsyncDocument;
    for (const operation of Object.values(wrong.operations)) operation.action = 'shout';
    expect(keepsToAsyncapi(wrong)).toBe(false);
  });
});

/** Value at a JSON pointer. */
function at(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);
}
