import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { documentFrom, filesOf, SMALL_SHOP } from '../testing/documents.ts';

const TINY = `
archwright: 1
name: tiny
description: The smallest thing with a way in.
components:
  people: { kind: client, workload: { rate: 1/s, mix: { hello.greet: 100% } } }
  hello:
    kind: service
    scale: { min: 2, max: 4 }
    env: { GREETING: '{{ hello }} $(world)' }
    operations: { greet: { http: GET /greetings, calls: [db.read greetings] } }
  db: { kind: database, tables: { greetings: { key: id, columns: { id: id } } } }
`;

function chartOf(text: string) {
  const files = filesOf(documentFrom(text), ['helm']);
  const content = (path: string) => files.get(`helm/${path}`)?.content ?? '';
  return {
    files,
    content,
    values: load(content('values.yaml')) as {
      units: Record<string, Record<string, unknown>>;
      secrets?: { values: Record<string, string> };
    },
    schema: JSON.parse(content('values.schema.json')) as object,
  };
}

const shop = chartOf(SMALL_SHOP);

describe('the Helm chart', () => {
  it('is the one that was looked at', async () => {
    const { files } = chartOf(TINY);
    const text = [...files].map(([path, { content }]) => `=== ${path}\n${content}`).join('\n');
    await expect(text).toMatchFileSnapshot('golden/tiny.txt');
  });

  it('has the parts of a chart, and templates only for families that there are', () => {
    expect([...chartOf('archwright: 1\nname: s\ncomponents: {}\n').files.keys()]).toEqual([
      'helm/.helmignore',
      'helm/Chart.yaml',
      'helm/templates/NOTES.txt',
      'helm/templates/_helpers.tpl',
      'helm/templates/namespace.yaml',
      'helm/templates/network-policies.yaml',
      'helm/values.schema.json',
      'helm/values.yaml',
    ]);
  });

  it('describes itself', () => {
    expect(load(shop.content('Chart.yaml'))).toMatchObject({
      apiVersion: 'v2',
      name: 'shop',
      description: 'Sells things.',
      type: 'application',
    });
  });

  it('carries configuration files as they are', () => {
    const rules = shop.content('files/metrics/rules.yml');
    expect(rules).toContain('{{ $labels.');
    expect(shop.content('templates/config-maps.yaml')).toContain(
      '  rules.yml: {{ $.Files.Get "files/metrics/rules.yml" | toJson }}\n',
    );
  });

  it('takes images apart, whatever their registry', () => {
    const image = (reference: string) =>
      chartOf(`archwright: 1\nname: s\ncomponents: { a: { kind: service, image: "${reference}" } }\n`).values
        .units.a?.image;
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(image('registry.example.com:5000/x/y')).toMatchObject({
      repository: 'registry.example.com:5000/x/y',
      tag: '',
    });
    expect(image('ghcr.io/acme/legacy:1.4')).toMatchObject({ repository: 'ghcr.io/acme/legacy', tag: '1.4' });
    expect(image(`ghcr.io/acme/legacy:1.4@${digest}`)).toMatchObject({ tag: '1.4', digest });
  });

  it('offers for each unit what can be changed of it', () => {
    const offered = Object.fromEntries(
      Object.entries(shop.values.units).map(([name, unit]) => [name, Object.keys(unit)]),
    );
    expect(offered).toMatchObject({
      edge: ['image', 'replicas', 'autoscaling', 'resources', 'expose'],
      orders: ['image', 'replicas', 'autoscaling', 'resources'],
      'orders-db': ['image', 'replicas', 'resources', 'storage'],
      rates: ['image', 'replicas', 'resources'],
    });
    expect(shop.values.units.orders?.autoscaling).toEqual({
      enabled: true,
      minReplicas: 2,
      maxReplicas: 6,
      targetCPUUtilizationPercentage: 60,
    });
    expect(shop.values.units.payments?.autoscaling).toMatchObject({ enabled: false, maxReplicas: 2 });
  });

  it('has a schema that its own values fit, and nothing unknown', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(shop.schema);
    expect(validate(shop.values)).toBe(true);
    expect(validate({ ...shop.values, units: { ...shop.values.units, other: {} } })).toBe(false);
    expect(validate({ ...shop.values, secrets: { existingSecret: '', values: { OTHER: 'x' } } })).toBe(false);
  });

  it('knows of no secrets where there are none', () => {
    const { values, content } = chartOf('archwright: 1\nname: s\ncomponents: { a: { kind: service } }\n');
    expect(values.secrets).toBeUndefined();
    expect(content('templates/secrets.yaml')).toBe('');
    expect(content('templates/_helpers.tpl')).not.toContain('secret');
  });
});
