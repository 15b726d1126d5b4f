import { expect } from 'vitest';
import { bigger, withCache } from '../document.ts';
import type { Scenario } from '../scenario.ts';

const APP = 'compose.app.yaml';
const MARK = '\ufeff';

/** A person edits what is generated, in a place where nothing else changes, or where it does. */
export const edits: Scenario[] = [
  {
    name: 'nobody touches anything: what is new comes in',
    person: async () => {},
    change: bigger,
    promise: ({ now, generated, report }) => {
      expect(now(APP)).toBe(generated(APP));
      expect(report(APP)).toBeUndefined();
    },
  },
  {
    name: 'an edit, and nothing is new: the file stays byte for byte',
    person: (place) => place.edit(APP, 'interval: 5s', 'interval: 7s # slow disk'),
    promise: ({ now, before, report }) => {
      expect(now(APP)).toBe(before(APP));
      expect(report(APP)).toMatchObject({ action: 'edited' });
    },
  },
  {
    name: 'an edit elsewhere than what is new: merged',
    person: (place) => place.edit(APP, 'interval: 5s', 'interval: 7s'),
    change: bigger,
    promise: ({ now, generated, report }) => {
      expect(now(APP)).toBe(generated(APP)?.replace('interval: 5s', 'interval: 7s'));
      expect(report(APP)).toMatchObject({ action: 'merge' });
    },
  },
  {
    name: 'an edit of the very line that is new: conflict, the file stays, the new text lies beside it',
    person: (place) => place.edit(APP, 'memory: 256M', 'memory: 300M'),
    change: bigger,
    promise: ({ now, before, generated, report }) => {
      expect(now(APP)).toBe(before(APP));
      expect(now(`${APP}.new`)).toBe(generated(APP));
      expect(report(APP)).toMatchObject({ action: 'conflict', beside: `${APP}.new` });
    },
  },
  {
    name: 'the edit is just what is new: no conflict',
    person: async (place) => {
      await place.edit(APP, 'memory: 256M', 'memory: 512M');
      await place.edit(APP, 'memory: 256M', 'memory: 512M');
    },
    change: bigger,
    promise: ({ now, generated, report }) => {
      expect(now(APP)).toBe(generated(APP));
      expect(report(APP)).toBeUndefined();
    },
  },
  {
    name: 'a part of what is new was done by hand, and more: absorbed',
    person: async (place) => {
      await place.edit(APP, 'memory: 256M', 'memory: 512M');
      await place.edit(APP, 'interval: 5s', 'interval: 9s');
    },
    change: bigger,
    promise: ({ now, generated }) =>
      expect(now(APP)).toBe(generated(APP)?.replace('interval: 5s', 'interval: 9s')),
  },
  {
    name: 'lines added at the end, a component added elsewhere: merged',
    person: (place) => place.append(APP, 'x-team: checkout\n'),
    change: withCache,
    promise: ({ now, generated }) => {
      expect(now(APP)).toContain('x-team: checkout');
      expect(now(APP)).toContain('carts');
      expect(now(APP)?.length).toBe((generated(APP)?.length ?? 0) + 'x-team: checkout\n'.length);
    },
  },
  {
    name: 'lines deleted by hand stay deleted',
    person: (place) => place.edit(APP, / +stop_grace_period: 30s\n/, ''),
    change: bigger,
    promise: ({ now, generated }) =>
      expect(now(APP)).toBe(generated(APP)?.replace(/ +stop_grace_period: 30s\n/, '')),
  },
  {
    name: 'everything replaced by something else: kept',
    person: (place) => place.write(APP, 'services: {}\n'),
    change: bigger,
    promise: ({ now, report }) => {
      expect(now(APP)).toBe('services: {}\n');
      expect(report(APP)).toMatchObject({ action: 'conflict' });
    },
  },
  {
    name: 'an emptied file is an edit too',
    person: (place) => place.write(APP, ''),
    change: bigger,
    promise: ({ now, report }) => {
      expect(now(APP)).toBe('');
      expect(report(APP)).toMatchObject({ action: 'conflict', beside: `${APP}.new` });
    },
  },
  {
    name: 'both add the same key in different places: not written as YAML that nobody can read',
    person: (place) => place.edit(APP, /^services:$/m, 'services:\n  carts:\n    image: mine'),
    change: withCache,
    promise: ({ now, before, report }) => {
      expect(now(APP)).toBe(before(APP));
      expect(report(APP)).toMatchObject({ action: 'conflict' });
    },
  },
  {
    name: 'an editor that writes CRLF: no edit, and the line ends stay as they are',
    person: async (place) => place.write(APP, (await place.read(APP)).replaceAll('\n', '\r\n')),
    change: bigger,
    promise: ({ now, generated, report }) => {
      expect(now(APP)).toBe(generated(APP)?.replaceAll('\n', '\r\n'));
      expect(report(APP)).toBeUndefined();
    },
  },
  {
    name: 'CRLF and an edit: merged, in CRLF',
    person: async (place) => {
      await place.edit(APP, 'interval: 5s', 'interval: 7s');
      await place.write(APP, (await place.read(APP)).replaceAll('\n', '\r\n'));
    },
    change: bigger,
    promise: ({ now, generated }) =>
      expect(now(APP)).toBe(generated(APP)?.replace('interval: 5s', 'interval: 7s').replaceAll('\n', '\r\n')),
  },
  {
    name: 'an editor that writes a byte order mark: no edit, and the mark stays',
    person: async (place) => place.write(APP, MARK + (await place.read(APP))),
    change: bigger,
    promise: ({ now, generated }) => expect(now(APP)).toBe(`${MARK}${generated(APP)}`),
  },
  {
    name: 'blanks at line ends are no reason for a conflict',
    person: async (place) => place.write(APP, (await place.read(APP)).replaceAll('M\n', 'M  \n')),
    change: bigger,
    promise: ({ now, report }) => {
      expect(now(APP)).toContain('memory: 512M\n');
      expect(report(APP)).toMatchObject({ action: 'merge' });
    },
  },
  {
    name: 'a missing line end at the end of the file is kept',
    person: async (place) => place.write(APP, (await place.read(APP)).trimEnd()),
    change: bigger,
    promise: ({ now, generated }) => expect(now(APP)).toBe(generated(APP)?.trimEnd()),
  },
];
