import { randomUUID } from 'node:crypto';
import type { Client, estypes } from '@elastic/elasticsearch';
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
import { isMissing, meaningOf } from './errors.ts';
import { presetOf, type Stored, toStored } from './values.ts';

/** How often the server tries a change again that met another of the same document. */
const RETRIES_ON_CONFLICT = 50;
/** A sum that was sent twice would count twice, so an answer that is lost stays lost. */
const NOT_AGAIN = { maxRetries: 0 };

/**
 * Changes a number. One script for all fields, so that the server compiles it once. What is taken away must be there:
 * as a part of the change, so that two buyers cannot both get the last piece.
 */
const CHANGE = `
  if (ctx._source[params.field] + params.amount < 0 && params.amount < 0) { ctx.op = 'none' }
  else { ctx._source[params.field] += params.amount }`;

type Fields = Record<string, Stored>;

/**
 * An index of Elasticsearch whose documents are rows. Every method is one request on one document, so it is atomic. A
 * write waits until searches find it.
 */
export class ElasticsearchTable<Row extends object> implements Table<Row> {
  readonly #client: Client;
  readonly #definition: TableDefinition<Row>;
  readonly #columns: ReadonlyMap<string, ColumnDefinition>;
  readonly #index: string;

  constructor(client: Client, definition: TableDefinition<Row>) {
    this.#client = client;
    this.#definition = definition;
    this.#columns = new Map(Object.entries<ColumnDefinition>(definition.columns));
    this.#index = definition.name;
  }

  async get(key: string | number): Promise<Row> {
    const request = () => this.#client.get<Fields>({ index: this.#index, id: String(key) });
    const { _source } = await this.#run(key, request, false);
    return this.#rowOf(_source);
  }

  async find(filter: Partial<Row> = {}): Promise<Row[]> {
    const conditions = Object.entries(this.#fieldsOf(filter)).map(
      ([field, value]): estypes.QueryDslQueryContainer =>
        value === null ? { bool: { must_not: { exists: { field } } } } : { term: { [field]: { value } } },
    );
    const request = () =>
      this.#client.search<Fields>({
        index: this.#index,
        query: { bool: { filter: conditions } },
        sort: [{ [this.#column(this.#definition.key).name]: 'asc' }],
        size: FIND_LIMIT,
        track_total_hits: false,
      });
    const { hits } = await this.#run('', request, false);
    return hits.hits.map(({ _source }) => this.#rowOf(_source));
  }

  async write(values: Partial<Row>): Promise<Row> {
    const { key } = this.#definition;
    const id = values[key] ?? this.#newKey();
    const given = this.#fieldsOf({ ...values, [key]: id });
    const complete = isComplete(this.#definition, values);
    const { get } = await this.#run(id, () =>
      this.#client.update<Fields, Fields, Fields>({
        index: this.#index,
        id: String(id),
        doc: given,
        ...(complete ? { upsert: { ...this.#presets(), ...given } } : {}),
        retry_on_conflict: RETRIES_ON_CONFLICT,
        refresh: 'wait_for',
        _source: true,
      }),
    );
    return this.#rowOf(get?._source);
  }

  async delete(key: string | number): Promise<void> {
    try {
      await this.#client.delete({ index: this.#index, id: String(key), refresh: 'wait_for' });
    } catch (error) {
      if (!isMissing(error)) throw meaningOf(error);
    }
  }

  async add(key: string | number, field: NumberField<Row>, amount: number): Promise<Row> {
    const { get } = await this.#change(key, field, positive(amount));
    return this.#rowOf(get?._source);
  }

  async subtract(key: string | number, field: NumberField<Row>, amount: number): Promise<Row> {
    const { get, result } = await this.#change(key, field, -positive(amount));
    if (result === 'noop') throw new ConflictError(`There is not enough ${field} left.`);
    return this.#rowOf(get?._source);
  }

  #change(key: string | number, field: string, amount: number) {
    const script = { source: CHANGE, params: { field: this.#column(field).name, amount } };
    return this.#run(key, () =>
      this.#client.update<Fields, Fields, Fields>(
        {
          index: this.#index,
          id: String(key),
          script,
          retry_on_conflict: RETRIES_ON_CONFLICT,
          refresh: 'wait_for',
          _source: true,
        },
        NOT_AGAIN,
      ),
    );
  }

  async #run<T>(key: unknown, request: () => Promise<T>, changes = true): Promise<T> {
    try {
      return await request();
    } catch (error) {
      if (isMissing(error))
        throw new NotFoundError(`There is no "${key}" in ${this.#definition.name}.`, { cause: error });
      throw meaningOf(error, changes);
    }
  }

  #rowOf(source: Fields = {}): Row {
    const fields = [...this.#columns].map(([field, { name }]) => [field, source[name] ?? null]);
    // Each row has the definition's fields.
    return Object.fromEntries(fields) as Row;
  }

  #fieldsOf(values: Partial<Row>): Fields {
    const fields: Fields = {};
    for (const [field, value] of Object.entries(values)) {
      const column = this.#columns.get(field);
      if (column !== undefined && value !== undefined) fields[column.name] = toStored(field, column, value);
    }
    return fields;
  }

  #presets(): Fields {
    return Object.fromEntries(
      [...this.#columns].map(([field, column]) => [column.name, presetOf(field, column)]),
    );
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

function positive(amount: number): number {
  if (!(amount > 0)) throw new InvalidError('The amount must be above zero.');
  return amount;
}
