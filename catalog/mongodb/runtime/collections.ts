import { type Db, type Document, MongoServerError } from 'mongodb';

const ALREADY_EXISTS = 48;

/** What a repeatable migration holds. */
export interface CollectionDescription {
  readonly collection: string;
  readonly validator: Document;
  /** What documents get that lack a field, because they are older. */
  readonly fill: Readonly<Record<string, unknown>>;
  /** Documents that an empty collection starts with. */
  readonly rows: readonly Document[];
}

/** Brings any earlier form of a collection up to its description. */
export async function describeCollection(database: Db, description: CollectionDescription): Promise<void> {
  const { collection, validator, fill, rows } = description;
  await make(database, collection);
  const documents = database.collection(collection);
  for (const [field, value] of Object.entries(fill))
    await documents.updateMany({ [field]: { $exists: false } }, { $set: { [field]: present(value) } });
  await database.command({ collMod: collection, validator, validationLevel: 'strict' });
  if (rows.length > 0 && (await documents.findOne()) === null)
    await documents.insertMany(
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([field, value]) => [field, present(value)])),
      ),
    );
}

async function make(database: Db, collection: string): Promise<void> {
  try {
    await database.createCollection(collection);
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === ALREADY_EXISTS)) throw error;
  }
}

/** `{ "$now": true }` is the present time. */
function present(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '$now' in value ? new Date() : value;
}
