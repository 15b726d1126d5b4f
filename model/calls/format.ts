import type { LeafCall } from './parse.ts';

/**
 * Text of a call, as it is written in a document.
 *
 * @param call a call; `parseCallText` of the result gives it back
 * @returns e.g. `10% catalog-db.subtract products.stock by quantity`
 */
export function formatCall(
  call: Omit<LeafCall, 'type' | 'probability' | 'repeat'> & { probability?: number; repeat?: number },
): string {
  const { probability = 1, repeat = 1 } = call;
  const prefix = repeat > 1 ? `${repeat}x ` : probability < 1 ? `${formatPercentage(probability)} ` : '';
  const object =
    call.object === undefined ? '' : ` ${call.object}${call.column === undefined ? '' : `.${call.column}`}`;
  return `${prefix}${call.target}.${call.verb}${object}${call.by === undefined ? '' : ` by ${call.by}`}`;
}

/** @param fraction from 0 to 1 @returns e.g. `12.5%`, without floating-point noise */
export function formatPercentage(fraction: number): string {
  return `${Number((fraction * 100).toFixed(6))}%`;
}
