import type { AwsApiGatewayComponent } from './fields.ts';
import type { References } from './rest.ts';

const TOKEN = 'token';
const KEY = 'key';

/** What an operation asks for. */
export function securityOf({ auth = 'none' }: AwsApiGatewayComponent): object {
  if (auth === 'none') return {};
  return { security: [{ [auth === 'jwt' ? TOKEN : KEY]: [] }] };
}

/** Who judges it. */
export function securitySchemes(component: AwsApiGatewayComponent, references: References): object {
  const { auth = 'none', api = 'http' } = component;
  if (auth === 'none') return {};
  const schemes =
    auth === 'key'
      ? { [KEY]: { type: 'apiKey', name: 'x-api-key', in: 'header' } }
      : { [TOKEN]: api === 'rest' ? cognito(references) : jwt(component) };
  return { components: { securitySchemes: schemes } };
}

function jwt({ issuer = '', audience = [] }: AwsApiGatewayComponent): object {
  return {
    type: 'openIdConnect',
    openIdConnectUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    'x-amazon-apigateway-authorizer': {
      type: 'jwt',
      identitySource: '$request.header.Authorization',
      jwtConfiguration: { issuer, audience },
    },
  };
}

function cognito({ userPool }: References): object {
  return {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authtype': 'cognito_user_pools',
    'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [userPool] },
  };
}
