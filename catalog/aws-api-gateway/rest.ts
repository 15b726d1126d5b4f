import type { AwsApiGatewayComponent } from './fields.ts';
import type { ApiOperation } from './operations.ts';

/** How what is known at AWS only is written: `Ref` and the like in a template, `${Name}` in a file by itself. */
export interface References {
  vpcLink: unknown;
  /** ARN of the load balancer's listener; of HTTP APIs. */
  listener: unknown;
  /** Address of a path at the load balancer; of REST APIs. */
  backend(path: string): unknown;
  userPool: unknown;
}

/** A REST API says of each parameter of the path where it goes. */
export function restIntegration(
  { method, path }: Pick<ApiOperation, 'method' | 'path'>,
  references: References,
) {
  const parameters = [...path.matchAll(/\{([A-Za-z0-9_]+)\+?\}/g)].map((match) => match[1] ?? '');
  return {
    type: 'http_proxy',
    httpMethod: method,
    connectionType: 'VPC_LINK',
    connectionId: references.vpcLink,
    uri: references.backend(path.replace('+}', '}')),
    passthroughBehavior: 'when_no_match',
    requestParameters: {
      ...Object.fromEntries(
        parameters.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]),
      ),
      'integration.request.header.X-Request-Id': 'context.requestId',
    },
  };
}

/** A browser's question goes to the router, which knows the origins; it brings neither token nor key. */
export function restOptions(path: string, references: References): object {
  const parameters = [...path.matchAll(/\{([A-Za-z0-9_]+)\+?\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    ...(parameters.length === 0 ? {} : { parameters }),
    responses: { default: { description: 'Which origins may call.' } },
    'x-amazon-apigateway-integration': restIntegration({ method: 'OPTIONS', path }, references),
  };
}

/** What is said of a REST API as a whole: answers of its own as problem details (RFC 9457), where keys are looked for. */
export function restDetails(component: AwsApiGatewayComponent): Record<string, unknown> {
  const origins = component['cors-origins'] ?? [];
  // Its own answers cannot ask who asks: more than one origin cannot be told from each other there.
  const [origin] = origins.includes('*') ? ['*'] : origins.length === 1 ? origins : [];
  const answer = {
    responseTemplates: {
      'application/json':
        '{"type":"about:blank","title":$context.error.messageString,"requestId":"$context.requestId"}',
    },
    ...(origin === undefined
      ? {}
      : { responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': `'${origin}'` } }),
  };
  return {
    'x-amazon-apigateway-gateway-responses': { DEFAULT_4XX: answer, DEFAULT_5XX: answer },
    ...(component.auth === 'key' ? { 'x-amazon-apigateway-api-key-source': 'HEADER' } : {}),
  };
}
