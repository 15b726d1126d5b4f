import type { FieldType } from '#model';
import { type Field, type Fields, typeText } from '../system/shapes.ts';
import { member } from '../text/code.ts';
import { singular } from '../text/identifiers.ts';

/** A variable; declared only if something reads it. */
export interface Binding {
  name: string;
  used: boolean;
}

/** What a call gives: fields of one thing, of each in a list, or nothing. */
export type Result = { kind: 'one' | 'many'; fields: Fields } | { kind: 'nothing' };
export const NOTHING: Result = { kind: 'nothing' };

/** A value that is at hand. */
export interface Known extends Field {
  /** Code that reads it; asking for it marks its variable as used. */
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
    this.#names = parent === undefined ? new Set(['input', 'ports']) : parent.#names;
  }

  /** A scope whose results are not seen outside. */
  inner(): Scope {
    return new Scope(this);
  }

  /** Names a new variable. */
  bind(wanted: string): Binding {
    let name = wanted;
    for (let number = 2; this.#names.has(name); number += 1) name = `${wanted}${number}`;
    this.#names.add(name);
    return { name, used: false };
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
        return [{ ...field, read: () => read(binding, name) }];
      },
    );
    return candidates.find(({ nullable }) => !nullable) ?? candidates[0];
  }

  /** The latest list. */
  list(): { fields: Fields; read(): string; each: string } | undefined {
    const source = this.#lists.at(-1);
    if (source === undefined) return this.#parent?.list();
    const { binding, fields } = source;
    const one = singular(binding.name);
    return {
      fields,
      each: one === binding.name ? 'item' : one,
      read: () => {
        binding.used = true;
        return binding.name;
      },
    };
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

function read(binding: Binding, name: string): string {
  binding.used = true;
  return member(binding.name, name);
}
