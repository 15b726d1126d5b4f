/**
 * Splits a reference of two parts at the first separator, e.g. `orders.create-order` or `shop-events order-placed`.
 *
 * @returns both parts; the second is empty where there is no separator
 */
export function splitPair(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length).trim()];
}
