/** Numbers that the protobuf language keeps for itself. */
const RESERVED_FIRST = 19_000;
const RESERVED_COUNT = 1_000;
/** Highest number whose tag takes three bytes. */
const HIGHEST = 262_143;
/** Names that every JavaScript object has already. */
const TAKEN = new Set(['constructor', '__proto__']);

/** A field of a protobuf message. */
export interface ProtoField {
  readonly name: string;
  readonly number: number;
}

/**
 * Names and numbers of a message's fields. The generated `.proto` files and the code that fills their messages both go
 * by this.
 *
 * The name is the contract's in the style of protobuf, `orderId` as `order_id`. Names that protobuf does not tell apart
 * (it looks at letters and digits alone) have their number behind them. The number follows from the contract's name alone (FNV-1a hash, 32 bit): adding, removing or
 * reordering fields leaves every other number as it was, as in JSON, and a number never comes to mean something else.
 * Of two names with one hash (about 1 of 6,000 messages of ten fields) the one that sorts later takes the next free
 * number.
 *
 * @param names the contract's names, in any order
 */
export function protoFields(names: readonly string[]): Map<string, ProtoField> {
  const spellings = new Map<string, number>();
  for (const name of names) spellings.set(bare(name), (spellings.get(bare(name)) ?? 0) + 1);
  const taken = new Set<number>();
  const fields = new Map<string, ProtoField>();
  for (const name of names.toSorted()) {
    let number = numberOf(name);
    while (taken.has(number)) number = next(number);
    taken.add(number);
    const alone = spellings.get(bare(name)) === 1;
    fields.set(name, { name: alone ? snake(name) : `${snake(name)}_${number}`, number });
  }
  return fields;
}

function snake(name: string): string {
  const text = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return TAKEN.has(text) ? `${text.replaceAll('__', '')}_field` : text;
}

function bare(name: string): string {
  return snake(name).replaceAll('_', '');
}

function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  const number = 1 + (hash % (HIGHEST - RESERVED_COUNT));
  return number < RESERVED_FIRST ? number : number + RESERVED_COUNT;
}

function next(number: number): number {
  if (number === HIGHEST) return 1;
  return number + 1 === RESERVED_FIRST ? RESERVED_FIRST + RESERVED_COUNT : number + 1;
}
