import { chmod, symlink, truncate } from 'node:fs/promises';
import { expect } from 'vitest';
import { bigger, replacing } from '../document.ts';
import type { Scenario } from '../scenario.ts';

const APP = 'compose.app.yaml';

/** A person deletes, moves or replaces files, or has some of their own. */
export const files: Scenario[] = [
  {
    name: 'a deleted file stays deleted, and is reported',
    person: (place) => place.remove(APP),
    change: bigger,
    promise: ({ now, report }) => {
      expect(now(APP)).toBeUndefined();
      expect(report(APP)).toMatchObject({ action: 'deleted' });
    },
  },
  {
    name: 'a deleted file comes back when asked for',
    person: (place) => place.remove(APP),
    change: bigger,
    again: { choices: { [APP]: 'restore' } },
    promise: ({ now, generated, report }) => {
      expect(now(APP)).toBe(generated(APP));
      expect(report(APP)).toMatchObject({ action: 'create', choice: 'restore' });
    },
  },
  {
    name: 'a deleted folder comes back as a whole',
    targets: ['services'],
    person: (place) => place.remove('services/contracts'),
    again: { choices: { 'services/contracts': 'restore' } },
    promise: ({ now, generated }) =>
      expect(now('services/contracts/orders.ts')).toBe(generated('services/contracts/orders.ts')),
  },
  {
    name: 'a moved file is kept up to date where it is, and not made twice',
    person: (place) => place.move(APP, 'deploy/app.yaml'),
    change: bigger,
    promise: ({ now, generated, report }) => {
      expect(now(APP)).toBeUndefined();
      expect(now('deploy/app.yaml')).toBe(generated(APP));
      expect(report(APP)).toMatchObject({ action: 'update', place: 'deploy/app.yaml' });
    },
  },
  {
    name: 'a moved and edited file is merged where it is',
    person: async (place) => {
      await place.move(APP, 'deploy/app.yaml');
      await place.edit('deploy/app.yaml', 'interval: 5s', 'interval: 7s');
    },
    change: bigger,
    promise: ({ now, generated, report }) => {
      expect(now(APP)).toBeUndefined();
      expect(now('deploy/app.yaml')).toBe(generated(APP)?.replace('interval: 5s', 'interval: 7s'));
      expect(report(APP)).toMatchObject({ action: 'merge', place: 'deploy/app.yaml' });
    },
  },
  {
    name: 'a moved file with a conflict: the new text lies beside where it is now',
    person: async (place) => {
      await place.move(APP, 'deploy/app.yaml');
      await place.edit('deploy/app.yaml', 'memory: 256M', 'memory: 300M');
    },
    change: bigger,
    promise: ({ now, before, generated, report }) => {
      expect(now('deploy/app.yaml')).toBe(before('deploy/app.yaml'));
      expect(now('deploy/app.yaml.new')).toBe(generated(APP));
      expect(report(APP)).toMatchObject({ action: 'conflict', place: 'deploy/app.yaml' });
    },
  },
  {
    name: "a copy of a file is the person's own",
    person: async (place) => place.write('compose.mine.yaml', `# mine\n${await place.read(APP)}`),
    change: bigger,
    promise: ({ now, before, generated }) => {
      expect(now('compose.mine.yaml')).toBe(before('compose.mine.yaml'));
      expect(now(APP)).toBe(generated(APP));
    },
  },
  {
    name: 'files of their own are not looked at',
    person: (place) => place.write('notes/todo.md', 'call the bank\n'),
    change: bigger,
    promise: ({ now, report }) => {
      expect(now('notes/todo.md')).toBe('call the bank\n');
      expect(report('notes/todo.md')).toBeUndefined();
    },
  },
  {
    name: 'a file of their own at the path of a new one stays; the new text lies beside it',
    person: (place) => place.write('kubernetes/base/namespace.yaml', 'mine: true\n'),
    again: { targets: ['compose', 'kubernetes'] },
    promise: ({ now, generated, report }) => {
      const path = 'kubernetes/base/namespace.yaml';
      expect(now(path)).toBe('mine: true\n');
      expect(now(`${path}.new`)).toBe(generated(path));
      expect(report(path)).toMatchObject({ action: 'foreign' });
    },
  },
  {
    name: 'a binary file in the place of a generated one stays',
    person: (place) => place.write(APP, new Uint8Array([0, 1, 2, 255])),
    change: bigger,
    promise: ({ now, before, report }) => {
      expect(now(APP)).toBe(before(APP));
      expect(report(APP)).toMatchObject({ action: 'conflict', reason: expect.stringContaining('no text') });
    },
  },
  {
    name: 'a huge file in the place of a generated one stays',
    person: (place) => truncate(place.path(APP), 40 * 1024 * 1024),
    change: bigger,
    promise: ({ now, report }) => {
      expect(now(APP)?.length).toBe(40 * 1024 * 1024);
      expect(report(APP)).toMatchObject({ action: 'conflict' });
    },
  },
  {
    name: 'a link in the place of a generated file stays one, and nothing is written through it',
    person: async (place) => {
      await place.move(APP, '../shared.yaml');
      await symlink('../shared.yaml', place.path(APP));
    },
    change: bigger,
    promise: ({ now, before, report }) => {
      expect(now(APP)).toBe(before(APP));
      expect(report(APP)).toMatchObject({ action: 'conflict', beside: `${APP}.new` });
    },
  },
  {
    name: 'a read-only file that nothing is new for is no obstacle',
    person: (place) => chmod(place.path('compose.yaml'), 0o444),
    change: bigger,
    promise: ({ now, generated }) => expect(now(APP)).toBe(generated(APP)),
  },
  {
    name: 'the texts of the last generation are gone: kept instead of merged',
    person: async (place) => {
      await place.edit(APP, 'interval: 5s', 'interval: 7s');
      await place.remove('.archwright');
    },
    change: bigger,
    promise: ({ now, before, report }) => {
      expect(now(APP)).toBe(before(APP));
      expect(report(APP)).toMatchObject({ action: 'conflict', reason: expect.stringContaining('not known') });
    },
  },
  {
    name: 'a lock file of the first format: untouched files are replaced, edited ones kept',
    person: async (place) => {
      const lock = JSON.parse(await place.read('archwright.lock.json'));
      await place.write('archwright.lock.json', JSON.stringify({ ...lock, lockVersion: 1 }));
      await place.remove('.archwright');
      await place.append('compose.yaml', '# mine\n');
    },
    change: bigger,
    promise: ({ now, generated, before }) => {
      expect(now(APP)).toBe(generated(APP));
      expect(now('compose.yaml')).toBe(before('compose.yaml'));
      expect(now('archwright.lock.json')).toContain('"lockVersion": 2');
    },
  },
  {
    name: 'the lock file is gone: everything that differs stays',
    person: async (place) => {
      await place.remove('archwright.lock.json');
      await place.edit(APP, 'interval: 5s', 'interval: 7s');
    },
    change: replacing('256Mi', '1Gi'),
    promise: ({ now, before, report }) => {
      expect(now(APP)).toBe(before(APP));
      expect(report(APP)).toMatchObject({ action: 'foreign', beside: `${APP}.new` });
    },
  },
];
