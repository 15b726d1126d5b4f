import { describe, expect, it } from 'vitest';
import { createJournal, type JournalParts } from './journal.ts';
import { testDocuments, testSession } from './testing.ts';

/** A journal over a host that keeps entries in memory, and a clock that the test turns. */
function setUp() {
  const entries = new Map<string, string>();
  let due: (() => void) | undefined;
  let broken = false;
  const host = {
    journal: {
      write: async ({ id, text }: { id: string; text: string }) => {
        if (broken) throw new Error('The disk is full.');
        entries.set(id, text);
        return { savedAt: 0 };
      },
      discard: async ({ id }: { id: string }) => {
        entries.delete(id);
        return {};
      },
    },
  } as unknown as JournalParts['host'];
  const documents = testDocuments();
  const store = testSession();
  const journal = createJournal({
    host,
    documents,
    store,
    schedule: (run) => {
      due = run;
      return () => {
        due = undefined;
      };
    },
  });
  documents.getState().load({ text: 'a', path: '/work/a.arch.yaml', name: 'a', version: 'v1' });
  const type = (insert: string) =>
    documents.getState().dispatch({ type: 'text', changes: [{ offset: 0, remove: 0, insert }] });
  return {
    entries,
    documents,
    store,
    journal,
    type,
    scheduled: () => due !== undefined,
    elapse: async () => {
      due?.();
      await journal.flush();
    },
    breakDisk: (value: boolean) => {
      broken = value;
    },
    entry: () => entries.get(documents.getState().id),
  };
}

describe('the journal', () => {
  it('keeps what is unsaved, the newest of a burst', async () => {
    const { type, elapse, entry, entries, scheduled } = setUp();
    await elapse();
    expect(entries.size).toBe(0);
    type('1');
    type('2');
    expect(scheduled()).toBe(true);
    await elapse();
    expect(entry()).toBe('21a');
  });

  it('lets go of what was saved, or undone to what was saved', async () => {
    const { type, elapse, entries, documents } = setUp();
    type('1');
    await elapse();
    documents.getState().undo();
    await elapse();
    expect(entries.size).toBe(0);
    type('2');
    await elapse();
    documents.getState().markSaved({ path: '/work/a.arch.yaml', version: 'v2' });
    await elapse();
    expect(entries.size).toBe(0);
  });

  it('says when nothing can be kept, and recovers by itself', async () => {
    const { type, elapse, store, breakDisk, entry } = setUp();
    breakDisk(true);
    type('1');
    await elapse();
    expect(store.getState().journalFailure).toBe('The disk is full.');
    breakDisk(false);
    type('2');
    await elapse();
    expect(store.getState().journalFailure).toBeNull();
    expect(entry()).toBe('21a');
  });

  it('lets go of a document that is saved and left at once', async () => {
    const { type, elapse, entries, documents, journal } = setUp();
    type('1');
    await elapse();
    documents.getState().markSaved({ path: '/work/a.arch.yaml', version: 'v2' });
    documents.getState().load({ text: 'b', path: null, name: 'b', version: null });
    await journal.flush();
    expect(entries.size).toBe(0);
  });

  it('drops an entry that the person does not want', async () => {
    const { type, elapse, entries, journal } = setUp();
    type('1');
    await elapse();
    await journal.discard();
    expect(entries.size).toBe(0);
  });

  it('lets go of recovered text once it is saved, though it wrote none itself', async () => {
    const { elapse, entries, documents, journal } = setUp();
    entries.set('journal-1', 'b');
    documents
      .getState()
      .load({ id: 'journal-1', text: 'b', path: null, name: 'b', version: null, savedText: '' });
    journal.adopt('journal-1', 'b');
    documents.getState().markSaved({ path: '/work/b.arch.yaml', version: 'v1' });
    await elapse();
    expect(entries.size).toBe(0);
  });
});
