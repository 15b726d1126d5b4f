import { z } from 'zod';
import { KIND_FIELDS, type Kind } from './kinds/index.ts';
import { dnsLabel, duration, text } from './quantity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Version of the document format that this program reads and writes. */
export const FORMAT_VERSION = 1;
/** Most components that a document may hold. */
export const MAX_COMPONENTS = 10_000;

const fieldsOf = <K extends Kind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), engine: z.string().optional(), ...KIND_FIELDS[kind] });

export type ClientComponent = z.output<ReturnType<typeof fieldsOf<'client'>>>;
export type GatewayComponent = z.output<ReturnType<typeof fieldsOf<'gateway'>>>;
export type ServiceComponent = z.output<ReturnType<typeof fieldsOf<'service'>>>;
export type DatabaseComponent = z.output<ReturnType<typeof fieldsOf<'database'>>>;
export type CacheComponent = z.output<ReturnType<typeof fieldsOf<'cache'>>>;
export type QueueComponent = z.output<ReturnType<typeof fieldsOf<'queue'>>>;
export type StreamComponent = z.output<ReturnType<typeof fieldsOf<'stream'>>>;
export type StorageComponent = z.output<ReturnType<typeof fieldsOf<'storage'>>>;
export type DiscoveryComponent = z.output<ReturnType<typeof fieldsOf<'discovery'>>>;
export type JobComponent = z.output<ReturnType<typeof fieldsOf<'job'>>>;
export type MonitoringComponent = z.output<ReturnType<typeof fieldsOf<'monitoring'>>>;
export type ExternalComponent = z.output<ReturnType<typeof fieldsOf<'external'>>>;

/** A component; an engine's own fields (see `Vocabulary`) stand beside those of its kind. */
export type Component =
  | ClientComponent
  | GatewayComponent
  | ServiceComponent
  | JobComponent
  | DatabaseComponent
  | CacheComponent
  | QueueComponent
  | StreamComponent
  | StorageComponent
  | DiscoveryComponent
  | MonitoringComponent
  | ExternalComponent;

export const connection = z.strictObject({
  from: dnsLabel().meta({
    title: 'From',
    description: 'Component that calls or publishes.',
    widget: 'component',
  }),
  to: dnsLabel().meta({
    title: 'To',
    description: 'Component that is called, or the queue.',
    widget: 'component',
  }),
  protocol: z
    .string()
    .max(40)
    .meta({
      title: 'Protocol',
      description: 'How the two talk; by default what the target speaks.',
      widget: 'choice',
    })
    .optional(),
  timeout: duration({
    title: 'Timeout',
    description: 'How long the caller waits before it gives up.',
    examples: ['300ms'],
  }).optional(),
  retries: z
    .int()
    .min(0)
    .max(10)
    .meta({ title: 'Retries', description: 'How often a failed call is tried again.', widget: 'integer' })
    .optional(),
  description: text({
    title: 'Description',
    description: 'What flows here.',
    widget: 'multiline',
  }).optional(),
});
export type Connection = z.output<typeof connection>;

export const layout = z
  .strictObject({
    description: text({ title: 'Description', description: 'What the layout is for.' }).optional(),
    units: z.record(dnsLabel(), z.array(dnsLabel()).min(1)).optional(),
    omit: z.array(dnsLabel()).optional(),
  })
  .nullable();
export type Layout = z.output<typeof layout>;

const coordinate = z.number().min(-1_000_000).max(1_000_000);
export const position = z.strictObject({ x: coordinate, y: coordinate });
export type Position = z.output<typeof position>;

/** Everything but the components' own fields, whose schema depends on the vocabulary. */
export const documentFrame = z.strictObject({
  archwright: z.literal(FORMAT_VERSION),
  name: dnsLabel().meta({
    title: 'Name',
    description: 'Name of the system: namespace, project and package scope.',
  }),
  description: text({
    title: 'Description',
    description: 'What the system is for.',
    widget: 'multiline',
  }).optional(),
  components: z.record(dnsLabel(), z.unknown()).nullable().optional(),
  connections: z.array(connection).max(100_000).nullable().optional(),
  layouts: z.record(dnsLabel(), layout).nullable().optional(),
  canvas: z.record(dnsLabel(), position).nullable().optional(),
});

/** A valid document. Maps keep the author's order. */
export interface ArchDocument {
  archwright: typeof FORMAT_VERSION;
  name: string;
  description?: string;
  components: Record<string, Component>;
  connections: Connection[];
  layouts: Record<string, Layout>;
  canvas: Record<string, Position>;
}

/**
 * Schema of one component.
 *
 * @param kind what the component is
 * @param engine what runs it; `undefined` for kinds without engines
 * @param vocabulary the engines that exist
 * @returns a strict object schema: the kind's fields and the engine's own
 */
export function componentSchema(kind: Kind, engine: string | undefined, vocabulary: Vocabulary) {
  const own = vocabulary.fieldsOf(kind, engine);
  const engineField = engine === undefined ? {} : { engine: z.literal(engine).optional() };
  return z.strictObject({ kind: z.literal(kind), ...engineField, ...KIND_FIELDS[kind], ...own });
}
