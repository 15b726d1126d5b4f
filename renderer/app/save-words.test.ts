import { describe, expect, it } from 'vitest';
import { saveWords } from './save-words.ts';

const facts = { dirty: false, path: '/work/shop.arch.yaml', saving: false, failure: null, readOnly: false };

describe('saveWords', () => {
  it('tells the truth about the file', () => {
    expect(saveWords(facts).text).toBe('Saved');
    expect(saveWords({ ...facts, dirty: true }).text).toBe('Edited');
    expect(saveWords({ ...facts, dirty: true, saving: true }).text).toBe('Saving...');
    expect(saveWords({ ...facts, readOnly: true }).text).toBe('Saved, read-only');
    expect(saveWords({ ...facts, path: null }).text).toBe('Not saved yet');
  });

  it('says why a save failed, before anything else', () => {
    expect(saveWords({ ...facts, dirty: true, failure: 'The disk is full.' })).toMatchObject({
      text: 'Could not save: The disk is full.',
      tone: 'error',
    });
  });
});
