import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSync } from '@grpc/proto-loader';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { hostileText } from '../../testing/arbitrary.ts';
import { documentFrom, filesOf } from '../../testing/documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'archwright-proto-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WORDS = [
  'message',
  'optional',
  'repeated',
  'string',
  'item',
  'Item',
  'items',
  'Constructor',
  'toString',
];
const field = fc
  .oneof(fc.constantFrom(...WORDS), fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/))
  .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
const scalar = fc.constantFrom('id', 'string[]', 'integer', 'number', 'boolean', 'timestamp');
const { shape } = fc.letrec<{ shape: Record<string, unknown> }>((tie) => ({
  shape: fc.dictionary(
    field,
    fc.oneof({ maxDepth: 2, withCrossShrink: true }, scalar, tie('shape'), fc.tuple(tie('shape'))),
    { minKeys: 1, maxKeys: 4 },
  ),
}));

/** The `.proto` file of a service that gRPC is spoken to. */
function protoOf(name: string, operations: object): string | undefined {
  const document = documentFrom(
    JSON.stringify({
      archwright: 1,
      name: 'odd',
      components: { caller: { kind: 'service' }, [name]: { kind: 'service', operations } },
      connections: [{ from: 'caller', to: name, protocol: 'grpc' }],
    }),
  );
  return filesOf(document, ['services']).get(`services/contracts/proto/${name}.proto`)?.content;
}

describe('a .proto file', () => {
  it('has the form that people know', () => {
    const charge = {
      description: 'Takes money.',
      input: { orderId: 'id', lines: [{ sku: 'string' }], product_id: 'id', productId: 'id' },
      output: { at: 'timestamp', cents: 'integer' },
    };
    expect(protoOf('payments', { charge })).toMatchInlineSnapshot(`
      "// Written by Archwright from the document: change it there.
      //
      // Timestamps are texts (RFC 3339), as in JSON. An optional field that is absent is null in JSON. A number follows
      // from its field's name alone, so that it stays when other fields come, go or change places.
      syntax = "proto3";

      package odd.payments.v1;

      // What payments offers.
      service PaymentsService {
        // Takes money.
        rpc Charge(ChargeRequest) returns (ChargeResponse);
      }

      message ChargeRequest {
        string order_id = 156005;
        message Lines {
          string sku = 49283;
        }
        repeated Lines lines = 119381;
        string product_id_167724 = 167724 [json_name = "product_id"];
        string product_id_138692 = 138692 [json_name = "productId"];
      }

      message ChargeResponse {
        string at = 170623;
        int64 cents = 101713;
      }
      "
    `);
  });

  it('is read whatever people write', () => {
    fc.assert(
      fc.property(shape, shape, hostileText, (input, output, description) => {
        const operations = { 'do-it': { description, input, output }, list: { output: [output] } };
        const file = join(folder, 'odd.proto');
        writeFileSync(file, protoOf('service', operations) ?? '');
        const definition = loadSync(file, { keepCase: true })['odd.service.v1.ServiceService'];
        expect(Object.keys(definition ?? {}).toSorted()).toEqual(['DoIt', 'List']);
      }),
      { numRuns: 50 },
    );
  });
});
