import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType } from '@aws-cdk/service-spec-types';
import { Validator } from '@seriousme/openapi-schema-validator';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Component, Connection } from '#model';
import { testContext } from '../testing/context.ts';
import type { AwsApiGatewayComponent } from './fields.ts';
import { fingerprint } from './fingerprint.ts';
import { plan } from './plan.ts';

interface Resource {
  Type: string;
  DependsOn?: string;
  Properties: Record<string, unknown>;
}
interface Template {
  Parameters: Record<string, unknown>;
  Resources: Record<string, Resource>;
}
interface Operation {
  operationId?: string;
  security?: object[];
  'x-amazon-apigateway-integration': Record<string, unknown>;
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  [more: string]: unknown;
}

const specification = loadAwsServiceSpecSync();
const components: Record<string, Component> = {
  orders: {
    kind: 'service',
    operations: {
      create: { http: 'POST /orders', description: 'Takes an order: "now"' },
      get: { http: 'GET /orders/{orderId}' },
      audit: { http: 'GET /audit' },
      settle: {},
    },
  },
  web: { kind: 'service', image: 'web:1' },
};
const addresses = { orders: { host: 'orders', port: 8080 }, web: { host: 'web', port: 3000 } };
const routes = { '/orders': 'orders', '/': 'web' };

function filesOf(component: Partial<AwsApiGatewayComponent>, connections: Connection[] = []) {
  const context = testContext('edge', { addresses, document: { components, connections } });
  const container = plan({ kind: 'gateway', engine: 'aws-api-gateway', routes, ...component }, context);
  const read = <T>(name: string) =>
    load(container.unmounted?.find(({ path }) => path === `gateways/edge/${name}`)?.content ?? '') as T;
  return { container, api: read<OpenApi>('openapi.yaml'), template: read<Template>('template.yaml') };
}

const VARIANTS: [string, Partial<AwsApiGatewayComponent>][] = [
  ['HTTP API', {}],
  [
    'HTTP API with everything',
    {
      'rate-limit': '100/s',
      'cors-origins': ['https://a.example.com'],
      auth: 'jwt',
      issuer: 'https://login.example.com/',
      audience: ['shop'],
    },
  ],
  ['REST API', { api: 'rest' }],
  ['REST API with keys', { api: 'rest', auth: 'key', 'rate-limit': '30/m', 'cors-origins': ['*'] }],
  [
    'REST API with tokens',
    { api: 'rest', auth: 'jwt', 'cors-origins': ['https://a.example.com', 'https://b.example.com'] },
  ],
];

/** What CloudFormation's resource specification says against a resource. */
function faultsOf(name: string, { Type, Properties }: Resource): string[] {
  const [resource] = specification.lookup('resource', 'cloudFormationType', 'equals', Type);
  if (resource === undefined) return [`${name}: there is no ${Type}`];
  return objectFaults(name, Properties, resource.properties);
}

function objectFaults(
  place: string,
  value: object,
  properties: Readonly<Record<string, Property>>,
): string[] {
  const missing = Object.entries(properties)
    .filter(([key, { required }]) => required === true && !(key in value))
    .map(([key]) => `${place} lacks ${key}`);
  const wrong = Object.entries(value).flatMap(([key, inner]) => {
    const property = properties[key];
    return property === undefined
      ? [`${place} has no ${key}`]
      : typeFaults(`${place}.${key}`, inner, property.type);
  });
  return [...missing, ...wrong];
}

function typeFaults(place: string, value: unknown, type: PropertyType): string[] {
  const isIntrinsic =
    typeof value === 'object' &&
    value !== null &&
    ('Ref' in value || 'Fn::GetAtt' in value || 'Fn::Sub' in value);
  if (isIntrinsic) return [];
  switch (type.type) {
    case 'string':
    case 'boolean':
      return typeof value === type.type ? [] : [`${place} is no ${type.type}`];
    case 'integer':
      return Number.isInteger(value) ? [] : [`${place} is no integer`];
    case 'number':
      return typeof value === 'number' ? [] : [`${place} is no number`];
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => typeFaults(`${place}[${index}]`, item, type.element))
        : [`${place} is no list`];
    case 'ref':
      return objectFaults(
        place,
        value as object,
        specification.get('typeDefinition', type.reference.$ref).properties,
      );
    case 'union':
      return type.types.some((one) => typeFaults(place, value, one).length === 0)
        ? []
        : [`${place} is of none of its types`];
    default:
      return typeof value === 'object' || type.type === 'json' ? [] : [`${place} is no ${type.type}`];
  }
}

/** Everything that the template refers to. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt' && Array.isArray(inner)) return [String(inner[0])];
    return referencesIn(inner);
  });
}

describe.each(VARIANTS)('%s', (_, component) => {
  const { api, template } = filesOf(component);

  it('is an OpenAPI 3.0 document', async () => {
    const { valid, errors } = await new Validator().validate(api);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('is a template of resources that CloudFormation has, with properties of their types', () => {
    const faults = Object.entries(template.Resources).flatMap(([name, resource]) => faultsOf(name, resource));
    expect(faults).toEqual([]);
  });

  it('refers to what the template has, and uses each of its parameters', () => {
    const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters)]);
    const used = new Set(referencesIn(template.Resources));
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
    expect(Object.keys(template.Parameters).filter((name) => !used.has(name))).toEqual([]);
  });

  it('waits no longer than API Gateway does', () => {
    const limit = component.api === 'rest' ? 29_000 : 30_000;
    for (const operation of Object.values(api.paths).flatMap((item) => Object.values(item)))
      expect(operation['x-amazon-apigateway-integration'].timeoutInMillis ?? limit).toBeLessThanOrEqual(
        limit,
      );
  });
});

describe('AWS API Gateway', () => {
  it('offers the operations below a route, and all of existing software', () => {
    const { paths } = filesOf({}).api;
    expect(Object.entries(paths).map(([path, item]) => `${Object.keys(item)} ${path}`)).toEqual([
      'x-amazon-apigateway-any-method /',
      'post /orders',
      'get /orders/{orderId}',
      'x-amazon-apigateway-any-method /{proxy+}',
    ]);
  });

  it('leads HTTP APIs to the listener, for as long as the connection says', () => {
    const { paths } = filesOf({}, [{ from: 'edge', to: 'orders', timeout: '2s' }]).api;
    expect(paths['/orders']?.post?.['x-amazon-apigateway-integration']).toMatchObject({
      type: 'http_proxy',
      connectionType: 'VPC_LINK',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as the file has it
      uri: '${ListenerArn}',
      payloadFormatVersion: '1.0',
      timeoutInMillis: 2000,
    });
  });

  it('tells REST APIs where each parameter goes', () => {
    const { paths } = filesOf({ api: 'rest' }).api;
    expect(paths['/orders/{orderId}']?.get?.['x-amazon-apigateway-integration']).toMatchObject({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as the file has it
      uri: 'http://${BackendHost}/orders/{orderId}',
      requestParameters: { 'integration.request.path.orderId': 'method.request.path.orderId' },
    });
  });

  it('asks for tokens and keys, but not of a browser that asks whether it may', () => {
    const http = filesOf({ auth: 'jwt', issuer: 'https://login.example.com', audience: ['shop'] }).api;
    expect(http.paths['/orders']?.post?.security).toEqual([{ token: [] }]);
    expect(JSON.stringify(http.components)).toContain(
      '"jwtConfiguration":{"issuer":"https://login.example.com","audience":["shop"]}',
    );
    const rest = filesOf({ api: 'rest', auth: 'key', 'cors-origins': ['*'] }).api;
    expect(rest.paths['/orders']?.post?.security).toEqual([{ key: [] }]);
    expect(rest.paths['/orders']?.options?.security).toBeUndefined();
  });

  it('throttles all clients together', () => {
    const http = filesOf({ 'rate-limit': '100/s' }).template.Resources.Stage?.Properties;
    expect(http?.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 100 });
    const rest = filesOf({ api: 'rest', 'rate-limit': '30/m' }).template.Resources.Stage?.Properties;
    expect(rest?.MethodSettings).toMatchObject([{ ThrottlingRateLimit: 0.5, ThrottlingBurstLimit: 1 }]);
  });

  it('deploys a REST API anew when it has changed, and only then', () => {
    const deployment = (component: Partial<AwsApiGatewayComponent>) =>
      Object.keys(filesOf({ api: 'rest', ...component }).template.Resources).find((name) =>
        name.startsWith('Deployment'),
      );
    expect(deployment({})).toBe(deployment({ 'rate-limit': '1/s' }));
    expect(deployment({})).not.toBe(deployment({ 'cors-origins': ['*'] }));
    // The published test vectors of FNV-1a.
    expect([fingerprint(''), fingerprint('a'), fingerprint('foobar')]).toEqual([
      '811c9dc5',
      'e40c292c',
      'bf9cf968',
    ]);
  });

  it('has nginx in its place, which limits nobody by the address that it sees', () => {
    const { container } = filesOf({ 'rate-limit': '1/s' });
    expect(container.image).toEqual({ reference: 'nginxinc/nginx-unprivileged:1.29-alpine' });
    expect(container.files.find(({ path }) => path === 'gateways/edge/nginx.conf')?.content).not.toContain(
      'limit_req',
    );
  });
});
