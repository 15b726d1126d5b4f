import type { EnvValue } from '#catalog';
import { byText, sortedEntries } from '../text/names.ts';
import type { V1EnvVar } from './models.ts';
import { SECRET_NAME } from './names.ts';

/**
 * Text as Kubernetes must read it to take it literally, in commands and variables: `$(NAME)` is a reference and `$$` one
 * `$`. A `$` at the end is doubled too, because a reference may follow.
 */
export function literal(text: string): string {
  return text.replace(/\$(?=[$(]|$)/g, '$$$$');
}

/** A container's variables, sorted. Secrets that are part of a longer value come first: references look back only. */
export function environmentOf(env: Readonly<Record<string, EnvValue>>): V1EnvVar[] {
  const helpers = helperNames(env);
  const secrets = [...helpers]
    .map(([key, name]) => fromSecret(name, key))
    .sort((a, b) => byText(a.name, b.name));
  const variables = sortedEntries(env).map(([name, value]): V1EnvVar => {
    if (typeof value === 'string') return { name, value: literal(value) };
    if ('secret' in value) return fromSecret(name, value.secret);
    const parts = value.parts.map((part) =>
      typeof part === 'string' ? literal(part) : `$(${helpers.get(part.secret)})`,
    );
    return { name, value: parts.join('') };
  });
  return [...secrets, ...variables];
}

/** Variable for each secret that is part of a value; none that the container has already. */
function helperNames(env: Readonly<Record<string, EnvValue>>): Map<string, string> {
  const helpers = new Map<string, string>();
  for (const value of Object.values(env)) {
    if (typeof value === 'string' || 'secret' in value) continue;
    for (const part of value.parts) {
      if (typeof part !== 'string') helpers.set(part.secret, freeVariable(part.secret, env));
    }
  }
  return helpers;
}

function freeVariable(name: string, env: Readonly<Record<string, EnvValue>>): string {
  return Object.hasOwn(env, name) ? freeVariable(`${name}_SECRET`, env) : name;
}

function fromSecret(name: string, key: string): V1EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: SECRET_NAME, key } } };
}
