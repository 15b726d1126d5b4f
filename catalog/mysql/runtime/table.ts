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
import type { Connections } from './connections.ts';
import { isDuplicate, meaningOf } from './errors.ts';
import type { Parameter, Statements } from './statements.ts';
import { fromColumn, toColumn } from './values.ts';

/** A value on its way into a column. */
interface Assignment {
  readonly column: string;
  readonly value: Parameter;
}

/**
 * A table of MySQL or MariaDB. Names come from the definition, which is generated; values always travel as parameters.
 * Statements give no rows back, so changes read the row in the same transaction.
 */
export class MysqlTable<Row extends object> implements Table<Row> {
  readonly #connections: Connections;
  readonly #definition: TableDefinition<Row>;
  readonly #columns: Map<string, ColumnDefinition>;
  readonly #table: string;
  readonly #key: string;
  readonly #select: string;

  constructor(connections: Connections, definition: TableDefinition<Row>) {
    this.#connections = connections;
    this.#definition = definition;
    this.#columns = new Map(Object.entries<ColumnDefinition>(definition.columns));
    this.#table = quoted(definition.name);
    this.#key = quoted(this.#column(definition.key).name);
    const fields = [...this.#columns].map(([field, { name }]) => `${quoted(name)} AS ${quoted(field)}`);
    this.#select = `SELECT ${fields.join(', ')} FROM ${this.#table}`;
  }

  get(key: string | number): Promise<Row> {
    return this.#run((statements) => this.#read(statements, this.#keyOf(key)));
  }

  find(filter: Partial<Row> = {}): Promise<Row[]> {
    return this.#run(async (statements) => {
      // Unlike `=`, `<=>` also finds what is unknown.
      const given = this.#assignments(filter);
      const where =
        given.length === 0 ? '' : ` WHERE ${given.map(({ column }) => `${column} <=> ?`).join(' AND ')}`;
      const rows = await statements.rows(
        `${this.#select}${where} ORDER BY ${this.#key} LIMIT ${FIND_LIMIT}`,
        given.map(({ value }) => value),
      );
      return rows.map((row) => this.#rowOf(row));
    });
  }

  write(values: Partial<Row>): Promise<Row> {
    const { key } = this.#definition;
    return this.#atomic(async (statements) => {
      const id = values[key] ?? this.#newKey();
      const { [key]: _, ...rest } = values;
      const others = this.#assignments(rest as Partial<Row>);
      const complete = isComplete(this.#definition, values);
      await this.#store(statements, { column: this.#key, value: this.#keyOf(id) }, others, complete);
      return this.#read(statements, this.#keyOf(id));
    });
  }

  async delete(key: string | number): Promise<void> {
    await this.#run((statements) =>
      statements.change(`DELETE FROM ${this.#table} WHERE ${this.#key} = ?`, [this.#keyOf(key)]),
    );
  }

  add(key: string | number, field: NumberField<Row>, amount: number): Promise<Row> {
    return this.#atomic(async (statements) => {
      await this.#change(statements, key, field, '+', positive(amount));
      return this.#read(statements, this.#keyOf(key));
    });
  }

  subtract(key: string | number, field: NumberField<Row>, amount: number): Promise<Row> {
    return this.#atomic(async (statements) => {
      const changed = await this.#change(statements, key, field, '-', positive(amount));
      const row = await this.#read(statements, this.#keyOf(key));
      if (changed === 0) throw new ConflictError(`There is not enough ${field} left.`);
      return row;
    });
  }

  /** What is taken away must be there: as a part of the statement, so that two buyers cannot both get the last piece. */
  #change(
    statements: Statements,
    key: string | number,
    field: string,
    operator: '+' | '-',
    amount: number,
  ): Promise<number> {
    const column = quoted(this.#column(field).name);
    const condition = operator === '-' ? ` AND ${column} >= ?` : '';
    return statements.change(
      `UPDATE ${this.#table} SET ${column} = ${column} ${operator} ? WHERE ${this.#key} = ?${condition}`,
      [amount, this.#keyOf(key), ...(operator === '-' ? [amount] : [])],
    );
  }

  /** `ON DUPLICATE KEY UPDATE` would also change a row that equals another unique column, so it is not used. */
  async #store(
    statements: Statements,
    key: Assignment,
    others: readonly Assignment[],
    complete: boolean,
  ): Promise<void> {
    if ((await this.#update(statements, key, others)) > 0 || !complete) return;
    const all = [key, ...others];
    const columns = all.map(({ column }) => column).join(', ');
    const marks = all.map(() => '?').join(', ');
    try {
      await statements.change(
        `INSERT INTO ${this.#table} (${columns}) VALUES (${marks})`,
        all.map(({ value }) => value),
      );
    } catch (error) {
      // Somebody else has made the row meanwhile, or it breaks another rule, which then stays the reason.
      if (!isDuplicate(error) || (await this.#update(statements, key, others)) === 0) throw error;
    }
  }

  #update(statements: Statements, key: Assignment, others: readonly Assignment[]): Promise<number> {
    const assignments = others.length === 0 ? [key] : others;
    return statements.change(
      `UPDATE ${this.#table} SET ${assignments.map(({ column }) => `${column} = ?`).join(', ')} WHERE ${this.#key} = ?`,
      [...assignments.map(({ value }) => value), key.value],
    );
  }

  async #read(statements: Statements, key: Parameter): Promise<Row> {
    const [row] = await statements.rows(`${this.#select} WHERE ${this.#key} = ?`, [key]);
    if (row === undefined) throw new NotFoundError(`There is no "${key}" in ${this.#definition.name}.`);
    return this.#rowOf(row);
  }

  async #run<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.#connections.use(work).catch(rethrow);
  }

  async #atomic<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.#connections.atomic(work).catch(rethrow);
  }

  #rowOf(row: Record<string, unknown>): Row {
    const fields = [...this.#columns].map(([field, column]) => [field, fromColumn(column, row[field])]);
    // Each row has the definition's fields, as `#select` has asked for them.
    return Object.fromEntries(fields) as Row;
  }

  #assignments(values: Partial<Row>): Assignment[] {
    return Object.entries(values).flatMap(([field, value]) => {
      const column = this.#columns.get(field);
      if (column === undefined || value === undefined) return [];
      return [{ column: quoted(column.name), value: toColumn(field, column, value) }];
    });
  }

  #keyOf(key: unknown): Parameter {
    const { key: field } = this.#definition;
    return toColumn(field, this.#column(field), key);
  }

  #column(field: string): ColumnDefinition {
    const column = this.#columns.get(field);
    if (column === undefined) throw new InvalidError(`${this.#definition.name} has no ${field}.`);
    return column;
  }

  #newKey(): string {
    const { key, columns } = this.#definition;
    if (columns[key].type !== 'id') throw new InvalidError(`${key} must be given.`);
    return randomUUID();
  }
}

function rethrow(error: unknown): never {
  throw meaningOf(error);
}

function positive(amount: number): number {
  if (!(amount > 0)) throw new InvalidError('The amount must be above zero.');
  return amount;
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
