import { expect, test } from 'vitest';
import { testScene } from '../scene/testing.ts';
import { nearestTo, walkOrder } from './walk.ts';

const scene = testScene(`
components:
  db: { kind: database }
  api: { kind: service }
  web: { kind: client }
  alone: { kind: service }
connections:
  - { from: web, to: api }
  - { from: api, to: db }
canvas:
  db: { x: 800, y: 0 }
  api: { x: 400, y: 0 }
  web: { x: 0, y: 0 }
  alone: { x: 0, y: 400 }
`);

test('Tab walks along the connections, from where nothing comes in, and forgets nobody', () => {
  expect(walkOrder(scene)).toEqual(['web', 'api', 'db', 'alone']);
});

test('finds the nearest component', () => {
  expect(nearestTo(scene, { x: 0, y: 380 })).toBe('alone');
});
