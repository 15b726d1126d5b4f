import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hostileText } from '../testing/arbitrary.ts';
import { documentFrom, filesOf, SMALL_SHOP } from '../testing/documents.ts';
import { Contracts } from './testing/contracts.ts';
import { type Answer, type Asked, K6Double, type Script } from './testing/k6.ts';

const ROOT = join(import.meta.dirname, '../..');
const SHOP = readFileSync(join(ROOT, 'samples/shop.arch.yaml'), 'utf8');
/** Every type of field, in paths, queries and bodies; and names that mean something to k6. */
const ODD = `
archwright: 1
name: odd
components:
  people:
    kind: client
    workload: { rate: 90/m, mix: { handle.summary: 50%, handle.list: 20%, handle.drop: 10%, handle.patch: 10%, direct.ask: 7%, handle.nothing: 3% } }
  gate: { kind: gateway, routes: { /things: handle } }
  handle:
    kind: service
    operations:
      summary: { http: "POST /things/{thingId}/parts", input: { thingId: id, when: timestamp, on: boolean, size: { width: number, tags: "string[]", of: [{ partId: id, count: integer }] } }, output: { partId: id } }
      list: { http: GET /things, output: [{ thingId: id, name: string }] }
      drop: { http: "DELETE /things/{thingId}", input: { thingId: id, reason: string } }
      patch: { http: "PATCH /things/{thingId}", input: { thingId: id } }
      nothing: { consumes: news made }
  direct: { kind: service, operations: { ask: { http: GET /ask, input: { a: integer, b: boolean, c: timestamp } } } }
  news: { kind: queue }
`;

const scriptOf = (text: string, client = 'storefront', layout?: string) =>
  filesOf(documentFrom(text), ['loadtest'], layout).get(`loadtest/${client}.js`)?.content ?? '';

/** A value that keeps to a schema. */
function sample(schema: Record<string, unknown>): unknown {
  if (schema.type === 'array') return [sample(schema.items as Record<string, unknown>)];
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties as Record<string, Record<string, unknown>>).map(([name, inner]) => [
        name,
        inner.type === 'string' ? `real-${name}` : sample(inner),
      ]),
    );
  return schema.type === 'boolean' ? true : schema.type === 'string' ? 'text' : 1;
}

let double: K6Double;
afterEach(() => double?.remove());

/** Runs every scenario a few times, as k6 would after the setup. */
function runAll(script: Script, times = 3): Record<string, string[]> | undefined {
  const ids = script.setup?.();
  for (const { exec } of Object.values(script.options.scenarios))
    for (let time = 0; time < times; time++) (script[exec] as (data: unknown) => unknown)(ids);
  return ids;
}

function withContracts(text: string, answers?: (asked: Asked) => Answer) {
  const contracts = new Contracts(documentFrom(text));
  double = new K6Double((asked) => {
    if (answers !== undefined) return answers(asked);
    const { status, schema } = contracts.answerTo(asked);
    return { status, content: schema === undefined ? undefined : sample(schema as Record<string, unknown>) };
  });
  return contracts;
}

describe.each([
  { name: 'the shop', text: SHOP, client: 'storefront', operations: 5 },
  { name: 'a system of odd names', text: ODD, client: 'people', operations: 5 },
  { name: 'the small shop', text: SMALL_SHOP, client: 'browser', operations: 1 },
])('load test of $name', ({ text, client, operations }) => {
  it('makes requests that keep to the contracts, and no others', async () => {
    const contracts = withContracts(text);
    const script = await double.load(scriptOf(text, client));
    runAll(script);
    expect(double.asked.length).toBeGreaterThanOrEqual(3 * operations);
    for (const asked of double.asked) expect(contracts.problemsOf(asked), JSON.stringify(asked)).toEqual([]);
    expect(double.checks.every(({ passed }) => passed)).toBe(true);
  });

  it('gives no id where a system has none to give, and goes on', async () => {
    const contracts = withContracts(text, () => ({ status: 500 }));
    runAll(await double.load(scriptOf(text, client)));
    for (const asked of double.asked) expect(contracts.problemsOf(asked)).toEqual([]);
    expect(double.checks.some(({ passed }) => passed)).toBe(false);
  });

  it("is accepted by the compiler against k6's own types", () => {
    const folder = mkdtempSync(join(tmpdir(), 'archwright-k6-types-'));
    try {
      mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules/@types/k6'), join(folder, 'node_modules/@types/k6'));
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(folder, 'script.js'), scriptOf(text, client));
      const options = [
        '--allowJs',
        '--checkJs',
        '--noEmit',
        '--strict',
        '--target',
        'es2023',
        '--lib',
        'es2023',
        '--module',
        'esnext',
        '--moduleResolution',
        'bundler',
        '--types',
        'k6',
      ];
      const { status, stdout } = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), [...options, 'script.js'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect([status, stdout]).toEqual([0, '']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('load test', () => {
  it('arrives at the rates of the document, whatever they are scaled by', async () => {
    withContracts(SHOP);
    const { options } = await double.load(scriptOf(SHOP), { SCALE: '2', P95_MS: '250' });
    expect(options.scenarios['catalog_list-products']).toMatchObject({
      executor: 'constant-arrival-rate',
      exec: 'catalogListProducts',
      rate: 2 * 18 * 3600,
      timeUnit: '1h',
    });
    const total = Object.values(options.scenarios).reduce((sum, { rate }) => sum + rate, 0);
    expect(total).toBe(2 * 40 * 3600);
    expect(options.thresholds['http_req_duration{operation:orders.create-order}']).toEqual(['p(95)<250']);
  });

  it('asks for what is there: products that were listed, orders that were made', async () => {
    withContracts(SHOP);
    const script = await double.load(scriptOf(SHOP));
    expect(runAll(script)).toEqual({
      productId: ['real-productId'],
      orderId: Array.from({ length: 10 }, () => 'real-orderId'),
    });
    expect(double.asked.map(({ url }) => url)).toContain('http://localhost:8080/orders/real-orderId');
    expect(double.asked.find(({ method }) => method === 'POST')?.body).toEqual({
      customerId: expect.stringMatching(/^customerId-\d+$/),
      productId: 'real-productId',
      quantity: 1,
    });
  });

  it('goes to the gateway, or to the service where no gateway routes; at the address that is given', async () => {
    withContracts(ODD);
    runAll(
      await double.load(scriptOf(ODD, 'people'), { BASE_URL: 'https://all', DIRECT_URL: 'https://direct' }),
      1,
    );
    expect([...new Set(double.asked.map(({ url }) => new URL(url).host))].sort()).toEqual(['all', 'direct']);
  });

  it('tags every request with its operation, and counts it under that name', async () => {
    withContracts(SHOP);
    runAll(await double.load(scriptOf(SHOP)), 1);
    for (const { params } of double.asked) expect(params.tags.name).toBe(params.tags.operation);
    expect(new Set(double.checks.map(({ tags }) => tags.operation)).size).toBe(5);
  });

  it('is the same in every layout, and there is none without a workload', () => {
    expect(scriptOf(SHOP, 'storefront', 'monolith')).toBe(scriptOf(SHOP));
    expect(
      filesOf(documentFrom('archwright: 1\nname: s\ncomponents: { a: { kind: client } }\n'), ['loadtest'])
        .size,
    ).toBe(0);
  });

  it('stays a script whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (about, note) => {
        const document = documentFrom(
          JSON.stringify({
            archwright: 1,
            name: 's',
            components: {
              people: {
                kind: 'client',
                description: about,
                workload: { rate: '1/s', mix: { 'a.b': '100%' } },
              },
              a: {
                kind: 'service',
                description: note,
                operations: { b: { description: note, http: 'GET /b' } },
              },
            },
          }),
        );
        const one = new K6Double(() => ({ status: 204 }));
        try {
          const script = await one.load(
            filesOf(document, ['loadtest']).get('loadtest/people.js')?.content ?? '',
          );
          runAll(script, 1);
          expect(Object.keys(script).sort()).toEqual(['aB', 'options']);
          expect(one.asked.map(({ url }) => url)).toEqual(['http://localhost:8080/b']);
        } finally {
          one.remove();
        }
      }),
      { numRuns: 40 },
    );
  });
});
