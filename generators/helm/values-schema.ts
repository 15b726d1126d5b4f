import type { ClusterPlan, ClusterUnit } from '../kubernetes/exposure.ts';
import { variablesOf } from './units.ts';

/** A JSON Schema, as far as this file writes one. */
type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const POSITIVE: Schema = { type: 'integer', minimum: 1 };
const FLAG: Schema = { type: 'boolean' };
/** A DNS subdomain, or nothing. */
const OBJECT_NAME: Schema = {
  type: 'string',
  maxLength: 253,
  pattern: '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$',
};
/** Also a number: `2` is as good as `"2"`. */
const QUANTITY: Schema = { type: ['string', 'number'], pattern: '^[0-9]+(\\.[0-9]+)?(m|k|[KMGTPE]i?)?$' };
const LABELS: Schema = { type: 'object', additionalProperties: TEXT };

const DEFINITIONS: Readonly<Record<string, Schema>> = {
  image: closed({
    repository: { type: 'string', minLength: 1 },
    tag: { type: ['string', 'number'] },
    digest: { type: 'string', pattern: '^([a-z0-9]+:[0-9a-f]{32,})?$' },
    pullPolicy: { enum: ['Always', 'IfNotPresent', 'Never'] },
  }),
  autoscaling: closed({
    enabled: FLAG,
    minReplicas: POSITIVE,
    maxReplicas: POSITIVE,
    targetCPUUtilizationPercentage: POSITIVE,
  }),
  resources: {
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: QUANTITY },
    propertyNames: { enum: ['requests', 'limits'] },
  },
  disk: closed({ size: QUANTITY, storageClass: OBJECT_NAME }),
  expose: closed({
    by: { enum: ['ingress', 'gateway-api', 'none'] },
    className: OBJECT_NAME,
    host: OBJECT_NAME,
    tlsSecret: OBJECT_NAME,
    annotations: LABELS,
  }),
};

/** `values.schema.json`: Helm refuses values that do not fit, by name and place. */
export function valuesSchema(plan: ClusterPlan): string {
  const secrets = closed({
    existingSecret: OBJECT_NAME,
    values: closed(Object.fromEntries(plan.secrets.map(({ key }) => [key, TEXT])), []),
  });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Values of ${plan.system}`,
    ...closed({
      image: closed({
        registry: TEXT,
        tag: { type: ['string', 'number'] },
        pullSecrets: { type: 'array', items: closed({ name: OBJECT_NAME }) },
      }),
      commonLabels: LABELS,
      namespace: closed({ create: FLAG }),
      networkPolicies: closed({ enabled: FLAG }),
      ...(plan.secrets.length === 0 ? {} : { secrets }),
      units: closed(Object.fromEntries(plan.units.map((unit) => [unit.name, unitSchema(unit)]))),
      // Helm hands these to charts that are part of another.
      global: { type: 'object' },
    }),
    required: ['image', 'namespace', 'networkPolicies', 'units'],
    definitions: DEFINITIONS,
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function unitSchema(unit: ClusterUnit): Schema {
  const { scheduled, scalable } = variablesOf(unit);
  const volumes = unit.container.volumes.map(({ name }) => [name, definition('disk')]);
  return closed({
    image: definition('image'),
    ...(scheduled ? { schedule: TEXT, timeZone: TEXT } : { replicas: COUNT }),
    ...(scalable ? { autoscaling: definition('autoscaling') } : {}),
    resources: definition('resources'),
    ...(volumes.length === 0 ? {} : { storage: closed(Object.fromEntries(volumes)) }),
    ...(unit.exposure === undefined ? {} : { expose: definition('expose') }),
  });
}

function definition(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

/** An object of these members and no others. */
function closed(properties: Readonly<Record<string, Schema>>, required = Object.keys(properties)): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}
