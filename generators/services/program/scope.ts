import type { FieldType } from '#model';
import { type Field, type Fields, typeText } from '../system/shapes.ts';
import { member } from '../text/code.ts';
import { singular } from '../text/identifiers.ts';

/** A variable: it gets a name, and is declared, only if something reads it. */
export class Binding {
  readonly wanted: string;
  readonly #taken: Set<string>;
  #name: string | undefined;

  /** @param wanted its name, numbered where it is taken @param taken names in use */
  constructor(wanted: string, taken: Set<string>) {
    this.wanted = wanted;
    this.#taken = taken;
  }

  /** `undefined`: nothing reads it. */
  get name(): string | undefined {
    return this.#name;
  }

  /** Its name, for code that reads it. */
  read(): string {
    if (this.#name !== undefined) return this.#name;
    let name = this.wanted;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${this.wanted}${number}`;
    this.#taken.add(name);
    this.#name = name;
    return name;
  }
}

/** What a call gives: fields of one thing, of each in a list, or nothing. */
export type Result = { kind: 'one' | 'many'; fields: Fields } | { kind: 'nothing' };
export const NOTHING: Result = { kind: 'nothing' };

/** A value that is at hand. */
export interface Known extends Field {
  /** Code that reads it; asking for it has its variable declared. */
  read(): string;
}

interface Source {
  binding: Binding;
  fields: Fields;
}

/**
 * Values at hand while an operation runs, by name: fields of its input and of every result so far. The input comes
 * first, then the latest result; a value that is surely known before one that may not be.
 */
export class Scope {
  readonly #parent: Scope | undefined;
  readonly #sources: Source[] = [];
  readonly #lists: Source[] = [];
  readonly #names: Set<string>;

  constructor(parent?: Scope) {
    this.#parent = parent;
    this.#names = parent === undefined ? new Set(['ports']) : parent.#names;
  }

  /** A scope whose results are not seen outside. */
  inner(): Scope {
    return new Scope(this);
  }

  /** Makes a new variable. */
  bind(wanted: string): Binding {
    return new Binding(wanted, this.#names);
  }

  add(binding: Binding, result: Result): void {
    if (result.kind === 'nothing') return;
    (result.kind === 'one' ? this.#sources : this.#lists).push({ binding, fields: result.fields });
  }

  /**
   * Looks for a value.
   *
   * @param type what it is wanted for: a value of another TypeScript type is none
   */
  find(name: string, type?: FieldType): Known | undefined {
    const [input, ...results] = this.#all();
    const candidates = [...(input === undefined ? [] : [input]), ...results.toReversed()].flatMap(
      ({ binding, fields }) => {
        const field = fields.get(name);
        if (field === undefined || (type !== undefined && typeText(type) !== typeText(field.type))) return [];
        return [{ ...field, read: () => member(binding.read(), name) }];
      },
    );
    return candidates.find(({ nullable }) => !nullable) ?? candidates[0];
  }

  /** The latest list. */
  list(): { fields: Fields; read(): string; each: string } | undefined {
    const source = this.#lists.at(-1);
    if (source === undefined) return this.#parent?.list();
    const { binding, fields } = source;
    const one = singular(binding.wanted);
    return { fields, each: one === binding.wanted ? 'item' : one, read: () => binding.read() };
  }

  /** Every value's name, in the order in which they came. */
  fields(): Map<string, Known> {
    const names = new Set(this.#all().flatMap(({ fields }) => [...fields.keys()]));
    const known = [...names].map((name): [string, Known | undefined] => [name, this.find(name)]);
    return new Map(known.filter((entry): entry is [string, Known] => entry[1] !== undefined));
  }

  #all(): Source[] {
    return [...(this.#parent === undefined ? [] : this.#parent.#all()), ...this.#sources];
  }
}
