import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { testVocabulary } from '../testing/vocabulary.ts';
import { applyEdit } from './apply.ts';
import type { Edit } from './edit.ts';

const SHOP = `archwright: 1
name: shop   # the shop
components:
  # what people see
  web:
    kind: client
    workload: { rate: 40/s, mix: { orders.create: 100% } }
  edge: { kind: gateway, routes: { /orders: orders, /stock: stock } }   # entrance

  orders:
    kind: service
    operations:   # what it does
      create:
        http: POST /orders
        calls:
          - orders-db.write orders   # save
          - 10% events.publish placed
          - { cached: carts, key: id, calls: [stock.get, "orders-db.read orders"] }
      on-placed:
        consumes: events placed
  stock: { kind: service, operations: { get: {} } }
  orders-db: { kind: database, tables: { orders: { key: id, columns: { id: id } } } }
  events: { kind: queue, topics: { placed: {} } }
  carts: { kind: cache }
connections:
  - { from: orders, to: events }   # by hand
  - from: orders
    to: stock
layouts:
  mono: { units: { all: [orders, stock] } }
canvas:
  orders: { x: 1, y: 2 }   # here
  edge: { x: 3, y: 4 }
`;

/** Lines that an edit takes away (-) and adds (+). */
function changed(edit: Edit, text = SHOP): string[] {
  const result = applyEdit(parse(text, testVocabulary), edit, testVocabulary);
  if (!result.ok) return [`${result.problem.code}: ${result.problem.message}`];
  const before = text.split('\n');
  const after = result.parsed.text.split('\n');
  const lost = before.filter((line) => !after.includes(line));
  const won = after.filter((line) => !before.includes(line));
  return [...lost.map((line) => `-${line}`), ...won.map((line) => `+${line}`)];
}

describe('edits, by their lines', () => {
  it.each<[string, Edit, string[]]>([
    [
      'moves a box and keeps its comment',
      { type: 'move', positions: { orders: { x: 9, y: 2 } } },
      ['-  orders: { x: 1, y: 2 }   # here', '+  orders: { x: 9, y: 2 }   # here'],
    ],
    [
      'adds a component with its position',
      {
        type: 'add-component',
        name: 'pay',
        component: { kind: 'service', scale: { min: 1, max: 2 }, operations: { charge: { work: '3ms' } } },
        position: { x: 5, y: 6 },
      },
      [
        '+  pay:',
        '+    scale: { min: 1, max: 2 }',
        '+    operations:',
        '+      charge: { work: 3ms }',
        '+  pay: { x: 5, y: 6 }',
      ],
    ],
    [
      'renames an operation with its callers',
      { type: 'rename-key', path: ['components', 'orders', 'operations', 'create'], to: 'place' },
      [
        '-    workload: { rate: 40/s, mix: { orders.create: 100% } }',
        '-      create:',
        '+    workload: { rate: 40/s, mix: { orders.place: 100% } }',
        '+      place:',
      ],
    ],
    [
      'renames a topic at both ends',
      { type: 'rename-key', path: ['components', 'events', 'topics', 'placed'], to: 'done' },
      [
        '-          - 10% events.publish placed',
        '-        consumes: events placed',
        '-  events: { kind: queue, topics: { placed: {} } }',
        '+          - 10% events.publish done',
        '+        consumes: events done',
        '+  events: { kind: queue, topics: { done: {} } }',
      ],
    ],
    [
      'renames a table with the calls on it',
      { type: 'rename-key', path: ['components', 'orders-db', 'tables', 'orders'], to: 'sales' },
      [
        '-          - orders-db.write orders   # save',
        '-          - { cached: carts, key: id, calls: [stock.get, "orders-db.read orders"] }',
        '-  orders-db: { kind: database, tables: { orders: { key: id, columns: { id: id } } } }',
        '+          - orders-db.write sales   # save',
        '+          - { cached: carts, key: id, calls: [stock.get, "orders-db.read sales"] }',
        '+  orders-db: { kind: database, tables: { sales: { key: id, columns: { id: id } } } }',
      ],
    ],
    [
      'puts a field where it belongs',
      { type: 'set', path: ['components', 'orders', 'context'], value: 'sales' },
      ['+    context: sales'],
    ],
    [
      'writes text of several lines as a block',
      { type: 'set', path: ['components', 'orders', 'description'], value: 'one: #1\n two' },
      ['+    description: |-', '+      one: #1', '+       two'],
    ],
    [
      'changes one item of a list',
      {
        type: 'set',
        path: ['components', 'orders', 'operations', 'create', 'calls', 1],
        value: 'events.publish placed',
      },
      ['-          - 10% events.publish placed', '+          - events.publish placed'],
    ],
    [
      'takes away an empty rest with the last entry',
      { type: 'set', path: ['components', 'web', 'workload'], value: undefined },
      ['-    workload: { rate: 40/s, mix: { orders.create: 100% } }'],
    ],
    [
      'keeps an operation that has nothing left',
      {
        type: 'set',
        path: ['components', 'orders', 'operations', 'on-placed', 'consumes'],
        value: undefined,
      },
      ['-      on-placed:', '-        consumes: events placed', '+      on-placed: {}'],
    ],
    [
      'connects in the style of the list',
      { type: 'connect', connection: { from: 'stock', to: 'orders-db', timeout: '1s' } },
      ['+  - from: stock', '+    to: orders-db', '+    timeout: 1s'],
    ],
    [
      'disconnects',
      { type: 'disconnect', from: 'orders', to: 'events' },
      ['-  - { from: orders, to: events }   # by hand'],
    ],
    [
      'removes a cache and keeps the calls behind it',
      { type: 'remove-component', name: 'carts' },
      [
        '-          - { cached: carts, key: id, calls: [stock.get, "orders-db.read orders"] }',
        '-  carts: { kind: cache }',
        '+          - stock.get',
        '+          - orders-db.read orders',
      ],
    ],
    [
      'removes a queue with what is published and consumed',
      { type: 'remove-component', name: 'events' },
      [
        '-          - 10% events.publish placed',
        '-      on-placed:',
        '-        consumes: events placed',
        '-  events: { kind: queue, topics: { placed: {} } }',
        '-  - { from: orders, to: events }   # by hand',
        '+      on-placed: {}',
      ],
    ],
    [
      'renames to a word that YAML reads otherwise',
      { type: 'rename-component', from: 'carts', to: 'null' },
      [
        '-          - { cached: carts, key: id, calls: [stock.get, "orders-db.read orders"] }',
        '-  carts: { kind: cache }',
        '+          - { cached: \'null\', key: id, calls: [stock.get, "orders-db.read orders"] }',
        "+  'null': { kind: cache }",
      ],
    ],
  ])('%s', (_name, edit, lines) => {
    expect(changed(edit)).toEqual(lines);
  });

  it.each<[Edit, string]>([
    [
      { type: 'add-component', name: 'orders', component: { kind: 'service' } },
      'edit/name-taken: there is already a component "orders"',
    ],
    [
      { type: 'rename-component', from: 'orders', to: 'edge' },
      'edit/name-taken: there is already a component "edge"',
    ],
    [
      { type: 'rename-component', from: 'nobody', to: 'x' },
      'edit/unknown-component: there is no component "nobody"',
    ],
    [
      { type: 'rename-component', from: 'orders', to: '__proto__' },
      'edit/forbidden-name: "__proto__" cannot be used as a name',
    ],
    [
      { type: 'remove-component', name: 'constructor' },
      'edit/unknown-component: there is no component "constructor"',
    ],
    [
      { type: 'connect', connection: { from: 'orders', to: 'events' } },
      'edit/connection: orders is already connected to events',
    ],
    [
      { type: 'disconnect', from: 'web', to: 'edge' },
      'edit/connection: there is no connection from web to edge to remove: what is drawn comes from calls, routes or the workload',
    ],
    [
      { type: 'set', path: ['name', 'first'], value: 'x' },
      'edit/no-map: "name" holds no map, so "first" cannot be added to it',
    ],
    [{ type: 'set', path: ['connections', 9, 'from'], value: 'x' }, 'edit/no-item: the list has no item 9'],
    [{ type: 'set', path: [], value: 'x' }, 'edit/root: the whole document cannot be replaced by an edit'],
    [
      { type: 'text', changes: [{ offset: 99_999, remove: 1, insert: '' }] },
      'edit/misplaced: the changes go beyond the end of the text',
    ],
  ])('refuses %j', (edit, refusal) => {
    expect(changed(edit)).toEqual([refusal]);
  });

  it('refuses a batch as a whole', () => {
    expect(
      changed({
        type: 'batch',
        title: 'two',
        edits: [
          { type: 'set', path: ['name'], value: 'x' },
          { type: 'remove-component', name: 'nobody' },
        ],
      }),
    ).toEqual(['edit/unknown-component: there is no component "nobody"']);
  });

  it('refuses to edit what cannot be read, and says where', () => {
    expect(changed({ type: 'set', path: ['name'], value: 'x' }, 'archwright: 1\nname: "shop\n')[0]).toMatch(
      /^edit\/broken: the text cannot be read on line \d+: mend it first$/,
    );
  });

  it('refuses to change what an alias shares', () => {
    const text =
      'archwright: 1\nname: s\ncomponents:\n  a: { kind: service, scale: &s { min: 1 } }\n  b: { kind: service, scale: *s }\n';
    expect(changed({ type: 'set', path: ['components', 'b', 'scale', 'min'], value: 2 }, text)).toEqual([
      'edit/alias: this value is shared by an alias: change it in the text',
    ]);
    expect(changed({ type: 'set', path: ['components', 'a', 'scale', 'min'], value: 2 }, text)).toEqual([
      '-  a: { kind: service, scale: &s { min: 1 } }',
      '+  a: { kind: service, scale: &s { min: 2 } }',
    ]);
  });

  it('starts a document in an empty text', () => {
    const result = applyEdit(
      parse('', testVocabulary),
      { type: 'add-component', name: 'a', component: { kind: 'service' } },
      testVocabulary,
    );
    expect(result.ok && result.parsed.text).toBe('components:\n  a: { kind: service }\n');
  });
});
