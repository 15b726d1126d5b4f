import { expect, test } from 'vitest';
import { choiceOf } from './choice.ts';

test('the nearest folder decides, the whole folder last', () => {
  const choices = { '.': 'restore', services: 'new', 'services/a.ts': 'mine' } as const;
  expect(choiceOf(choices, 'services/a.ts')).toBe('mine');
  expect(choiceOf(choices, 'services/b/c.ts')).toBe('new');
  expect(choiceOf(choices, 'compose.yaml')).toBe('restore');
  expect(choiceOf({ services: 'new' }, 'servicesx/a')).toBeUndefined();
  expect(choiceOf({}, 'constructor')).toBeUndefined();
  expect(choiceOf(undefined, 'a')).toBeUndefined();
});
