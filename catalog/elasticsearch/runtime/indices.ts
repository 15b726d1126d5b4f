import type { Client, estypes } from '@elastic/elasticsearch';
import { isThere } from './errors.ts';

/** What a repeatable migration holds. */
export interface IndexDescription {
  readonly index: string;
  readonly settings: estypes.IndicesIndexSettings;
  readonly mappings: estypes.MappingTypeMapping;
  /** Field that identifies a document. */
  readonly key: string;
  /** What documents get that lack a field, because they are older. */
  readonly fill: Readonly<Record<string, unknown>>;
  /** Documents that an empty index starts with. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Brings any earlier form of an index up to its description. */
export async function describeIndex(client: Client, description: IndexDescription): Promise<void> {
  const { index, settings, mappings, fill } = description;
  try {
    await client.indices.create({ index, settings, mappings });
  } catch (error) {
    if (!isThere(error)) throw error;
    await client.indices.putMapping({ index, ...mappings });
    for (const [field, value] of Object.entries(fill)) await fillIn(client, index, field, present(value));
  }
  await addRows(client, description);
}

async function fillIn(client: Client, index: string, field: string, value: unknown): Promise<void> {
  await client.updateByQuery({
    index,
    refresh: true,
    conflicts: 'proceed',
    query: { bool: { must_not: { exists: { field } } } },
    script: {
      source: 'if (ctx._source[params.field] == null) { ctx._source[params.field] = params.value }',
      params: { field, value },
    },
  });
}

async function addRows(client: Client, { index, key, rows }: IndexDescription): Promise<void> {
  if (rows.length === 0) return;
  await client.indices.refresh({ index });
  if ((await client.count({ index })).count > 0) return;
  const operations = rows.flatMap((row) => [
    { create: { _index: index, _id: String(row[key]) } },
    Object.fromEntries(Object.entries(row).map(([field, value]) => [field, present(value)])),
  ]);
  const { errors, items } = await client.bulk({ refresh: true, operations });
  const reason = items.find(({ create }) => create?.error !== undefined)?.create?.error?.reason;
  if (errors) throw new Error(`The first documents of ${index} cannot be stored: ${reason}`);
}

/** `{ "$now": true }` is the present time. */
function present(value: unknown): unknown {
  const isNow = typeof value === 'object' && value !== null && '$now' in value;
  return isNow ? new Date().toISOString() : value;
}
