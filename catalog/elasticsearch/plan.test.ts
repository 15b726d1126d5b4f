import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { connector } from './connector.ts';
import { plan } from './plan.ts';

const container = plan({ kind: 'database' }, testContext('search'));
const fileAt = (mountPath: string) =>
  load(container.files.find((file) => file.mountPath === mountPath)?.content ?? '');

describe('Elasticsearch', () => {
  it('is one server, which needs nothing of the machine that a container may not change', () => {
    expect(fileAt('/etc/elasticsearch/elasticsearch.yml')).toMatchObject({
      'discovery.type': 'single-node',
      'node.store.allow_mmap': false,
      'xpack.security.enabled': true,
    });
  });

  it('gives the services an account that may do everything with indices and nothing with the server', () => {
    expect(fileAt('/etc/elasticsearch/roles.yml')).toEqual({
      services: {
        cluster: ['monitor'],
        indices: [{ names: ['*'], privileges: ['all'], allow_restricted_indices: false }],
      },
    });
    expect(container.command?.[2]).toContain(
      'elasticsearch-users useradd app -p "$APP_PASSWORD" -r services',
    );
    expect(container.env.APP_PASSWORD).toEqual({ secret: 'SEARCH_PASSWORD' });
  });

  it('puts its configuration together on scratch space, since the disk is read-only', () => {
    const writable = container.scratch.map(({ path }) => path);
    expect(writable).toEqual(['/tmp', '/usr/share/elasticsearch/logs']);
    expect(container.command?.[2]).toContain('export ES_PATH_CONF=/tmp/configuration');
    expect(container.readOnlyRoot).toBe(true);
  });

  it('asks after its health with no password on a command line', () => {
    expect(container.healthCommand.at(-1)).toMatch(/^printf .* \| curl .* --config - /);
  });

  it('gives half of the memory to the heap, or what the document says', () => {
    const optionsOf = (more: object) =>
      plan({ kind: 'database', ...more }, testContext('search')).env.ES_JAVA_OPTS;
    expect(optionsOf({})).toBe('-Xms1024m -Xmx1024m');
    expect(optionsOf({ resources: { memory: '8Gi' }, heap: '3Gi' })).toBe('-Xms3072m -Xmx3072m');
  });

  it('is found by an address that holds the account', () => {
    const context = testContext('search', { addresses: { search: { host: 'shop-db', port: 9200 } } });
    expect(connector.environment('search', { kind: 'database' }, context)).toEqual({
      SEARCH_URL: { parts: ['http://app:', { secret: 'SEARCH_PASSWORD' }, '@shop-db:9200'] },
    });
  });
});
