import { expect, it } from 'vitest';
import { catalog } from '#catalog';
import { lint, parse } from '#model';

const HEAD = 'archwright: 1\nname: s\ncomponents:\n';

/** What the engine's own rules say, as `LINE CODE MESSAGE`. */
function told(components: string): string[] {
  const parsed = parse(HEAD + components, catalog.vocabulary);
  return lint(parsed.document, catalog.vocabulary, parsed.locate)
    .filter(({ code }) => code.startsWith('lint/rabbitmq-'))
    .map(({ range, code, message }) => `${range.line} ${code} ${message}`);
}

it('warns of so little memory that publishers would be blocked from the start', () => {
  expect(told('  q: { kind: queue, engine: rabbitmq, resources: { memory: 128Mi } }\n')).toEqual([
    '4 lint/rabbitmq-memory "q" has 128Mi of memory',
  ]);
  expect(told('  q: { kind: queue, engine: rabbitmq, resources: { memory: 256Mi } }\n')).toEqual([]);
  expect(told('  q: { kind: queue, engine: nats, resources: { memory: 128Mi } }\n')).toEqual([]);
});

it('refuses queues whose names belong to the broker', () => {
  const reader = '  amq: { kind: service, operations: { o: { consumes: q t } } }\n';
  expect(told(`${reader}  q: { kind: queue, engine: rabbitmq }\n`)).toEqual([
    '4 lint/rabbitmq-reserved-name the queues of "amq" would begin with "amq."',
  ]);
  expect(told(`${reader}  q: { kind: queue, engine: nats }\n`)).toEqual([]);
});
