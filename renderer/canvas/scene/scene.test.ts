import { expect, test } from 'vitest';
import { intersects } from '../geometry/rect.ts';
import { sceneOf } from './scene.ts';
import { testScene } from './testing.ts';

const BODY = `
components:
  a: { kind: service, context: left }
  b: { kind: service, context: left }
  c: { kind: database, context: right }
connections:
  - { from: a, to: b }
  - { from: b, to: c }
canvas:
  a: { x: 0, y: 0 }
  b: { x: 0, y: 200 }
  c: { x: 600, y: 200 }
`;

test('draws a region around each context, with room for its title', () => {
  const { groups } = testScene(BODY);
  expect(groups.map(({ context, members }) => [context, members])).toEqual([
    ['left', ['a', 'b']],
    ['right', ['c']],
  ]);
  expect(groups[0]?.rect).toEqual({ x: -16, y: -36, width: 216, height: 316 });
});

test('a moved component leaves the others and their edges as they were', () => {
  const before = testScene(BODY);
  const after = testScene(BODY.replace('c: { x: 600, y: 200 }', 'c: { x: 640, y: 240 }'), before);
  expect(after.rects.get('a')).toBe(before.rects.get('a'));
  expect(after.rects.get('c')).not.toBe(before.rects.get('c'));
  const [kept, changed] = after.edges.map(
    ({ id }) => after.routing.geometry.get(id) === before.routing.geometry.get(id),
  );
  expect([kept, changed]).toEqual([true, false]);
});

test('what the document gives no place stands beside its neighbour and covers nobody', () => {
  const scene = testScene(BODY.replace('  c: { x: 600, y: 200 }\n', ''));
  const [b, c] = [scene.rects.get('b'), scene.rects.get('c')];
  expect(b && c && c.x > b.x && !intersects(b, c)).toBe(true);
});

test('what is typed without moving anything takes over the whole drawing', () => {
  const before = testScene(BODY);
  const text = BODY.replace('b: { kind: service,', 'b: { kind: service, description: more,');
  const { document } = testScene(text);
  const after = sceneOf(document, before.edges, before.laidOut, before);
  expect(after.document).toBe(document);
  expect(after.routing).toBe(before.routing);
  expect(after.index).toBe(before.index);
});
