import { randomUUID } from 'node:crypto';
import { ConflictError, InvalidError, NotFoundError } from '../errors.ts';
import {
  type ColumnDefinition,
  FIND_LIMIT,
  isComplete,
  type Table,
  type TableDefinition,
} from '../ports/table.ts';

/** Numbers of sample rows: enough for whatever a test takes away. */
const PLENTY = 1_000;

/** A table in memory, for tests: behaves as the database does. */
export class MemoryTable<Row extends object> implements Table<Row> {
  readonly #definition: TableDefinition<Row>;
  readonly #rows = new Map<string, Row>();

  constructor(definition: TableDefinition<Row>) {
    this.#definition = definition;
  }

  /** Puts in a row with every field filled. @param key its key @returns the table */
  withSample(key: string): this {
    const columns = Object.entries<ColumnDefinition>(this.#definition.columns);
    const filled = Object.fromEntries(columns.map(([field, column]) => [field, sampleOf(column, key)]));
    const row = {
      ...filled,
      ...(typeof filled[this.#definition.key] === 'number' ? { [this.#definition.key]: 1 } : {}),
    } as Row;
    this.#rows.set(String(row[this.#definition.key]), row);
    return this;
  }

  async get(key: string | number): Promise<Row> {
    const row = this.#rows.get(String(key));
    if (row === undefined) throw new NotFoundError(`There is no "${key}" in ${this.#definition.name}.`);
    return { ...row };
  }

  async find(filter: Partial<Row> = {}): Promise<Row[]> {
    const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
    const rows = [...this.#rows.values()].filter((row) =>
      wanted.every(([field, value]) => row[field as keyof Row] === value),
    );
    const { key } = this.#definition;
    return rows
      .toSorted((a, b) => (a[key] < b[key] ? -1 : 1))
      .slice(0, FIND_LIMIT)
      .map((row) => ({ ...row }));
  }

  async write(values: Partial<Row>): Promise<Row> {
    const { key, name, columns } = this.#definition;
    const id = values[key] ?? this.#newKey();
    const existing = this.#rows.get(String(id));
    if (existing === undefined && !isComplete(this.#definition, values))
      throw new NotFoundError(`There is no "${id}" in ${name}.`);
    const start =
      existing ??
      Object.fromEntries(
        Object.entries<ColumnDefinition>(columns).map(([field, column]) => [field, initialOf(column)]),
      );
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    const row = { ...start, ...given, [key]: id } as Row;
    this.#rows.set(String(id), row);
    return { ...row };
  }

  async delete(key: string | number): Promise<void> {
    this.#rows.delete(String(key));
  }

  add(key: string | number, field: keyof Row & string, amount: number): Promise<Row> {
    return this.#change(key, field, amount, 1);
  }

  subtract(key: string | number, field: keyof Row & string, amount: number): Promise<Row> {
    return this.#change(key, field, amount, -1);
  }

  async #change(key: string | number, field: keyof Row & string, amount: number, sign: 1 | -1): Promise<Row> {
    if (!(amount > 0)) throw new InvalidError('The amount must be above zero.');
    const row = await this.get(key);
    const value = Number(row[field]) + sign * amount;
    if (value < 0) throw new ConflictError(`There is not enough ${field} left.`);
    const changed = { ...row, [field]: value };
    this.#rows.set(String(key), changed);
    return changed;
  }

  #newKey(): string {
    const { key, columns } = this.#definition;
    if (columns[key].type !== 'id') throw new InvalidError(`${key} must be given.`);
    return randomUUID();
  }
}

function initialOf(column: ColumnDefinition): unknown {
  if (column.type === 'timestamp' && column.default === 'now') return new Date().toISOString();
  return column.default ?? null;
}

function sampleOf(column: ColumnDefinition, key: string): unknown {
  switch (column.type) {
    case 'integer':
    case 'number':
      return PLENTY;
    case 'boolean':
      return true;
    case 'timestamp':
      return '2026-01-01T00:00:00.000Z';
    default:
      return key;
  }
}
