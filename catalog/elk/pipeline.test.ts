import { describe, expect, it } from 'vitest';
import { type Plugin, readPipeline, type Statement } from '../testing/logstash.ts';
import { logstashPipeline } from './pipeline.ts';

const text = logstashPipeline('logs');
const sections = readPipeline(text);
const everything = (statements: readonly Statement[]): Plugin[] =>
  statements.flatMap((one) =>
    'plugin' in one ? [one] : one.branches.flatMap(({ body }) => everything(body)),
  );
const filters = everything(sections.filter ?? []);
const settingsOf = (plugin: string, setting: string) =>
  filters
    .filter((one) => one.plugin === plugin)
    .flatMap(({ settings }) => settings.filter(([name]) => name === setting).map(([, value]) => value));

/** Settings that the plugins document, as far as they are used. */
const DOCUMENTED: Record<string, string[]> = {
  beats: ['port'],
  json: ['source', 'target', 'tag_on_failure'],
  drop: [],
  date: ['match', 'tag_on_failure'],
  mutate: ['replace', 'rename', 'copy', 'remove_field', 'gsub'],
  elasticsearch: [
    'hosts',
    'user',
    'password',
    'data_stream',
    'data_stream_type',
    'data_stream_dataset',
    'data_stream_namespace',
  ],
};

describe("Logstash's pipeline", () => {
  it('goes from Filebeat to Elasticsearch, by plugins and settings that there are', () => {
    expect(Object.keys(sections)).toEqual(['input', 'filter', 'output']);
    const all = Object.values(sections).flatMap(everything);
    expect(all.at(0)?.plugin).toBe('beats');
    expect(all.at(-1)?.plugin).toBe('elasticsearch');
    for (const { plugin, settings } of all)
      for (const [name] of settings) expect(DOCUMENTED[plugin], plugin).toContain(name);
  });

  it('drops what probes left', () => {
    const conditions = (sections.filter ?? []).flatMap((one) =>
      'branches' in one
        ? one.branches.flatMap(({ body }) =>
            body.flatMap((inner) => ('branches' in inner ? inner.branches : [])),
          )
        : [],
    );
    const dropping = conditions.find(({ body }) =>
      body.some((one) => 'plugin' in one && one.plugin === 'drop'),
    );
    expect(dropping?.condition).toBe('[line][req][url] in [ "/healthz" , "/readyz" , "/metrics" ]');
  });

  it('gives fields the names of the Elastic Common Schema', () => {
    const renamed = settingsOf('mutate', 'rename').flatMap((value) =>
      typeof value === 'object' && 'hash' in value ? value.hash : [],
    );
    expect(Object.fromEntries(renamed)).toMatchObject({
      '[line][level]': '[log][level]',
      '[line][service]': '[service][name]',
      '[line][trace_id]': '[trace][id]',
      '[line][span_id]': '[span][id]',
      '[line][err][stack]': '[error][stack_trace]',
    });
  });

  it.each([
    ['authorization: Bearer abcdef0123456789', 'authorization: Bearer [redacted]'],
    ['login with password=hunter2 failed', 'login with password=[redacted] failed'],
    ['"token": "abc", "user": "eve"', '"token": [redacted], "user": "eve"'],
    ['postgres://app:s3cret@db:5432/x', 'postgres://app:[redacted]@db:5432/x'],
    ['the basic idea of a token bucket', 'the basic idea of a token bucket'],
  ])('takes secrets out of text: %s', (given, expected) => {
    const [rules = []] = settingsOf('mutate', 'gsub');
    const parts = (rules as string[]).slice(0, (rules as string[]).length / 2);
    let result = given;
    for (let index = 0; index < parts.length; index += 3) {
      const [field, pattern = '', replacement = ''] = parts.slice(index, index + 3);
      expect(field).toBe('message');
      // Ruby's way to say that case does not matter, and to name a group.
      const expression = new RegExp(pattern.replace('(?i)', ''), pattern.startsWith('(?i)') ? 'gi' : 'g');
      result = result.replace(expression, replacement.replace(/\\(\d)/g, '$$$1'));
    }
    expect(result).toBe(expected);
  });

  it('reads its password from the environment', () => {
    expect(text).toContain(`password => "\${ELASTICSEARCH_PASSWORD}"`);
  });
});

describe('reading pipelines', () => {
  it.each([
    'input { beats { port 5044 } }',
    'filter { mutate { rename => { "a" "b" } } }',
    'filter { if { drop { } } }',
    'filter { mutate { gsub => ["a" "b"] } }',
    'inputs { }',
    'input { stdin { }',
    'filter { grok { match => "it"s" } }',
  ])('refuses %s', (wrong) => {
    expect(() => readPipeline(wrong)).toThrow(SyntaxError);
  });

  it('knows else and nested values', () => {
    expect(
      readPipeline(
        'filter { if [a] == "b" { drop { } } else if ![c] { drop { } } else { x { y => [1, { k => v }] } } } # end',
      ),
    ).toEqual({
      filter: [
        {
          branches: [
            { condition: '[a] == "b"', body: [{ plugin: 'drop', settings: [] }] },
            { condition: '! [c]', body: [{ plugin: 'drop', settings: [] }] },
            { condition: '', body: [{ plugin: 'x', settings: [['y', [1, { hash: [['k', 'v']] }]]] }] },
          ],
        },
      ],
    });
  });
});
