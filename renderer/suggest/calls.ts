import { type ArchDocument, type Component, isBroker, type Vocabulary } from '#model';

/**
 * Every call that an operation could make, as it is written in a document: `payments.charge`, `orders-db.write orders`,
 * `shop-events.publish order-placed`.
 *
 * @param self component whose operations call; it is left out
 */
export function callsTo(document: ArchDocument, vocabulary: Vocabulary, self?: string): string[] {
  return Object.entries(document.components).flatMap(([name, component]) =>
    name === self ? [] : callsOfTarget(name, component, vocabulary),
  );
}

function callsOfTarget(name: string, component: Component, vocabulary: Vocabulary): string[] {
  if (component.kind === 'service')
    return Object.keys(component.operations ?? {}).map((operation) => `${name}.${operation}`);
  const verbs = vocabulary.verbsOf(component.kind, component.engine) ?? [];
  return verbs.flatMap((verb) =>
    objectsOf(component, verb).map((object) =>
      object === '' ? `${name}.${verb}` : `${name}.${verb} ${object}`,
    ),
  );
}

/** What a verb can be used on: tables, number columns, topics; an empty text where nothing is declared. */
function objectsOf(component: Component, verb: string): string[] {
  if (isBroker(component)) return orNothing(Object.keys(component.topics ?? {}));
  if (component.kind === 'storage')
    return orNothing((component.buckets ?? []).map((bucket) => `${bucket} by id`));
  if (component.kind !== 'database') return [''];
  const tables = Object.entries(component.tables ?? {});
  if (verb !== 'add' && verb !== 'subtract') return orNothing(tables.map(([table]) => table));
  return tables.flatMap(([table, { columns }]) =>
    Object.entries(columns)
      .filter(([, column]) =>
        ['integer', 'number'].includes(typeof column === 'string' ? column : column.type),
      )
      .map(([column]) => `${table}.${column} by ${column}`),
  );
}

const orNothing = (objects: string[]): string[] => (objects.length === 0 ? [''] : objects);

/** Queue and topic, as `consumes` names them: `shop-events order-placed`. */
export function topicsToConsume(document: ArchDocument): string[] {
  return Object.entries(document.components).flatMap(([name, component]) =>
    isBroker(component) ? Object.keys(component.topics ?? {}).map((topic) => `${name} ${topic}`) : [],
  );
}

/** Service and operation, as a workload's mix names them: `orders.create-order`. */
export function operationsToCall(document: ArchDocument): string[] {
  return Object.entries(document.components).flatMap(([name, component]) =>
    component.kind === 'service'
      ? Object.keys(component.operations ?? {}).map((operation) => `${name}.${operation}`)
      : [],
  );
}

/** Names of the components, of one kind or of all. */
export function componentNames(document: ArchDocument, kind?: Component['kind']): string[] {
  return Object.entries(document.components).flatMap(([name, component]) =>
    kind === undefined || component.kind === kind ? [name] : [],
  );
}

/** Bounded contexts that the document names. */
export function contextNames(document: ArchDocument): string[] {
  return [
    ...new Set(
      Object.values(document.components).flatMap(({ context }) => (context === undefined ? [] : [context])),
    ),
  ];
}
