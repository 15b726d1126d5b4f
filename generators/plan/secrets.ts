import type { SecretValue } from '#catalog';
import { byText } from '../text/names.ts';

/** Collects the secrets that are asked for while a system is planned. */
export function secretRegister() {
  const descriptions = new Map<string, string>();
  return {
    /** The same key gives the same secret; its first description stays. */
    secret(key: string, description: string): SecretValue {
      if (!descriptions.has(key)) descriptions.set(key, description);
      return { secret: key };
    },
    /** All of them, sorted by key. */
    list: () =>
      [...descriptions]
        .map(([key, description]) => ({ key, description }))
        .sort((a, b) => byText(a.key, b.key)),
  };
}
