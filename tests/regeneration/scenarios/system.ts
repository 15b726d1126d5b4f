import { expect } from 'vitest';
import { bigger, renamed, withCache, withoutList, withoutPayments, withQuantity } from '../document.ts';
import type { Scenario } from '../scenario.ts';

const APP = 'compose.app.yaml';
const HANDLER = 'services/modules/orders/src/handlers/create-order.ts';
const LIST = 'services/modules/orders/src/handlers/list-orders.ts';
const CHARGE = 'services/modules/payments/src/handlers/charge.ts';
const MAIN = 'services/apps/orders/src/main.ts';
const rule = '  if (input.productId === "") throw new Error("what is to be ordered?");\n';
const addRule = (text: string) => text.replace(/^ {2}await/m, `${rule}  await`);

/** The system itself changes: components and operations come, go and are renamed, layouts are switched. */
export const system: Scenario[] = [
  {
    name: 'a handler with business code stays as it is when the operation changes',
    targets: ['services'],
    person: async (place) => place.write(HANDLER, addRule(await place.read(HANDLER))),
    change: withQuantity,
    promise: ({ now, before }) => {
      expect(now(HANDLER)).toBe(before(HANDLER));
      expect(now(HANDLER)).toContain(rule);
      expect(now('services/contracts/orders.ts')).toContain('quantity');
    },
  },
  {
    name: 'a handler whose operation is gone stays where somebody wrote in it, and is reported',
    targets: ['services'],
    person: (place) => place.append(LIST, '// paging is wanted\n'),
    change: withoutList,
    promise: ({ now, before, report, kept }) => {
      expect(now(LIST)).toBe(before(LIST));
      expect(report(LIST)).toMatchObject({ action: 'orphan' });
      expect(kept).toContain(LIST);
    },
  },
  {
    name: 'a handler that nobody wrote in goes with its operation',
    targets: ['services'],
    person: async () => {},
    change: withoutList,
    promise: ({ now, removed }) => {
      expect(now(LIST)).toBeUndefined();
      expect(removed).toContain(LIST);
    },
  },
  {
    name: 'a deleted handler is not written again',
    targets: ['services'],
    person: (place) => place.remove(HANDLER),
    change: withQuantity,
    promise: ({ now, report }) => {
      expect(now(HANDLER)).toBeUndefined();
      expect(report(HANDLER)).toMatchObject({ action: 'deleted', owner: 'user' });
    },
  },
  {
    name: 'a moved handler is found, and no second one is made',
    targets: ['services'],
    person: async (place) => {
      await place.move(HANDLER, 'services/modules/orders/src/place-order.ts');
      const text = await place.read('services/modules/orders/src/place-order.ts');
      await place.write('services/modules/orders/src/place-order.ts', addRule(text));
    },
    change: withQuantity,
    promise: ({ now }) => {
      expect(now(HANDLER)).toBeUndefined();
      expect(now('services/modules/orders/src/place-order.ts')).toContain(rule);
    },
  },
  {
    name: 'a component is renamed: its edited handler stays under the old name, the rest moves on',
    targets: ['services'],
    person: (place) => place.append(CHARGE, '// ask the bank first\n'),
    change: renamed,
    promise: ({ now, report, removed }) => {
      expect(now(CHARGE)).toContain('// ask the bank first');
      expect(report(CHARGE)).toMatchObject({ action: 'orphan' });
      expect(now(CHARGE.replace('payments', 'billing'))).toBeDefined();
      expect(removed).toContain('services/modules/payments/src/module.ts');
    },
  },
  {
    name: 'a component is renamed, and a file that names it was edited elsewhere: merged',
    person: (place) => place.edit(APP, 'interval: 5s', 'interval: 7s'),
    change: renamed,
    promise: ({ now, report }) => {
      expect(now(APP)).toContain('interval: 7s');
      expect(now(APP)).toContain('http://billing:8080');
      expect(now(APP)).not.toContain('payments');
      expect(report(APP)).toMatchObject({ action: 'merge' });
    },
  },
  {
    name: 'a component is renamed, and its name was edited by hand: conflict',
    person: (place) => place.edit(APP, 'http://payments:8080', 'http://payments.bank.example'),
    change: renamed,
    promise: ({ now, before, report }) => {
      expect(now(APP)).toBe(before(APP));
      expect(report(APP)).toMatchObject({ action: 'conflict' });
    },
  },
  {
    name: 'a component is deleted: untouched files go with their folders, edited ones stay',
    targets: ['services'],
    person: (place) => place.append(CHARGE, '// mine\n'),
    change: withoutPayments,
    promise: ({ now, removed, kept }) => {
      expect(now(CHARGE)).toContain('// mine');
      expect(kept).toContain(CHARGE);
      expect(now('services/apps/payments/Dockerfile')).toBeUndefined();
      expect(removed).toContain('services/apps/payments/Dockerfile');
    },
  },
  {
    name: 'a component is added beside an edited file',
    person: (place) => place.edit('compose.yaml', /^name:/m, '# our shop\nname:'),
    change: withCache,
    promise: ({ now }) => {
      expect(now('compose.yaml')).toContain('# our shop');
      expect(now(APP)).toContain('carts');
    },
  },
  {
    name: 'the layout is switched: edited wiring of the old one stays, modules stay the same',
    targets: ['services'],
    person: async (place) => {
      await place.append(MAIN, '// tuned\n');
      await place.append(HANDLER, '// business\n');
    },
    again: { layout: 'monolith' },
    promise: ({ now, before, report, removed }) => {
      expect(now(MAIN)).toContain('// tuned');
      expect(report(MAIN)).toMatchObject({ action: 'orphan' });
      expect(now(HANDLER)).toBe(before(HANDLER));
      expect(now('services/apps/shop/src/main.ts')).toBeDefined();
      expect(removed).toContain('services/apps/payments/src/main.ts');
    },
  },
  {
    name: 'a target is left out: its edited files are not touched',
    targets: ['compose', 'kubernetes'],
    person: (place) => place.append('kubernetes/base/namespace.yaml', '# mine\n'),
    change: bigger,
    again: { targets: ['compose'] },
    promise: ({ now, before, removed }) => {
      const path = 'kubernetes/base/namespace.yaml';
      expect(now(path)).toBe(before(path));
      expect(removed).toEqual([]);
    },
  },
  {
    name: 'a conflict settled for the new text: the old one is put aside',
    person: (place) => place.edit(APP, 'memory: 256M', 'memory: 300M'),
    change: bigger,
    again: { choices: { [APP]: 'new' } },
    promise: ({ now, before, generated, report }) => {
      expect(now(APP)).toBe(generated(APP));
      expect(now(`${APP}.mine`)).toBe(before(APP));
      expect(report(APP)).toMatchObject({ choice: 'new', backup: `${APP}.mine` });
    },
  },
  {
    name: 'a conflict settled for the old text: nothing is laid beside it',
    person: (place) => place.edit(APP, 'memory: 256M', 'memory: 300M'),
    change: bigger,
    again: { choices: { [APP]: 'mine' } },
    promise: ({ now, before }) => {
      expect(now(APP)).toBe(before(APP));
      expect(now(`${APP}.new`)).toBeUndefined();
    },
  },
  {
    name: 'a person uses the names that Archwright would use: theirs stay',
    person: async (place) => {
      await place.write(`${APP}.new`, 'my notes\n');
      await place.edit(APP, 'memory: 256M', 'memory: 300M');
    },
    change: bigger,
    promise: ({ now, before, report }) => {
      expect(now(`${APP}.new`)).toBe('my notes\n');
      expect(now(APP)).toBe(before(APP));
      expect(report(APP)?.beside).toBeUndefined();
    },
  },
];
