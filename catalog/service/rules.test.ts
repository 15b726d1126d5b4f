import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { applyEdit, lint, parse } from '#model';

const textWith = (connection: string) => `archwright: 1
name: x
components:
  orders: { kind: service, operations: { create: { calls: [legacy.do-it, payments.charge] } } }
  payments: { kind: service, operations: { charge: {} } }
  legacy: { kind: service, image: "acme/legacy:1" }
  other: { kind: service, image: "acme/other:1" }
connections:
  - ${connection}
`;

function findings(text: string) {
  const parsed = parse(text, catalog.vocabulary);
  const problems = lint(parsed.document, catalog.vocabulary, parsed.locate);
  return { parsed, found: problems.filter(({ code }) => code === 'lint/grpc-without-contract') };
}

describe('gRPC to existing software', () => {
  it('is warned of where a generated service is to speak it, and mended by REST', () => {
    const { parsed, found } = findings(textWith('{ from: orders, to: legacy, protocol: grpc }'));
    expect(found.map(({ path }) => path)).toEqual([['connections', 0, 'protocol']]);
    const [edit] = found[0]?.fixes?.[0]?.edits ?? [];
    if (edit === undefined) throw new Error('There is no fix.');
    const result = applyEdit(parsed, edit, catalog.vocabulary);
    expect(result.ok && findings(result.parsed.text).found).toEqual([]);
  });

  it.each([
    '{ from: orders, to: payments, protocol: grpc }',
    '{ from: other, to: legacy, protocol: grpc }',
    '{ from: orders, to: legacy }',
  ])('is no matter of %s', (connection) => {
    expect(findings(textWith(connection)).found).toEqual([]);
  });
});
