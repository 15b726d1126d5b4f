import { expect, it } from 'vitest';
import { catalog } from '#catalog';
import { lint, parse } from '#model';

const HEAD = 'archwright: 1\nname: s\ncomponents:\n';

/** What the engine's own rules say, as `LINE CODE MESSAGE`. */
function told(components: string): string[] {
  const parsed = parse(HEAD + components, catalog.vocabulary);
  return lint(parsed.document, catalog.vocabulary, parsed.locate)
    .filter(({ code }) => code.startsWith('lint/nats-'))
    .map(({ range, code, message }) => `${range.line} ${code} ${message}`);
}

it('warns of messages that are too large for it', () => {
  expect(told('  q: { kind: queue, engine: nats, max-payload: 64Mi }\n')).toEqual([
    '4 lint/nats-large-payload "q" allows messages of 64Mi',
  ]);
  expect(told('  q: { kind: queue, engine: nats, max-payload: 8Mi }\n')).toEqual([]);
});

it('refuses topics that the server would refuse', () => {
  expect(told('  q: { kind: queue, engine: nats, topics: { a..b: {}, c.: {}, d.e: {} } }\n')).toEqual([
    '4 lint/nats-subject "a..b" has an empty word',
    '4 lint/nats-subject "c." has an empty word',
  ]);
});

it('leaves other brokers alone', () => {
  expect(told('  q: { kind: queue, engine: rabbitmq, topics: { a..b: {} } }\n')).toEqual([]);
});
