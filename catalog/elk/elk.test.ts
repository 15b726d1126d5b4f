import { spawnSync } from 'node:child_process';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { PlannedContainer } from '../container.ts';
import { testContext } from '../testing/context.ts';
import { elkDeployment } from './deployment.ts';
import { elasticsearch } from './elasticsearch.ts';

const context = testContext('logs', { addresses: { logs: { host: 'logs', port: 9200 } } });
const component = { kind: 'monitoring', engine: 'elk' } as const;
const companions = (more: object = {}) =>
  new Map<string, PlannedContainer>([
    ['elasticsearch', elasticsearch({ ...component, ...more }, context)],
    ...(elkDeployment.companions?.({ ...component, ...more }, context) ?? []).map(
      ({ suffix, container }) => [suffix, container] as const,
    ),
  ]);
const all = companions();
const file = (unit: string, name: string, containers = all) =>
  containers.get(unit)?.files.find(({ path }) => path.endsWith(`/${name}`))?.content ?? '';
const reachesOf = (unit: string) =>
  all.get(unit)?.reaches?.map(({ unit: to, port, startup }) => `${to}:${port}${startup ? ' first' : ''}`);

/** Settings that Elastic documents, as far as they are used: a misspelt one keeps Elasticsearch and Kibana from starting. */
const DOCUMENTED: Record<string, [string, RegExp]> = {
  'elasticsearch.yml': [
    'elasticsearch',
    /^(cluster\.name|discovery\.type|(network|transport)\.host|path\.(data|logs)|node\.store\.allow_mmap|action\.destructive_requires_name|ingest\.geoip\.downloader\.enabled|xpack\.ml\.enabled|xpack\.security\.((autoconfiguration|enrollment|(http|transport)\.ssl)\.)?enabled)$/,
  ],
  'kibana.yml': [
    'kibana',
    /^(server\.(host|port|publicBaseUrl)|elasticsearch\.(hosts|username|password)|xpack\.(encryptedSavedObjects|security)\.encryptionKey|status\.allowAnonymous|(telemetry|newsfeed)\.enabled|map\.includeElasticMapsService)$/,
  ],
  'logstash.yml': [
    'logstash',
    /^(api\.http\.(host|port)|log\.format|pipeline\.ecs_compatibility|queue\.(type|max_bytes)|xpack\.monitoring\.enabled)$/,
  ],
  'filebeat.yml': [
    'filebeat',
    /^(filebeat\.inputs|queue\.mem|output\.logstash|http|logging\.(to_stderr|level))$/,
  ],
};

describe('the Elastic stack', () => {
  it('is four containers of one release', () => {
    expect([...all.values()].map(({ image }) => ('reference' in image ? image.reference : ''))).toEqual([
      'elasticsearch:8.19.4',
      'elastic/filebeat:8.19.4',
      'logstash:8.19.4',
      'kibana:8.19.4',
    ]);
  });

  it.each([...all])('runs %s without rights and on a read-only root', (_, container) => {
    expect(container.user.uid).toBe(1000);
    expect(container.readOnlyRoot).toBe(true);
    expect(container.scratch.map(({ path }) => path)).toContain('/tmp');
    const keys = container.files.map(({ mountPath }) => mountPath.split('/').at(-1));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leads lines from the services through Filebeat and Logstash to Elasticsearch', () => {
    expect(elkDeployment.ambient?.(component, context)).toEqual({
      environment: { LOG_SHIP_URL: 'tcp://logs-filebeat:5170' },
      reaches: [{ unit: 'logs-filebeat', port: 5170, protocol: 'tcp', startup: false }],
    });
    expect(reachesOf('filebeat')).toEqual(['logs-logstash:5044 first']);
    expect(reachesOf('logstash')).toEqual(['logs:9200 first']);
    expect(reachesOf('kibana')).toEqual(['logs:9200 first']);
    expect(load(file('filebeat', 'filebeat.yml'))).toMatchObject({
      'filebeat.inputs': [{ type: 'tcp', host: '0.0.0.0:5170' }],
      'output.logstash': { hosts: ['logs-logstash:5044'] },
    });
    expect(all.get('filebeat')?.ports.map(({ port }) => port)).toContain(5170);
    expect(all.get('logstash')?.ports.map(({ port }) => port)).toContain(5044);
  });

  it.each(Object.entries(DOCUMENTED))('writes settings into %s that there are', (name, [unit, known]) => {
    const settings = load(file(unit, name)) as object;
    for (const key of Object.keys(settings)) expect(key).toMatch(known);
  });

  it('gives every user a password and no more rights than it needs', () => {
    expect(all.get('elasticsearch')?.env).toEqual({
      ADMIN_PASSWORD: { secret: 'LOGS_ADMIN_PASSWORD' },
      KIBANA_PASSWORD: { secret: 'LOGS_KIBANA_PASSWORD' },
      LOGSTASH_PASSWORD: { secret: 'LOGS_LOGSTASH_PASSWORD' },
      READER_PASSWORD: { secret: 'LOGS_READER_PASSWORD' },
    });
    const roles = load(file('elasticsearch', 'roles.yml')) as Record<
      string,
      { indices: { privileges: string[] }[] }
    >;
    expect(roles.log_reader?.indices[0]?.privileges).not.toContain('write');
    expect(roles.log_writer?.indices[0]?.privileges).not.toContain('read');
    expect(Object.keys(all.get('logstash')?.env ?? {})).not.toContain('ADMIN_PASSWORD');
  });

  it('deletes lines when their time is over', () => {
    const deleted = (retention: string) =>
      JSON.parse(file('elasticsearch', 'policy.json', companions({ retention }))).policy.phases.delete
        .min_age;
    expect(deleted('720h')).toBe('720h');
    expect(deleted('90m')).toBe('2h');
    expect(deleted('1s')).toBe('1h');
  });

  it('indexes by a template that no field of a line can blow up', () => {
    const template = JSON.parse(file('elasticsearch', 'template.json'));
    expect(template).toMatchObject({
      index_patterns: ['logs-service-*'],
      data_stream: {},
      template: { settings: { 'index.lifecycle.name': 'services' }, mappings: { dynamic: false } },
    });
    expect(template.template.mappings.properties.details.type).toBe('flattened');
  });

  it('has a data view and searches, all of fields that the template knows', () => {
    const { properties } = JSON.parse(file('elasticsearch', 'template.json')).template.mappings;
    const knows = (field: string) =>
      field.split('.').reduce((at, part) => at?.[part]?.properties ?? at?.[part], properties) !== undefined;
    const objects = file('kibana', 'saved-objects.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(objects[0]).toMatchObject({ type: 'index-pattern', attributes: { title: 'logs-service-*' } });
    expect(objects.slice(1).length).toBeGreaterThan(2);
    for (const { attributes, references } of objects.slice(1)) {
      expect(references[0]).toMatchObject({ type: 'index-pattern', id: objects[0].id });
      const { query, indexRefName } = JSON.parse(attributes.kibanaSavedObjectMeta.searchSourceJSON);
      expect(indexRefName).toBe(references[0].name);
      const [field = ''] = query.query.split(' :');
      for (const used of [field, ...attributes.columns]) expect(knows(used), used).toBe(true);
    }
  });

  it.each([
    ['elasticsearch', 'start.sh'],
    ['kibana', 'start.sh'],
  ])('starts %s by a script that a shell understands', (unit, name) => {
    const { status, stderr } = spawnSync('sh', ['-n'], { input: file(unit, name), encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('opens Kibana to the outside only under a name', () => {
    expect(all.get('kibana')?.exposed).toBeUndefined();
    const named = companions({ host: 'logs.example.com' });
    expect(named.get('kibana')?.exposed).toEqual({ port: 5601, host: 'logs.example.com' });
    expect(file('kibana', 'kibana.yml', named)).toContain('https://logs.example.com');
  });
});
