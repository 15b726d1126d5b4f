import {
  type ArchDocument,
  callsOf,
  type FieldType,
  isBroker,
  type LeafCall,
  type Operation as OperationSpec,
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
  calls: readonly ParsedCall[];
}

const PARAMETER = /\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** `SERVICE.OPERATION` of everything that some operation calls. */
export function calledOperations(document: ArchDocument): Set<string> {
  const called = new Set<string>();
  for (const component of Object.values(document.components)) {
    if (component.kind !== 'service') continue;
    for (const operation of Object.values(component.operations ?? {})) {
      for (const { target, verb } of callsOf(operation)) called.add(`${target}.${verb}`);
    }
  }
  return called;
}

export function operationsOf(
  service: string,
  component: ServiceComponent,
  document: ArchDocument,
  called: ReadonlySet<string>,
): Operation[] {
  const specs = Object.entries(component.operations ?? {});
  const methods = identifiersFor(
    specs.map(([name]) => name),
    camelCase,
  );
  const topics = new Set<string>();
  return specs.map(([name, spec]) => {
    const method = methods.get(name) ?? camelCase(name);
    const consumes = consumesOf(service, name, spec, topics);
    const http = httpOf(name, spec, consumes === undefined || called.has(`${service}.${name}`));
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
      calls: (spec.calls ?? []).flatMap((call) => {
        const parsed = parseCall(call);
        return parsed.type === 'error' ? [] : [parsed];
      }),
    };
  });
}

/** An operation that others call and that names no path gets one of its own. */
function httpOf(name: string, { http }: OperationSpec, callable: boolean): Operation['http'] {
  if (http === undefined) return callable ? { method: 'POST', path: `/operations/${name}` } : undefined;
  const space = http.indexOf(' ');
  return { method: http.slice(0, space) as HttpMethod, path: http.slice(space + 1) };
}

function consumesOf(
  service: string,
  name: string,
  { consumes }: OperationSpec,
  topics: Set<string>,
): Operation['consumes'] {
  if (consumes === undefined) return undefined;
  const [queue = '', topic = ''] = consumes.split(' ');
  // One queue per service and topic; further operations on the same topic have their own, so that each gets every message.
  const first = !topics.has(consumes);
  topics.add(consumes);
  return { queue, topic, subscription: first ? `${service}.${topic}` : `${service}.${topic}.${name}` };
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
