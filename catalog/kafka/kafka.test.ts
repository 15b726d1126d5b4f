import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { lint, parse } from '#model';
import { testContext } from '../testing/context.ts';
import { clusterId } from './cluster-id.ts';
import { plan } from './plan.ts';
import { serverProperties } from './properties.ts';
import { BROKER_CONFIGS } from './testing/broker-configs.ts';

const HEAD = 'archwright: 1\nname: s\ncomponents:\n';

/** Keys and values as Java reads them from properties, for lines without continuation. */
function propertiesIn(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const end = line.indexOf('=');
      return [line.slice(0, end), line.slice(end + 1).replace(/\\(.)/g, '$1')];
    }),
  );
}

describe('the settings of Kafka', () => {
  const settings = propertiesIn(serverProperties('bus'));

  it('are none but those that its documentation lists', () => {
    expect([...settings.keys()].filter((key) => !BROKER_CONFIGS.has(key))).toEqual([]);
  });

  it('open to services one listener only, where they log in, and tell them the name that they know', () => {
    const listeners = settings.get('listeners')?.split(',') ?? [];
    const open = listeners.filter((listener) => !listener.includes('localhost'));
    expect(open).toEqual(['CLIENTS://:9092']);
    expect(settings.get('listener.security.protocol.map')).toContain('CLIENTS:SASL_PLAINTEXT');
    expect(settings.get('advertised.listeners')).toContain('CLIENTS://bus:9092');
  });

  it('name every listener that they speak of', () => {
    const protocols = settings.get('listener.security.protocol.map')?.split(',') ?? [];
    const known = protocols.map((pair) => pair.split(':')[0]);
    const named = (settings.get('listeners') ?? '').split(',').map((listener) => listener.split(':')[0]);
    expect(known.toSorted()).toEqual(named.toSorted());
    expect(known).toContain(settings.get('inter.broker.listener.name'));
    expect(known).toContain(settings.get('controller.listener.names'));
  });
});

describe('the id of a cluster', () => {
  it('is 16 bytes, the same for the same name, and no option', () => {
    for (const name of ['shop/events', 'shop/event', 'a', '']) {
      const id = clusterId(name);
      expect(id).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
      expect(Buffer.from(id, 'base64url')).toHaveLength(16);
      expect(Buffer.from(id, 'base64url').toString('base64url')).toBe(id);
      expect(clusterId(name)).toBe(id);
    }
    expect(clusterId('shop/events')).not.toBe(clusterId('shop/event'));
  });
});

describe('the start script of Kafka', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'archwright-kafka-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prepares the volume, adds the account whatever its password, and starts the node', () => {
    const { files } = plan({ kind: 'stream' }, testContext('bus'));
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    for (const program of ['kafka-storage.sh', 'kafka-server-start.sh']) {
      writeFileSync(
        join(bin, program),
        `#!/bin/sh\necho "${program} $*" >> ${folder}/calls\nenv > ${folder}/env\n`,
      );
      chmodSync(join(bin, program), 0o755);
    }
    const here = (text: string) =>
      text
        .replaceAll('/tmp/', `${folder}/completed-`)
        .replaceAll('/opt/kafka/bin', bin)
        .replaceAll('/etc/kafka', folder);
    for (const { mountPath, content } of files)
      writeFileSync(
        mountPath.replace('/etc/kafka', folder),
        mountPath.endsWith('.sh') ? here(content) : content,
      );
    const password = String.raw`a"b\c $d`;
    execFileSync('/bin/sh', [join(folder, 'start.sh')], {
      env: { ...process.env, BROKER_PASSWORD: password },
    });

    const completed = `${folder}/completed-server.properties`;
    expect(readFileSync(join(folder, 'calls'), 'utf8').split('\n')).toEqual([
      `kafka-storage.sh format --ignore-formatted --cluster-id ${clusterId('shop/bus')} --config ${completed}`,
      `kafka-server-start.sh ${completed}`,
      '',
    ]);
    const jaas = propertiesIn(readFileSync(completed, 'utf8')).get(
      'listener.name.clients.plain.sasl.jaas.config',
    );
    // The login configuration, too, takes a backslash for an escape.
    expect(/user_app="((?:\\.|[^"\\])*)";$/.exec(jaas ?? '')?.[1]?.replace(/\\(.)/g, '$1')).toBe(password);
    expect(readFileSync(join(folder, 'env'), 'utf8')).not.toContain(password);
  });
});

describe('rules of Kafka', () => {
  const told = (components: string) => {
    const parsed = parse(HEAD + components, catalog.vocabulary);
    expect(parsed.problems).toEqual([]);
    return lint(parsed.document, catalog.vocabulary, parsed.locate)
      .filter(({ code }) => code.startsWith('lint/kafka-'))
      .map(({ range, code, message }) => `${range.line} ${code} ${message}`);
  };
  const reader = '  r: { kind: service, scale: { max: 4 }, operations: { o: { consumes: k t } } }\n';

  it('warn of replicas that would get nothing', () => {
    expect(told(`${reader}  k: { kind: stream, topics: { t: { partitions: 2 } } }\n`)).toEqual([
      '5 lint/kafka-idle-replicas t has 2 partitions, and r may have 4 replicas that read it',
      '5 lint/kafka-unordered-topic t has 2 partitions and no field that tells which messages belong together',
    ]);
    const sound = '  k: { kind: stream, topics: { t: { partitions: 4, payload: { a: string, b: id } } } }\n';
    expect(told(reader + sound)).toEqual([]);
  });

  it('mend what they can', () => {
    const parsed = parse(`${HEAD}${reader}  k: { kind: stream, topics: { t: } }\n`, catalog.vocabulary);
    const [found] = lint(parsed.document, catalog.vocabulary, parsed.locate).filter(
      ({ code }) => code === 'lint/kafka-idle-replicas',
    );
    expect(found?.fixes?.[0]?.edits).toEqual([
      { type: 'set', path: ['components', 'k', 'topics', 't', 'partitions'], value: 4 },
    ]);
  });
});
