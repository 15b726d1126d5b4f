import type { ArchDocument } from '#model';
import { CORS_HEADERS, CORS_MAX_AGE, CORS_METHODS } from '../gateway-fields.ts';
import { type AwsApiGatewayComponent, MOST_MS } from './fields.ts';
import type { ApiOperation } from './operations.ts';
import { type References, restDetails, restIntegration, restOptions } from './rest.ts';
import { securityOf, securitySchemes } from './security.ts';

/**
 * The API as an OpenAPI 3.0 document with Amazon's extensions:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html.
 *
 * @param references what is known at AWS only: how the way into the VPC is written here
 */
export function openapi(
  component: AwsApiGatewayComponent,
  operations: readonly ApiOperation[],
  { name, description }: Pick<ArchDocument, 'name' | 'description'>,
  references: References,
): Record<string, unknown> {
  const rest = component.api === 'rest';
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const item = paths[operation.path] ?? {};
    item[methodKey(operation)] = operationObject(operation, component, references);
    paths[operation.path] = item;
  }
  if (rest) {
    for (const [path, item] of Object.entries(paths))
      if (hasCors(component) && !('x-amazon-apigateway-any-method' in item))
        item.options = restOptions(path, references);
  }
  return {
    openapi: '3.0.1',
    info: { title: name, version: '1.0', ...(description === undefined ? {} : { description }) },
    ...(rest ? restDetails(component) : httpCors(component)),
    paths,
    ...securitySchemes(component, references),
  };
}

function operationObject(operation: ApiOperation, component: AwsApiGatewayComponent, references: References) {
  const { id, path, summary, service } = operation;
  const parameters = [...path.matchAll(/\{([A-Za-z0-9_]+)\+?\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: id,
    tags: [service],
    ...(summary === undefined ? {} : { summary }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...securityOf(component),
    responses: { default: { description: `Answer of ${service}.` } },
    'x-amazon-apigateway-integration': integration(operation, component, references),
  };
}

function integration(operation: ApiOperation, component: AwsApiGatewayComponent, references: References) {
  const rest = component.api === 'rest';
  const most = MOST_MS[component.api ?? 'http'];
  const wanted = operation.timeoutMs ?? most;
  // AWS takes nothing below 50 milliseconds and nothing above its limit.
  const timeoutInMillis = Math.round(Math.min(most, Math.max(50, wanted)));
  if (rest) return { ...restIntegration(operation, references), timeoutInMillis };
  return {
    type: 'http_proxy',
    httpMethod: 'ANY',
    connectionType: 'VPC_LINK',
    connectionId: references.vpcLink,
    uri: references.listener,
    payloadFormatVersion: '1.0',
    timeoutInMillis,
    requestParameters: { 'overwrite:header.X-Request-Id': '$context.requestId' },
  };
}

/** An HTTP API answers browsers by itself, and drops what the services say of it. */
function httpCors(component: AwsApiGatewayComponent): Record<string, unknown> {
  if (!hasCors(component)) return {};
  const origins = component['cors-origins'] ?? [];
  return {
    'x-amazon-apigateway-cors': {
      allowOrigins: origins.includes('*') ? ['*'] : origins,
      allowMethods: [...CORS_METHODS],
      allowHeaders: [...CORS_HEADERS],
      exposeHeaders: ['x-request-id'],
      maxAge: CORS_MAX_AGE,
    },
  };
}

function hasCors(component: AwsApiGatewayComponent): boolean {
  return (component['cors-origins'] ?? []).length > 0;
}

function methodKey({ method }: ApiOperation): string {
  return method === 'ANY' ? 'x-amazon-apigateway-any-method' : method.toLowerCase();
}
