import { randomUUID } from 'node:crypto';
import {
  type ColumnDefinition,
  ConflictError,
  FIND_LIMIT,
  InvalidError,
  isComplete,
  NotFoundError,
  type NumberField,
  type Table,
  type TableDefinition,
} from '#runtime';
import { meaningOf } from './errors.ts';
import type { Queries } from './queries.ts';

/** A table of PostgreSQL. Names come from the definition, which is generated; values always travel as parameters. */
export class PostgresTable<Row extends object> implements Table<Row> {
  readonly #queries: Queries;
  readonly #definition: TableDefinition<Row>;
  readonly #columns: Map<string, ColumnDefinition>;
  readonly #table: string;
  readonly #key: string;
  /** What statements give back: every column under its field's name. */
  readonly #fields: string;

  constructor(queries: Queries, definition: TableDefinition<Row>) {
    this.#queries = queries;
    this.#definition = definition;
    this.#columns = new Map(Object.entries<ColumnDefinition>(definition.columns));
    this.#table = quoted(definition.name);
    this.#key = this.#column(definition.key);
    this.#fields = [...this.#columns]
      .map(([field, column]) => `${quoted(column.name)} AS ${quoted(field)}`)
      .join(', ');
  }

  async get(key: string | number): Promise<Row> {
    const rows = await this.#run(`SELECT ${this.#fields} FROM ${this.#table} WHERE ${this.#key} = $1`, [key]);
    return rows[0] ?? this.#absent(key);
  }

  async find(filter: Partial<Row> = {}): Promise<Row[]> {
    const given = this.#given(filter);
    const conditions = given.map(([field], index) => `${this.#column(field)} = $${index + 1}`);
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    return this.#run(
      `SELECT ${this.#fields} FROM ${this.#table}${where} ORDER BY ${this.#key} LIMIT ${FIND_LIMIT}`,
      given.map(([, value]) => value),
    );
  }

  async write(values: Partial<Row>): Promise<Row> {
    const { key } = this.#definition;
    const id = values[key] ?? this.#newKey();
    const others = this.#given(values).filter(([field]) => field !== key);
    return isComplete(this.#definition, values) ? this.#upsert(id, others) : this.#update(id, others);
  }

  async delete(key: string | number): Promise<void> {
    await this.#run(`DELETE FROM ${this.#table} WHERE ${this.#key} = $1`, [key]);
  }

  async add(key: string | number, field: NumberField<Row>, amount: number): Promise<Row> {
    const rows = await this.#change(key, field, '+', positive(amount), '');
    return rows[0] ?? this.#absent(key);
  }

  async subtract(key: string | number, field: NumberField<Row>, amount: number): Promise<Row> {
    // The condition is part of the statement: two buyers cannot both get the last piece.
    const rows = await this.#change(key, field, '-', positive(amount), ` AND ${this.#column(field)} >= $2`);
    if (rows[0] !== undefined) return rows[0];
    await this.get(key);
    throw new ConflictError(`There is not enough ${field} left.`);
  }

  #change(
    key: string | number,
    field: string,
    operator: '+' | '-',
    amount: number,
    condition: string,
  ): Promise<Row[]> {
    const column = this.#column(field);
    return this.#run(
      `UPDATE ${this.#table} SET ${column} = ${column} ${operator} $2 WHERE ${this.#key} = $1${condition} RETURNING ${this.#fields}`,
      [key, amount],
    );
  }

  async #upsert(id: unknown, others: readonly (readonly [string, unknown])[]): Promise<Row> {
    const columns = others.map(([field]) => this.#column(field));
    const changes = columns.length === 0 ? [this.#key] : columns;
    const rows = await this.#run(
      `INSERT INTO ${this.#table} (${[this.#key, ...columns].join(', ')})
       VALUES (${[this.#key, ...columns].map((_, index) => `$${index + 1}`).join(', ')})
       ON CONFLICT (${this.#key}) DO UPDATE SET ${changes.map((column) => `${column} = excluded.${column}`).join(', ')}
       RETURNING ${this.#fields}`,
      [id, ...others.map(([, value]) => value)],
    );
    return rows[0] ?? this.#absent(id);
  }

  async #update(id: unknown, others: readonly (readonly [string, unknown])[]): Promise<Row> {
    const changes = others.map(([field], index) => `${this.#column(field)} = $${index + 2}`);
    if (changes.length === 0) return this.get(String(id));
    const rows = await this.#run(
      `UPDATE ${this.#table} SET ${changes.join(', ')} WHERE ${this.#key} = $1 RETURNING ${this.#fields}`,
      [id, ...others.map(([, value]) => value)],
    );
    return rows[0] ?? this.#absent(id);
  }

  async #run(text: string, values: readonly unknown[]): Promise<Row[]> {
    try {
      const { rows } = await this.#queries.query(text, values);
      // Each row has the definition's fields, as `#fields` has asked for them.
      return rows as Row[];
    } catch (error) {
      throw meaningOf(error);
    }
  }

  #given(values: Partial<Row>): [string, unknown][] {
    return Object.entries(values).filter(([field, value]) => value !== undefined && this.#columns.has(field));
  }

  #column(field: string): string {
    const column = this.#columns.get(field);
    if (column === undefined) throw new InvalidError(`${this.#definition.name} has no ${field}.`);
    return quoted(column.name);
  }

  #newKey(): string {
    const { key, columns } = this.#definition;
    if (columns[key].type !== 'id') throw new InvalidError(`${key} must be given.`);
    return randomUUID();
  }

  #absent(key: unknown): never {
    throw new NotFoundError(`There is no "${key}" in ${this.#definition.name}.`);
  }
}

function positive(amount: number): number {
  if (!(amount > 0)) throw new InvalidError('The amount must be above zero.');
  return amount;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
