import type { ScalarType } from '#model';

/** A column as generated services use it, whatever the engine. */
export interface ColumnModel {
  /** Field of a row, as the document names it. */
  field: string;
  /** Name in the database: snake case, unique within the table. */
  name: string;
  type: ScalarType;
  nullable: boolean;
  /** What a new row gets where nothing is given; `now` for a timestamp is the present time. */
  default?: string | number | boolean;
}

/** A table of a database component. */
export interface TableModel {
  /** As the document names it. */
  table: string;
  /** Name in the database, unique within it. */
  name: string;
  /** Field that identifies a row. */
  key: string;
  columns: readonly ColumnModel[];
  /** Rows that the table starts with; fields that are no columns were left out. */
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}
