import { DEFAULT_CONSUMER, type KongComponent } from './fields.ts';
import { credentialKey } from './names.ts';

/** Names of who may call; none where nobody is asked. */
export function consumerNames({ auth = 'none', consumers }: KongComponent): string[] {
  if (auth === 'none') return [];
  return consumers === undefined || consumers.length === 0 ? [DEFAULT_CONSUMER] : [...new Set(consumers)];
}

/**
 * Consumers with their credentials. Kong takes no references to secrets in credentials
 * (https://developer.konghq.com/support/kong-gateway-key-auth-on-consumer-isn-t-working-with-vault-secrets/): they
 * stand here as `${NAME}`, which the start fills in.
 */
export function consumersOf(component: KongComponent, gateway: string): object[] {
  return consumerNames(component).map((username) => {
    const secret = `\${${credentialKey(gateway, username)}}`;
    return component.auth === 'jwt'
      ? { username, jwt_secrets: [{ key: username, algorithm: 'HS256', secret }] }
      : { username, keyauth_credentials: [{ key: secret }] };
  });
}
