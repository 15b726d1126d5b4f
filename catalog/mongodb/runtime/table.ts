import { randomUUID } from 'node:crypto';
import type { ClientSession, Collection, Db } from 'mongodb';
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
import { isConflict, isSameKey, meaningOf } from './errors.ts';
import { retryWhile } from './retry.ts';
import type { Sessions } from './sessions.ts';
import { fromStored, presetOf, type Stored, toStored } from './values.ts';

/** Longest that a command of an operation may take. */
const MAX_TIME_MS = 10_000;

/** A row as a document: its key is the document's. */
type RowDocument = { _id: Stored } & Record<string, Stored>;
type Fields = Record<string, Stored>;

interface CommandOptions {
  readonly session?: ClientSession;
  readonly maxTimeMS: number;
}

/** A collection of MongoDB whose documents are rows. Every method is one command on one document, so it is atomic. */
export class MongoTable<Row extends object> implements Table<Row> {
  readonly #sessions: Sessions;
  readonly #definition: TableDefinition<Row>;
  readonly #columns: ReadonlyMap<string, ColumnDefinition>;
  readonly #documents: Collection<RowDocument>;

  constructor(database: Db, sessions: Sessions, definition: TableDefinition<Row>) {
    this.#sessions = sessions;
    this.#definition = definition;
    this.#columns = new Map(Object.entries<ColumnDefinition>(definition.columns));
    this.#documents = database.collection<RowDocument>(definition.name);
  }

  async get(key: string | number): Promise<Row> {
    const document = await this.#run((options) =>
      this.#documents.findOne({ _id: this.#keyOf(key) }, options),
    );
    return document === null ? this.#absent(key) : this.#rowOf(document);
  }

  async find(filter: Partial<Row> = {}): Promise<Row[]> {
    const wanted = this.#fieldsOf(filter);
    const documents = await this.#run((options) =>
      this.#documents.find(wanted, options).sort({ _id: 1 }).limit(FIND_LIMIT).toArray(),
    );
    return documents.map((document) => this.#rowOf(document));
  }

  async write(values: Partial<Row>): Promise<Row> {
    const { key } = this.#definition;
    const id = values[key] ?? this.#newKey();
    const { _id: _, ...given } = this.#fieldsOf(values);
    const upsert = isComplete(this.#definition, values);
    const presets = upsert ? this.#presets(given) : {};
    const update = {
      ...(Object.keys(given).length === 0 ? {} : { $set: given }),
      ...(Object.keys(presets).length === 0 ? {} : { $setOnInsert: presets }),
    };
    // Without anything to change there is nothing to send but the key.
    const document = await this.#change(
      { _id: this.#keyOf(id) },
      Object.keys(update).length === 0 ? { $setOnInsert: { _id: this.#keyOf(id) } } : update,
      upsert,
    );
    return document === null ? this.#absent(id) : this.#rowOf(document);
  }

  async delete(key: string | number): Promise<void> {
    await this.#run((options) => this.#documents.deleteOne({ _id: this.#keyOf(key) }, options));
  }

  async add(key: string | number, field: NumberField<Row>, amount: number): Promise<Row> {
    const { name } = this.#column(field);
    const document = await this.#change({ _id: this.#keyOf(key) }, { $inc: { [name]: positive(amount) } });
    return document === null ? this.#absent(key) : this.#rowOf(document);
  }

  async subtract(key: string | number, field: NumberField<Row>, amount: number): Promise<Row> {
    const { name } = this.#column(field);
    // The condition is part of the command: two buyers cannot both get the last piece.
    const document = await this.#change(
      { _id: this.#keyOf(key), [name]: { $gte: positive(amount) } },
      { $inc: { [name]: -amount } },
    );
    if (document !== null) return this.#rowOf(document);
    await this.get(key);
    throw new ConflictError(`There is not enough ${field} left.`);
  }

  #change(
    filter: object,
    update: Readonly<Record<string, Fields>>,
    upsert = false,
  ): Promise<RowDocument | null> {
    return this.#run((options) =>
      this.#documents.findOneAndUpdate(filter, update, { ...options, upsert, returnDocument: 'after' }),
    );
  }

  async #run<T>(command: (options: CommandOptions) => Promise<T>): Promise<T> {
    const again = (error: unknown) =>
      !this.#sessions.inTransaction && (isConflict(error) || isSameKey(error));
    try {
      return await retryWhile(again, () => command(this.#options()));
    } catch (error) {
      throw meaningOf(error);
    }
  }

  #options(): CommandOptions {
    return { ...this.#sessions.options(), maxTimeMS: MAX_TIME_MS };
  }

  #rowOf(document: RowDocument): Row {
    const fields = [...this.#columns].map(([field, column]) => [
      field,
      fromStored(document[this.#nameOf(field, column)]),
    ]);
    // Each row has the definition's fields.
    return Object.fromEntries(fields) as Row;
  }

  #fieldsOf(values: Partial<Row>): Fields {
    const fields: Fields = {};
    for (const [field, value] of Object.entries(values)) {
      const column = this.#columns.get(field);
      if (column !== undefined && value !== undefined)
        fields[this.#nameOf(field, column)] = toStored(field, column, value);
    }
    return fields;
  }

  /** What a new document holds beside what is given. */
  #presets(given: Fields): Fields {
    const others = [...this.#columns].filter(
      ([field, { name }]) => field !== this.#definition.key && !Object.hasOwn(given, name),
    );
    return Object.fromEntries(others.map(([field, column]) => [column.name, presetOf(field, column)]));
  }

  #nameOf(field: string, { name }: ColumnDefinition): string {
    return field === this.#definition.key ? '_id' : name;
  }

  #keyOf(key: unknown): Stored {
    const { key: field } = this.#definition;
    return toStored(field, this.#column(field), key);
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

  #absent(key: unknown): never {
    throw new NotFoundError(`There is no "${key}" in ${this.#definition.name}.`);
  }
}

function positive(amount: number): number {
  if (!(amount > 0)) throw new InvalidError('The amount must be above zero.');
  return amount;
}
