import type { z } from 'zod';
import type { RuledVocabulary } from '../lint/rule.ts';
import { version } from '../schema/kinds/common.ts';
import type { Kind } from '../schema/kinds/index.ts';
import { byteSize } from '../schema/quantity.ts';

interface Entry {
  engines: readonly string[];
  fields?: Record<string, z.ZodType>;
  into: readonly string[];
  outOf: readonly string[];
  verbs?: readonly string[];
}

const engineVersion = (value: string) => ({
  version: version({ description: 'Version of the engine.', default: value }).optional(),
});

const ENTRIES: Record<Kind, Entry> = {
  client: { engines: [], into: [], outOf: ['rest'] },
  gateway: { engines: ['nginx'], fields: engineVersion('1.29'), into: ['rest'], outOf: ['rest'] },
  service: {
    engines: [],
    into: ['rest', 'grpc'],
    outOf: ['rest', 'grpc', 'sql', 'redis', 'messaging', 's3'],
  },
  job: { engines: [], into: [], outOf: ['rest', 'grpc', 'sql', 'redis', 'messaging', 's3'] },
  database: {
    engines: ['postgres'],
    fields: engineVersion('17'),
    into: ['sql'],
    outOf: [],
    verbs: ['read', 'write', 'delete', 'add', 'subtract'],
  },
  cache: {
    engines: ['redis'],
    fields: {
      ...engineVersion('8'),
      'memory-limit': byteSize({
        title: 'Memory limit',
        description: 'Memory that entries may take.',
      }).optional(),
    },
    into: ['redis'],
    outOf: [],
    verbs: ['get', 'set', 'delete'],
  },
  queue: {
    engines: ['rabbitmq'],
    fields: engineVersion('4'),
    into: ['messaging'],
    outOf: ['messaging'],
    verbs: ['publish'],
  },
  stream: {
    engines: ['kafka'],
    fields: engineVersion('4.0'),
    into: ['messaging'],
    outOf: ['messaging'],
    verbs: ['publish'],
  },
  storage: {
    engines: ['minio'],
    into: ['s3'],
    outOf: [],
    verbs: ['put', 'get', 'delete'],
  },
  discovery: { engines: ['consul'], into: [], outOf: [] },
  monitoring: { engines: ['prometheus'], fields: { ...engineVersion('3.5.0') }, into: [], outOf: ['rest'] },
  external: { engines: [], into: ['rest'], outOf: [] },
};

/** The vocabulary of the model's own tests: one engine of each kind, with the verbs and protocols of the real ones. */
export const testVocabulary: RuledVocabulary = {
  enginesOf: (kind) => ENTRIES[kind].engines,
  fieldsOf: (kind) => ENTRIES[kind].fields ?? {},
  protocolsInto: (kind) => ENTRIES[kind].into,
  protocolsOutOf: (kind) => ENTRIES[kind].outOf,
  verbsOf: (kind) => ENTRIES[kind].verbs,
  versionsOf: (kind) => (kind === 'database' ? ['18', '17', '16'] : undefined),
  rules: [],
};
