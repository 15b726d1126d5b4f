import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { nginxConf } from './conf.ts';
import type { NginxComponent } from './fields.ts';
import { block, print, statement } from './syntax.ts';
import { parseNginx } from './testing/parse.ts';

const addresses = {
  orders: { host: 'orders', port: 8080 },
  catalog: { host: 'shop', port: 8080 },
  web: { host: 'web', port: 3000 },
};

function configure(
  component: Omit<NginxComponent, 'kind'>,
  connections: { from: string; to: string; timeout: string }[] = [],
) {
  const text = nginxConf(
    { kind: 'gateway', ...component },
    testContext('edge', { addresses, document: { connections } }),
    '50m',
  );
  const http = parseNginx(text).find(({ name }) => name === 'http')?.block ?? [];
  const server = http.find(({ name }) => name === 'server')?.block ?? [];
  const locations = new Map(
    server
      .filter(({ name }) => name === 'location')
      .map(({ args, block: inner }) => [args.join(' '), inner ?? []]),
  );
  return { text, http, server, locations };
}

describe('nginx configuration', () => {
  it('routes a prefix and all below it, and nothing that only begins alike', () => {
    const { locations } = configure({ routes: { '/orders': 'orders' } });
    const below = locations.get('^~ /orders/') ?? [];
    expect(locations.get('= /orders')).toEqual(below);
    expect(below).toContainEqual(statement('set', '$upstream', 'orders$cluster_domain'));
    expect(below).toContainEqual(statement('proxy_pass', 'http://$upstream:8080'));
    expect(locations.get('/')).toEqual([statement('return', 404)]);
  });

  it('lets a route of its own win over the prefix above it', () => {
    const { locations } = configure({ routes: { '/a': 'orders', '/a/': 'web', '/a/b/': 'catalog' } });
    expect(locations.get('= /a')).toContainEqual(statement('set', '$upstream', 'orders$cluster_domain'));
    expect(locations.get('^~ /a/')).toContainEqual(statement('set', '$upstream', 'web$cluster_domain'));
    expect(locations.get('^~ /a/b/')).toContainEqual(statement('set', '$upstream', 'shop$cluster_domain'));
  });

  it('leaves out routes to what is not deployed', () => {
    expect(
      [...configure({ routes: { '/gone': 'gone' } }).locations.keys()].filter((key) => key.includes('gone')),
    ).toEqual([]);
  });

  it('hides the metrics of a service that answers everything', () => {
    const { locations } = configure({ routes: { '/': 'web' } });
    expect(locations.get('/')).toContainEqual(statement('proxy_pass', 'http://$upstream:3000'));
    expect(locations.get('= /metrics')).toEqual([statement('return', 404)]);
  });

  it('waits as long as the connection says, else as long as the gateway does', () => {
    const { locations, server } = configure(
      { timeout: '5s', routes: { '/orders': 'orders', '/web': 'web' } },
      [
        { from: 'edge', to: 'orders', timeout: '300ms' },
        { from: 'elsewhere', to: 'web', timeout: '1ms' },
      ],
    );
    expect(locations.get('= /orders')).toContainEqual(statement('proxy_read_timeout', '300ms'));
    expect(locations.get('= /web')?.map(({ name }) => name)).not.toContain('proxy_read_timeout');
    expect(server).toContainEqual(statement('proxy_read_timeout', '5000ms'));
  });

  it('limits bodies and clients as told', () => {
    const { http } = configure({ 'body-limit': '2Mi', 'rate-limit': '30/m' });
    expect(http).toContainEqual(statement('client_max_body_size', 2 * 2 ** 20));
    expect(http).toContainEqual(
      statement('limit_req_zone', '$binary_remote_addr', 'zone=per_client:10m', 'rate=30r/m'),
    );
    expect(configure({ 'rate-limit': '100/s' }).text).toContain('rate=100r/s');
    expect(configure({}).text).not.toContain('limit_req');
  });

  it('answers its own errors as problem details', () => {
    const { locations, server } = configure({});
    expect(server).toContainEqual(statement('error_page', 502, '@error_502'));
    const answer = locations.get('@error_502')?.find(({ name }) => name === 'return')?.args[1] ?? '';
    expect(JSON.parse(answer)).toMatchObject({ title: 'Bad Gateway', status: 502 });
  });

  it('writes one JSON object for each request', () => {
    const format = configure({}).http.find(({ name }) => name === 'log_format');
    expect(Object.keys(JSON.parse(format?.args[2] ?? ''))).toContain('requestId');
  });

  it('quotes arguments so that none ends its directive', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (argument) => {
        const directives = [
          block('location', ['=', argument], [statement('return', 200, argument)]),
          statement('end'),
        ];
        expect(parseNginx(print(directives))).toEqual(directives);
      }),
    );
  });
});
