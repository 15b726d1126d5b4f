import { describe, expect, test } from 'vitest';
import { cardAt, containsPoint, type Rect } from './rect.ts';
import { polylineOf, type Route } from './route.ts';
import { merged, NO_ROUTING, type RoutableEdge, reroute, type Terrain } from './routing.ts';
import { SpatialIndex } from './spatial-index.ts';

function terrain(
  places: Record<string, { x: number; y: number }>,
  edges: RoutableEdge[],
  laidOut?: Route,
): Terrain {
  const rects = new Map<string, Rect>(Object.entries(places).map(([name, at]) => [name, cardAt(at)]));
  const index = new SpatialIndex(rects);
  return {
    rectOf: (name) => rects.get(name),
    edgesAt: (name) => edges.filter(({ from, to }) => from === name || to === name),
    obstacleAt: (point) => index.at(point),
    laidOut: () => laidOut,
  };
}
const edge = (from: string, to: string, id = `${from}>${to}`): RoutableEdge => ({ id, from, to });
const all = (ground: Terrain, names: string[]) => reroute(NO_ROUTING, names, [], ground);

describe('routing', () => {
  test('leaves and enters on the sides that face each other', () => {
    const { sides } = all(
      terrain({ a: { x: 0, y: 0 }, b: { x: 400, y: 0 }, c: { x: 0, y: 300 } }, [
        edge('a', 'b'),
        edge('a', 'c'),
        edge('b', 'a'),
      ]),
      ['a', 'b', 'c'],
    );
    expect(sides.get('a>b')).toEqual(['right', 'left']);
    expect(sides.get('b>a')).toEqual(['left', 'right']);
    expect(sides.get('a>c')).toEqual(['bottom', 'top']);
  });

  test('parallel edges have ends of their own', () => {
    const edges = [edge('a', 'b', 'one'), edge('a', 'b', 'two'), edge('b', 'a', 'back')];
    const { geometry } = all(terrain({ a: { x: 0, y: 0 }, b: { x: 400, y: 0 } }, edges), ['a', 'b']);
    expect(new Set([...geometry.values()].map(({ path }) => path)).size).toBe(3);
    expect(new Set([...geometry.values()].map(({ tip }) => tip.y)).size).toBe(3);
  });

  test('goes around a card in between', () => {
    const { geometry } = all(
      terrain({ top: { x: 0, y: 0 }, wall: { x: 0, y: 200 }, bottom: { x: 0, y: 400 } }, [
        edge('top', 'bottom'),
      ]),
      ['top', 'bottom'],
    );
    const route = geometry.get('top>bottom')?.route;
    expect(route && polylineOf(route).some((point) => containsPoint(cardAt({ x: 0, y: 200 }), point))).toBe(
      false,
    );
  });

  test('keeps to the course that the layout engine chose', () => {
    const laidOut: Route = {
      shape: 'orthogonal',
      points: [
        { x: 184, y: 32 },
        { x: 300, y: 32 },
        { x: 300, y: 132 },
        { x: 400, y: 132 },
      ],
    };
    const { geometry } = all(
      terrain({ a: { x: 0, y: 0 }, b: { x: 400, y: 100 } }, [edge('a', 'b')], laidOut),
      ['a', 'b'],
    );
    expect(geometry.get('a>b')?.route).toBe(laidOut);
  });

  test('looks only at edges that a moved card concerns', () => {
    const edges = [edge('a', 'b'), edge('c', 'd')];
    const before = { a: { x: 0, y: 0 }, b: { x: 400, y: 0 }, c: { x: 0, y: 900 }, d: { x: 400, y: 900 } };
    const base = all(terrain(before, edges), ['a', 'b', 'c', 'd']);
    const patch = reroute(base, ['b'], [], terrain({ ...before, b: { x: 400, y: 80 } }, edges));
    expect([...patch.geometry.keys()]).toEqual(['a>b']);
    const next = merged(base, patch, () => true);
    expect(next.geometry.get('c>d')).toBe(base.geometry.get('c>d'));
    expect(next.geometry.get('a>b')).not.toBe(base.geometry.get('a>b'));
  });

  test('edges that are gone are forgotten', () => {
    const base = all(terrain({ a: { x: 0, y: 0 }, b: { x: 400, y: 0 } }, [edge('a', 'b')]), ['a', 'b']);
    expect(merged(base, NO_ROUTING, () => false)).toEqual(NO_ROUTING);
  });
});
