import type { EnvValue } from '#catalog';
import { SECRETS_PATH } from '../secrets.ts';

/** Text as Compose must read it to take it literally: `$` starts a variable. */
export function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** A variable's value; secrets are filled in by Compose, which says where they belong if one is missing. */
export function environmentValue(value: EnvValue): string {
  if (typeof value === 'string') return literal(value);
  const parts = 'parts' in value ? value.parts : [value];
  return parts.map((part) => (typeof part === 'string' ? literal(part) : reference(part.secret))).join('');
}

function reference(key: string): string {
  return `\${${key}:?set it in ${SECRETS_PATH}}`;
}
