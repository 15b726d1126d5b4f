import { expect, test } from 'vitest';
import { testScene } from '../scene/testing.ts';
import { isItsWork } from './recall.ts';

const BODY = (canvas: string) => `
components:
  a: { kind: service }
  b: { kind: service }
  c: { kind: service }
canvas: ${canvas}
`;
const CHOSEN = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 300, y: 0 }],
  ['c', { x: 600, y: 0 }],
]);

test('a drawing of which most cards stand where the engine puts them is its work', () => {
  const own = testScene(BODY('{ a: { x: 0, y: 0 }, b: { x: 300, y: 0 }, c: { x: 5, y: 90 } }'));
  expect(isItsWork(own, CHOSEN)).toBe(true);
  const hand = testScene(BODY('{ a: { x: 0, y: 0 }, b: { x: 310, y: 0 }, c: { x: 5, y: 90 } }'));
  expect(isItsWork(hand, CHOSEN)).toBe(false);
});

test('a document that gives no places is left to the engine', () => {
  expect(isItsWork(testScene(BODY('{}')), CHOSEN)).toBe(true);
});
