import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { createSession, type SessionParts } from './session.ts';
import { testDocuments, testSession } from './testing.ts';

const TEXT = 'archwright: 1\nname: shop\ncomponents: {}\n';

/** A disk with one file: writes are refused where they expect another version. */
function setUp(disk: { text: string; version: string } | null = { text: TEXT, version: 'v1' }) {
  let file = disk;
  let opened = 0;
  const files = {
    read: async ({ path }: { path: string }) => {
      if (!file) throw new Error('no such file');
      return { path, name: 'shop.arch.yaml', readOnly: false, ...file };
    },
    write: async (input: {
      path: string;
      text: string;
      expectedVersion?: string | null;
      force?: boolean;
    }) => {
      if (!input.force && input.expectedVersion !== (file?.version ?? null)) {
        const data = { path: input.path, version: file?.version ?? null, text: file?.text ?? '' };
        throw new ORPCError('CHANGED_ON_DISK', { defined: true, data, message: 'changed' });
      }
      file = { text: input.text, version: `v${Number(file?.version.slice(1) ?? 0) + 1}` };
      return { path: input.path, version: file.version };
    },
  };
  const documents = testDocuments();
  const store = testSession();
  const host = { files } as unknown as SessionParts['host'];
  const session = createSession({ host, documents, store, onOpened: () => opened++ });
  const type = (insert: string) =>
    documents.getState().dispatch({ type: 'text', changes: [{ offset: 0, remove: 0, insert }] });
  return {
    session,
    documents,
    store,
    type,
    opened: () => opened,
    disk: () => file,
    overwrite: (text: string) => {
      file = { text, version: 'v9' };
    },
  };
}

describe('the session', () => {
  it('opens a file, edits it and saves it back', async () => {
    const { session, documents, type, disk, opened } = setUp();
    await session.openPath('/work/shop.arch.yaml');
    expect(documents.getState()).toMatchObject({
      path: '/work/shop.arch.yaml',
      name: 'shop',
      version: 'v1',
      dirty: false,
    });
    type('# mine\n');
    expect(documents.getState().dirty).toBe(true);
    expect(await session.save()).toEqual({ type: 'written' });
    expect(disk()?.text).toBe(`# mine\n${TEXT}`);
    expect(documents.getState()).toMatchObject({ version: 'v2', dirty: false });
    expect(opened()).toBe(1);
  });

  it('does not overwrite what another program wrote', async () => {
    const { session, documents, type, disk, overwrite } = setUp();
    await session.openPath('/work/shop.arch.yaml');
    type('# mine\n');
    overwrite('# theirs\n');
    const outcome = await session.save();
    expect(outcome).toEqual({
      type: 'conflict',
      conflict: { path: '/work/shop.arch.yaml', version: 'v9', text: '# theirs\n' },
    });
    expect(disk()?.text).toBe('# theirs\n');
    expect(documents.getState().dirty).toBe(true);
  });

  it('takes the text on disk as a step that can be undone', async () => {
    const { session, documents, type } = setUp();
    await session.openPath('/work/shop.arch.yaml');
    type('# mine\n');
    session.takeFromDisk({ path: '/work/shop.arch.yaml', version: 'v9', text: '# theirs\n' });
    expect(documents.getState()).toMatchObject({ text: '# theirs\n', version: 'v9', dirty: false });
    documents.getState().undo();
    expect(documents.getState()).toMatchObject({ text: `# mine\n${TEXT}`, dirty: true });
  });

  it('asks before it replaces a file that exists', async () => {
    const { session, disk } = setUp();
    session.openText('archwright: 1\nname: other\n', 'other');
    expect((await session.saveAs('/work/shop.arch.yaml')).type).toBe('conflict');
    expect(disk()?.text).toBe(TEXT);
    expect((await session.saveAs('/work/shop.arch.yaml', true)).type).toBe('written');
    expect(disk()?.text).toBe('archwright: 1\nname: other\n');
  });

  it('says why a save failed, and keeps the text', async () => {
    const { session, documents, store, type } = setUp();
    await session.openPath('/work/shop.arch.yaml');
    type('# mine\n');
    documents.setState({ path: '/work/shop.arch.yaml' });
    const failing = createSession({
      host: {
        files: { write: async () => Promise.reject(new Error('The disk is full.')) },
      } as unknown as SessionParts['host'],
      documents,
      store,
      onOpened: () => undefined,
    });
    expect((await failing.save()).type).toBe('failed');
    expect(store.getState()).toMatchObject({ saving: false, failure: 'The disk is full.' });
    expect(documents.getState()).toMatchObject({ dirty: true, text: `# mine\n${TEXT}` });
  });

  it('goes on with what was not saved, against the file as it is now', async () => {
    const { session, documents } = setUp();
    await session.recover({
      id: 'journal-1',
      path: '/work/shop.arch.yaml',
      name: 'shop',
      text: `# mine\n${TEXT}`,
      baseVersion: 'v1',
      savedAt: 0,
    });
    expect(documents.getState()).toMatchObject({
      id: 'journal-1',
      text: `# mine\n${TEXT}`,
      savedText: TEXT,
      version: 'v1',
      dirty: true,
    });
  });

  it('recovers a document whose file is gone', async () => {
    const { session, documents } = setUp(null);
    await session.recover({
      id: 'journal-1',
      path: '/work/shop.arch.yaml',
      name: 'shop',
      text: TEXT,
      baseVersion: 'v1',
      savedAt: 0,
    });
    expect(documents.getState()).toMatchObject({ text: TEXT, dirty: true });
  });
});
