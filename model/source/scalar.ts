import type { Scalar } from './node.ts';

const NULL = /^(?:null|Null|NULL|~|)$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INTEGER = /^[-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEX = /^0x[0-9a-fA-F]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/**
 * Value of a plain scalar by the core schema (YAML 1.2.2, section 10.3.2).
 *
 * @param source the scalar's text, folded
 * @returns null, a boolean, a number, or the text itself
 */
export function resolvePlain(source: string): Scalar {
  const first = source.charCodeAt(0);
  // Letters other than those that start null, true and false (the common case) are text.
  if (first >= 97 && first <= 122 && first !== 102 && first !== 110 && first !== 116) return source;
  if (NULL.test(source)) return null;
  if (BOOLEAN.test(source)) return source.length === 4;
  if (INTEGER.test(source) || OCTAL.test(source) || HEX.test(source) || FLOAT.test(source))
    return Number(source);
  if (SPECIAL.test(source)) return specialNumber(source);
  return source;
}

function specialNumber(source: string): number {
  if (source.slice(-3).toLowerCase() === 'nan') return Number.NaN;
  return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
