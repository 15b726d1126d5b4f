import type { ArchDocument, Component } from '../schema/document.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { MESSAGING } from './edges.ts';
import { componentOf, protocolsInto, protocolsOutOf } from './lookup.ts';
import { isBroker } from './roles.ts';

/** Whether two components may be connected: the protocol to begin with and all that are possible, or why not. */
export type Connectable = { ok: true; protocol: string; protocols: string[] } | { ok: false; reason: string };

/**
 * Decides whether a connection may be drawn. Messages go through a queue: from a publisher to it, or from it to a
 * consumer. Every other protocol has to be one that the source speaks and the target accepts.
 *
 * @param document the document
 * @param vocabulary the engines, for the protocols
 * @param from component that would call or publish, or the queue whose messages would be consumed
 * @param to component that would be called, or the queue
 * @returns the protocols, the target's favourite first; or a reason in plain English
 */
export function canConnect(
  document: ArchDocument,
  vocabulary: Vocabulary,
  from: string,
  to: string,
): Connectable {
  const source = componentOf(document, from);
  const target = componentOf(document, to);
  if (source === undefined) return refuse(`there is no component "${from}"`);
  if (target === undefined) return refuse(`there is no component "${to}"`);
  if (from === to) return refuse('a component cannot be connected to itself');
  if (document.connections.some((connection) => connection.from === from && connection.to === to)) {
    return refuse(`${from} is already connected to ${to}`);
  }
  return connectable(source, target, vocabulary);
}

/** Whether a component could be connected to another one, leaving aside what is connected already. */
export function connectable(source: Component, target: Component, vocabulary: Vocabulary): Connectable {
  if (isBroker(source) || isBroker(target)) return connectBroker(source, target, vocabulary);
  return connectCall(source, target, vocabulary);
}

function connectBroker(source: Component, target: Component, vocabulary: Vocabulary): Connectable {
  if (isBroker(source) && isBroker(target))
    return refuse(
      'messages go from a service to a broker and from a broker to a service, not between brokers',
    );
  if (target.kind === 'job') return refuse('a job runs by the clock: only a service can consume messages');
  const other = isBroker(source) ? target : source;
  if (!protocolsOutOf(other, vocabulary).includes(MESSAGING)) {
    return refuse(
      `${a(other)} cannot ${isBroker(source) ? 'consume' : 'publish'} messages; only a service can`,
    );
  }
  return { ok: true, protocol: MESSAGING, protocols: [MESSAGING] };
}

function connectCall(source: Component, target: Component, vocabulary: Vocabulary): Connectable {
  const speaks = protocolsOutOf(source, vocabulary).filter((protocol) => protocol !== MESSAGING);
  const accepts = protocolsInto(target, vocabulary).filter((protocol) => protocol !== MESSAGING);
  if (target.kind === 'client')
    return refuse('nothing calls a client: the arrow goes from the client to what it calls');
  if (speaks.length === 0) return refuse(`${a(source)} calls nobody: the arrow goes from the caller to it`);
  if (accepts.length === 0) return refuse(`${a(target)} accepts no calls`);
  const protocols = accepts.filter((protocol) => speaks.includes(protocol));
  const [protocol] = protocols;
  if (protocol === undefined) {
    return refuse(
      `${a(source)} does not speak ${accepts.join(' or ')}, which ${a(target)} wants; put a service between them`,
    );
  }
  return { ok: true, protocol, protocols };
}

function refuse(reason: string): Connectable {
  return { ok: false, reason };
}

/** @returns the kind with its article, and what it is for people: `an external API` */
function a(component: Component): string {
  if (component.kind === 'external') return 'an external API';
  if (component.kind === 'monitoring' || component.kind === 'discovery')
    return `a ${component.kind} component`;
  return component.kind === 'storage' ? 'an object storage' : `a ${component.kind}`;
}
