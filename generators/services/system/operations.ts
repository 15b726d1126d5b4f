import { readersOf, type TopicReader } from '#catalog';
import {
  type ArchDocument,
  callsOf,
  type FieldType,
  isBroker,
  type JobComponent,
  type LeafCall,
  type Operation as OperationSpec,
  operationsOf as operationSpecs,
  type ParsedCall,
  parseCall,
  type ServiceComponent,
  type Shape,
} from '#model';
import { camelCase, identifiersFor, pascalCase } from '../text/identifiers.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An operation, with what the document leaves out filled in. */
export interface Operation {
  service: string;
  name: string;
  /** Name of the method, e.g. `createOrder`. */
  method: string;
  /** As part of a type's name, e.g. `CreateOrder`. */
  type: string;
  description?: string;
  http?: { method: HttpMethod; path: string };
  consumes?: { queue: string; topic: string; subscription: string };
  input: Shape;
  output?: Shape | [Shape];
  /** CPU time that it declares. */
  work?: NonNullable<OperationSpec['work']>;
  calls: readonly ParsedCall[];
}

const PARAMETER = /\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** `SERVICE.OPERATION` of everything that some operation calls. */
export function calledOperations(document: ArchDocument): Set<string> {
  const called = new Set<string>();
  for (const component of Object.values(document.components)) {
    for (const operation of Object.values(operationSpecs(component))) {
      for (const { target, verb } of callsOf(operation)) called.add(`${target}.${verb}`);
    }
  }
  return called;
}

export function operationsOf(
  service: string,
  component: ServiceComponent | JobComponent,
  document: ArchDocument,
  called: ReadonlySet<string>,
): Operation[] {
  const specs = Object.entries(operationSpecs(component));
  const methods = identifiersFor(
    specs.map(([name]) => name),
    camelCase,
  );
  const readers =
    component.kind === 'service' ? readersOf(service, component) : new Map<string, TopicReader>();
  return specs.map(([name, spec]) => {
    const method = methods.get(name) ?? camelCase(name);
    const consumes = consumesOf(readers.get(name));
    const http = httpOf(name, spec, isCallable(component, consumes, called.has(`${service}.${name}`)));
    return {
      service,
      name,
      method,
      type: pascalCase(method),
      description: spec.description,
      ...(http === undefined ? {} : { http }),
      ...(consumes === undefined ? {} : { consumes }),
      input: inputOf(spec, document, http?.path, consumes),
      output: spec.output,
      ...(spec.work === undefined ? {} : { work: spec.work }),
      calls: (spec.calls ?? []).flatMap((call) => {
        const parsed = parseCall(call);
        return parsed.type === 'error' ? [] : [parsed];
      }),
    };
  });
}

/** A job is started by the clock alone, and a reader of messages by them unless somebody calls it. */
function isCallable(
  { kind }: ServiceComponent | JobComponent,
  consumes: Operation['consumes'],
  called: boolean,
): boolean {
  return kind === 'service' && (consumes === undefined || called);
}

/** An operation that others call and that names no path gets one of its own. */
function httpOf(name: string, { http }: OperationSpec, callable: boolean): Operation['http'] {
  if (http === undefined) return callable ? { method: 'POST', path: `/operations/${name}` } : undefined;
  const space = http.indexOf(' ');
  return { method: http.slice(0, space) as HttpMethod, path: http.slice(space + 1) };
}

function consumesOf(reader: TopicReader | undefined): Operation['consumes'] {
  if (reader === undefined) return undefined;
  const { broker: queue, topic, subscription } = reader;
  return { queue, topic, subscription };
}

/** What is declared, or what the message holds; and the fields of the path in any case. */
function inputOf(
  spec: OperationSpec,
  document: ArchDocument,
  path: string | undefined,
  consumes: Operation['consumes'],
): Shape {
  const queue = consumes === undefined ? undefined : document.components[consumes.queue];
  const topics = isBroker(queue) ? queue.topics : undefined;
  const declared = spec.input ?? topics?.[consumes?.topic ?? '']?.payload ?? {};
  const parameters = [...(path ?? '').matchAll(PARAMETER)].map((match): [string, FieldType] => [
    match[1] ?? '',
    'id',
  ]);
  return { ...Object.fromEntries(parameters), ...declared };
}

/** Every single call among the calls, however deep it stands in groups. */
export function leavesOf(calls: readonly ParsedCall[]): LeafCall[] {
  return calls.flatMap((call) => {
    if (call.type === 'call') return [call];
    return leavesOf(call.type === 'chance' ? [call.call] : call.calls);
  });
}
