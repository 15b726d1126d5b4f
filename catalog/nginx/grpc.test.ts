import { describe, expect, it } from 'vitest';
import type { ArchDocument, Component } from '#model';
import { testContext } from '../testing/context.ts';
import { nginxConf } from './conf.ts';
import type { NginxComponent } from './fields.ts';
import { statement } from './syntax.ts';
import { parseNginx } from './testing/parse.ts';

function serverOf(component: Partial<NginxComponent>, document: Partial<ArchDocument> = {}) {
  const addresses = {
    payments: { host: 'payments', port: 50_051 },
    billing: { host: 'billing', port: 9000 },
  };
  const context = testContext('edge', { addresses, document: { name: 'my-shop', ...document } });
  const text = nginxConf({ kind: 'gateway', ...component }, context, '50m');
  const http = parseNginx(text).find(({ name }) => name === 'http')?.block ?? [];
  const server = http.find(({ name }) => name === 'server')?.block ?? [];
  return { http, server };
}

const components: Record<string, Component> = {
  payments: { kind: 'service' },
  billing: { kind: 'service', image: 'billing:1' },
};
const grpc = (to: string, timeout?: string) => ({ from: 'edge', to, protocol: 'grpc', timeout });

describe('gRPC through nginx', () => {
  it('is led to a generated service by the package of its calls', () => {
    const { server } = serverOf({}, { components, connections: [grpc('payments', '300ms')] });
    const location = server.find(({ args }) => args.join(' ') === '^~ /my_shop.payments.v1.')?.block;
    expect(location).toContainEqual(statement('grpc_pass', 'grpc://$upstream:50051'));
    expect(location).toContainEqual(statement('grpc_read_timeout', '300ms'));
    expect(server).toContainEqual(statement('listen', 8080, 'http2'));
  });

  it('is led to existing software by its routes', () => {
    const routes = { '/acme.billing.v2.Billing': 'billing' };
    const { server } = serverOf({ routes }, { components, connections: [grpc('billing')] });
    const location = server.find(({ args }) => args.join(' ') === '^~ /acme.billing.v2.Billing/')?.block;
    expect(location).toContainEqual(statement('grpc_pass', 'grpc://$upstream:9000'));
  });

  it('needs no HTTP/2 where nobody speaks it', () => {
    expect(serverOf({}, { components }).server).toContainEqual(statement('listen', 8080));
  });
});

describe('browsers at nginx', () => {
  it('are told nothing where no origin is allowed', () => {
    expect(JSON.stringify(serverOf({}))).not.toMatch(/cors|Access-Control/);
    expect(JSON.stringify(serverOf({ 'cors-origins': [] }))).not.toMatch(/cors|Access-Control/);
  });

  it('are known by their origin, letter by letter', () => {
    const { http } = serverOf({ 'cors-origins': ['https://a.example.com'] });
    const map = http.find(({ args }) => args[1] === '$cors_origin')?.block;
    expect(map).toEqual([statement('default', ''), statement('https://a.example.com', '$http_origin')]);
  });
});
