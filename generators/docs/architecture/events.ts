import { type ArchDocument, callsOf, isBroker, operationsOf, splitPair } from '#model';
import { byText, sortedEntries } from '../../text/names.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { code, NOTHING, shapeText } from './words.ts';

/** What travels through brokers: who says it, who listens. */
export function eventsSection(document: ArchDocument): string[] {
  const senders = new Map<string, Set<string>>();
  const receivers = new Map<string, Set<string>>();
  for (const [name, component] of Object.entries(document.components)) {
    for (const [operation, spec] of Object.entries(operationsOf(component))) {
      const who = `${name}.${operation}`;
      if (spec.consumes !== undefined) note(receivers, ...splitPair(spec.consumes, ' '), who);
      for (const { target, verb, object } of callsOf(spec))
        if (verb === 'publish' && object !== undefined) note(senders, target, object, who);
    }
  }
  const brokers = sortedEntries(document.components).flatMap(([name, component]) => {
    if (!isBroker(component)) return [];
    const declared = component.topics ?? {};
    const topics = new Set([
      ...Object.keys(declared),
      ...topicsOf(name, senders),
      ...topicsOf(name, receivers),
    ]);
    const rows = [...topics]
      .sort(byText)
      .map((topic) => [
        code(topic),
        shapeText(declared[topic]?.payload),
        list(senders.get(`${name} ${topic}`)),
        list(receivers.get(`${name} ${topic}`)),
        markdownText(declared[topic]?.description ?? NOTHING),
      ]);
    if (rows.length === 0) return [];
    return [`### ${name}`, markdownTable(['Topic', 'Holds', 'Published by', 'Consumed by', 'Meaning'], rows)];
  });
  return brokers.length === 0 ? [] : ['## Events', ...brokers];
}

function note(into: Map<string, Set<string>>, broker: string, topic: string, who: string): void {
  const key = `${broker} ${topic}`;
  into.set(key, (into.get(key) ?? new Set()).add(who));
}

function topicsOf(broker: string, known: ReadonlyMap<string, unknown>): string[] {
  const start = `${broker} `;
  return [...known.keys()].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
}

function list(names: ReadonlySet<string> | undefined): string {
  return [...(names ?? [])].sort(byText).map(code).join(', ');
}
