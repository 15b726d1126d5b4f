export type ColumnType = 'id' | 'string' | 'integer' | 'number' | 'boolean' | 'timestamp';

export interface ColumnDefinition {
  /** Name in the database. */
  readonly name: string;
  readonly type: ColumnType;
  /** May be unknown: `null`. */
  readonly nullable: boolean;
  /** What a new row gets where nothing is given; `now` for a timestamp is the present time. */
  readonly default?: string | number | boolean;
}

/** A table as its service sees it: fields of a row to columns of the database. */
export interface TableDefinition<Row extends object> {
  readonly name: string;
  /** Field that identifies a row. */
  readonly key: keyof Row & string;
  readonly columns: Readonly<Record<keyof Row & string, ColumnDefinition>>;
}

/** Most rows that `find` gives. */
export const FIND_LIMIT = 100;

/** Rows of one table. Every method is one statement, so each is atomic. */
export interface Table<Row extends object> {
  /** @throws NotFoundError where there is no such row */
  get(key: string | number): Promise<Row>;
  /** Rows whose fields equal the filter's, in order of the key, at most 100. */
  find(filter?: Partial<Row>): Promise<Row[]>;
  /**
   * Inserts a row, or changes the fields given of the row with that key. A missing key of type id is made up.
   *
   * @throws NotFoundError where the row does not exist and too little is given to make it
   */
  write(values: Partial<Row>): Promise<Row>;
  /** Removes the row, if it is there. */
  delete(key: string | number): Promise<void>;
  /** Adds a positive amount to a number. @returns the changed row @throws NotFoundError, InvalidError */
  add(key: string | number, field: NumberField<Row>, amount: number): Promise<Row>;
  /** Subtracts a positive amount. @throws ConflictError where less is there; NotFoundError, InvalidError */
  subtract(key: string | number, field: NumberField<Row>, amount: number): Promise<Row>;
}

/** Names of a row's number fields. */
export type NumberField<Row> = {
  [Field in keyof Row]: number extends Row[Field] ? Field : never;
}[keyof Row] &
  string;

/** Whether the values suffice to make a row: a field that is neither nullable nor has a default must be given. */
export function isComplete<Row extends object>(table: TableDefinition<Row>, values: Partial<Row>): boolean {
  const columns = Object.entries<ColumnDefinition>(table.columns);
  return columns.every(
    ([field, column]) =>
      field === table.key ||
      column.nullable ||
      column.default !== undefined ||
      values[field as keyof Row] !== undefined,
  );
}
