import { expect, test } from 'vitest';
import { whyKept } from '../actions/remove.ts';
import { testScene } from '../scene/testing.ts';
import { chipText, edgeInWords } from './edge-words.ts';

const scene = testScene(`
components:
  orders: { kind: service, operations: { create: { calls: [payments.charge, events.publish placed, events.publish cancelled] } } }
  payments: { kind: service, operations: { charge: {} } }
  mail: { kind: service, operations: { send: { consumes: events placed } } }
  events: { kind: queue, topics: { placed: {}, cancelled: {} } }
connections:
  - { from: orders, to: payments, timeout: 2s, retries: 1 }
`);
const edge = (from: string, to: string) => {
  const found = scene.edges.find((each) => each.from === from && each.to === to);
  if (!found) throw new Error(`no edge from ${from} to ${to}`);
  return found;
};

test('says who calls whom, how, and in which operations', () => {
  expect(edgeInWords(edge('orders', 'payments'), 'service')).toBe(
    'orders calls payments, by rest, timeout 2s, 1 retry, in create',
  );
  expect(edgeInWords(edge('events', 'mail'), 'queue')).toBe('events delivers to mail (placed)');
});

test('chips show the protocol of calls and the topics of messages', () => {
  expect(chipText(edge('orders', 'payments'))).toBe('rest');
  expect(chipText(edge('orders', 'events'))).toBe('placed +1');
});

test('says why an edge cannot be deleted as such', () => {
  expect(whyKept(edge('orders', 'payments'))).toContain('in create');
  expect(whyKept(edge('events', 'mail'))).toContain('consumes placed');
});
