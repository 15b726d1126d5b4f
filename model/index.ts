export { formatCall, formatPercentage } from './calls/format.ts';
export { type CallSite, callsOf } from './calls/list.ts';
export {
  type CachedCalls,
  type CallError,
  type ConditionalCall,
  type LeafCall,
  type ParallelCalls,
  type ParsedCall,
  parseCall,
  parseCallText,
} from './calls/parse.ts';
export { type CallPlace, callPlaces } from './calls/places.ts';
export { applyEdit, type EditResult } from './edit/apply.ts';
export type { Edit, TextChange, Value } from './edit/edit.ts';
export { type Adjacency, adjacencyOf, synchronousGraph } from './graph/adjacency.ts';
export { type Connectable, canConnect } from './graph/can-connect.ts';
export { stronglyConnected } from './graph/cycles.ts';
export { type EdgeOrigin, edgesOf, type GraphEdge, MESSAGING } from './graph/edges.ts';
export { type Journey, type JourneyStep, journeysOf } from './graph/journeys.ts';
export { componentOf, engineOf, protocolsInto, protocolsOutOf } from './graph/lookup.ts';
export { isBroker, JOB_OPERATION, operationsOf, placeOfOperation } from './graph/roles.ts';
export { lint, lintRules } from './lint/lint.ts';
export type { LintContext, LintFinding, LintRule, RuledVocabulary } from './lint/rule.ts';
export { splitPair } from './names/pair.ts';
export { emptyDocumentText, toLabel, uniqueName } from './names/unique.ts';
export { emptyDocument } from './parse/frame.ts';
export { parse } from './parse/parse.ts';
export type { Parsed } from './parse/parsed.ts';
export type { Fix, Path, Problem, Severity, SourceRange } from './problem.ts';
export { parseCpu, parseDuration, parsePercentage, parseRate, parseSize } from './quantity/parse.ts';
export {
  type ArchDocument,
  type CacheComponent,
  type ClientComponent,
  type Component,
  type Connection,
  componentSchema,
  connection,
  type DatabaseComponent,
  type DiscoveryComponent,
  documentFrame,
  type ExternalComponent,
  FORMAT_VERSION,
  type GatewayComponent,
  type JobComponent,
  type Layout,
  MAX_COMPONENTS,
  type MonitoringComponent,
  type Position,
  type QueueComponent,
  type ServiceComponent,
  type StorageComponent,
  type StreamComponent,
} from './schema/document.ts';
export { jsonSchema } from './schema/json-schema.ts';
export { resources, scale, version } from './schema/kinds/common.ts';
export { KIND_FIELDS, KINDS, type Kind } from './schema/kinds/index.ts';
export { type CallSpec, type Operation, operation } from './schema/kinds/service.ts';
export { type Column, column, storage, type Table, table } from './schema/kinds/stores.ts';
export {
  byteSize,
  cpu,
  dnsLabel,
  duration,
  type FieldMeta,
  identifier,
  MAX_LABEL,
  MAX_TEXT,
  percentage,
  rate,
  text,
  type Widget,
} from './schema/quantity.ts';
export { type FieldType, SCALAR_TYPES, type ScalarType, type Shape, shape } from './schema/shape.ts';
export type { Vocabulary } from './schema/vocabulary.ts';
export { suggest } from './words/suggest.ts';
