import { expect, test } from 'vitest';
import { inSentences, sentence } from './sentences.ts';

test('a message begins with a capital letter', () => {
  expect(sentence('nobody publishes "order-placed"')).toBe('Nobody publishes "order-placed"');
  expect(sentence('"pay ments" is no DNS label')).toBe('"pay ments" is no DNS label');
  expect(sentence('')).toBe('');
});

test('texts are set off from each other as sentences', () => {
  expect(inSentences(['Expected a number', undefined, 'add the call', 'An operation waits.', ''])).toBe(
    'Expected a number. Add the call. An operation waits.',
  );
});
