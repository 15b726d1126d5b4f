import { callsOf } from '../calls/list.ts';
import { splitPair } from '../names/pair.ts';
import type { ArchDocument, Connection } from '../schema/document.ts';
import type { Operation } from '../schema/kinds/service.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { componentOf, protocolsInto } from './lookup.ts';
import { isBroker, operationsOf } from './roles.ts';

/** Protocol between services and queues, whatever the engine. */
export const MESSAGING = 'messaging';

export type EdgeOrigin = 'connection' | 'call' | 'publish' | 'consume' | 'route' | 'workload' | 'scrape';

/** What flows from one component to another in one protocol; from the caller, the publisher, or the queue. */
export interface GraphEdge {
  id: string;
  from: string;
  to: string;
  protocol: string;
  /** What in the document makes the edge. */
  origins: EdgeOrigin[];
  /** Topics that are published or consumed. */
  topics: string[];
  /** Calls behind the edge, by the operation that makes them. */
  calls: { operation: string; spec: string }[];
  /** Of the explicit connection, e.g. `300ms`. */
  timeout?: string;
  retries?: number;
  /** The caller waits for the answer. */
  synchronous: boolean;
}

/**
 * Everything that flows in a document: one edge per caller, callee and protocol, in the order of the document.
 * What refers to nothing makes no edge. Monitoring draws none: it would reach everything.
 *
 * @param document the document
 * @param vocabulary the engines, for the protocols
 */
export function edgesOf(document: ArchDocument, vocabulary: Vocabulary): GraphEdge[] {
  const edges = new EdgeSet(document, vocabulary);
  const routed = routedServices(document);
  for (const [name, component] of Object.entries(document.components)) {
    if (component.kind === 'client')
      addWorkload(edges, name, Object.keys(component.workload?.mix ?? {}), routed);
    else if (component.kind === 'gateway')
      for (const to of Object.values(component.routes ?? {})) edges.add(name, to, 'route');
    else addOperations(edges, name, operationsOf(component));
  }
  for (const connection of document.connections)
    edges.add(connection.from, connection.to, 'connection', { connection });
  return edges.list();
}

interface Detail {
  connection?: Connection;
  topic?: string;
  call?: { operation: string; spec: string };
}

class EdgeSet {
  readonly #edges = new Map<string, GraphEdge>();
  readonly #document: ArchDocument;
  readonly #vocabulary: Vocabulary;
  /** The first explicit connection between two components says which protocol their calls use. */
  readonly #connections = new Map<string, Connection>();

  constructor(document: ArchDocument, vocabulary: Vocabulary) {
    this.#document = document;
    this.#vocabulary = vocabulary;
    for (const connection of document.connections) {
      const pair = `${connection.from}>${connection.to}`;
      if (!this.#connections.has(pair)) this.#connections.set(pair, connection);
    }
  }

  add(from: string, to: string, origin: EdgeOrigin, detail: Detail = {}): void {
    const protocol = this.#protocol(from, to, detail.connection);
    if (protocol === undefined) return;
    const id = `${from}>${to}:${protocol}`;
    let edge = this.#edges.get(id);
    if (edge === undefined) {
      edge = {
        id,
        from,
        to,
        protocol,
        origins: [],
        topics: [],
        calls: [],
        synchronous: protocol !== MESSAGING,
      };
      this.#edges.set(id, edge);
    }
    if (!edge.origins.includes(origin)) edge.origins.push(origin);
    if (detail.topic !== undefined && !edge.topics.includes(detail.topic)) edge.topics.push(detail.topic);
    if (detail.call !== undefined) edge.calls.push(detail.call);
    if (detail.connection?.timeout !== undefined) edge.timeout ??= detail.connection.timeout;
    if (detail.connection?.retries !== undefined) edge.retries ??= detail.connection.retries;
  }

  #protocol(from: string, to: string, connection: Connection | undefined): string | undefined {
    const source = componentOf(this.#document, from);
    const target = componentOf(this.#document, to);
    if (source === undefined || target === undefined) return undefined;
    if (isBroker(source) || isBroker(target)) return MESSAGING;
    const written = connection ?? this.#connections.get(`${from}>${to}`);
    return written?.protocol ?? protocolsInto(target, this.#vocabulary)[0] ?? 'rest';
  }

  list(): GraphEdge[] {
    return [...this.#edges.values()];
  }
}

/** Gateways that route to a service. */
function routedServices(document: ArchDocument): Map<string, string[]> {
  const gateways = new Map<string, string[]>();
  for (const [name, component] of Object.entries(document.components)) {
    if (component.kind !== 'gateway') continue;
    for (const service of new Set(Object.values(component.routes ?? {}))) {
      gateways.set(service, [...(gateways.get(service) ?? []), name]);
    }
  }
  return gateways;
}

/** A client reaches a service through the gateways that route to it, or directly where there is none. */
function addWorkload(
  edges: EdgeSet,
  client: string,
  mix: readonly string[],
  routed: ReadonlyMap<string, readonly string[]>,
): void {
  for (const target of mix) {
    const [service] = splitPair(target, '.');
    for (const to of routed.get(service) ?? [service]) edges.add(client, to, 'workload');
  }
}

function addOperations(edges: EdgeSet, name: string, operations: Readonly<Record<string, Operation>>): void {
  for (const [operation, description] of Object.entries(operations)) {
    if (description.consumes !== undefined) {
      const [queue, topic] = splitPair(description.consumes, ' ');
      edges.add(queue, name, 'consume', { topic });
    }
    for (const site of callsOf(description)) {
      const publishes = site.verb === 'publish' && site.object !== undefined;
      edges.add(name, site.target, publishes ? 'publish' : 'call', {
        call: { operation, spec: site.spec },
        ...(publishes ? { topic: site.object } : {}),
      });
    }
  }
}
