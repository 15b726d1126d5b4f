import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createGenerateController, type GenerateInput, type GenerateParts } from './controller.ts';
import type { GenerateState, Preview } from './store.ts';

const EMPTY: GenerateState = {
  out: null,
  omitted: [],
  choices: {},
  preview: null,
  loading: false,
  writing: false,
  failure: null,
  result: null,
  selected: null,
};
const preview = (path: string): Preview => ({
  layout: 'microservices',
  files: [{ path, content: 'x', current: null, action: 'create', owner: 'tool' }],
  warnings: [],
});

/** A host whose answers come when the test says so. */
function setUp(valid = true) {
  const asked: { resolve: (value: Preview) => void; reject: (error: Error) => void; input: unknown }[] = [];
  const written: unknown[] = [];
  const host = {
    generate: {
      preview: (input: unknown) =>
        new Promise<Preview>((resolve, reject) => asked.push({ resolve, reject, input })),
      write: async (input: unknown) => {
        written.push(input);
        return { out: '/out', written: 3, kept: ['a.ts'], removed: [], notable: [] };
      },
    },
  } as unknown as GenerateParts['host'];
  const store = createStore<GenerateState>()(() => EMPTY);
  const input: GenerateInput | undefined = valid
    ? { text: 'archwright: 1', layout: 'microservices', targets: ['compose'] }
    : undefined;
  return { asked, written, store, controller: createGenerateController({ host, store, input: () => input }) };
}

describe('the generate controller', () => {
  it('shows the answer to the newest question only', async () => {
    const { asked, store, controller } = setUp();
    const first = controller.refresh();
    const second = controller.refresh();
    asked[1]?.resolve(preview('new.yaml'));
    await second;
    asked[0]?.resolve(preview('old.yaml'));
    await first;
    expect(store.getState().preview?.files[0]?.path).toBe('new.yaml');
    expect(store.getState().loading).toBe(false);
  });

  it('keeps what was shown when asking fails, and says why', async () => {
    const { asked, store, controller } = setUp();
    store.setState({ preview: preview('kept.yaml') });
    const refreshed = controller.refresh();
    asked[0]?.reject(new Error('The folder is gone.'));
    await refreshed;
    expect(store.getState()).toMatchObject({ failure: 'The folder is gone.', loading: false });
    expect(store.getState().preview?.files[0]?.path).toBe('kept.yaml');
  });

  it('asks against the chosen folder', async () => {
    const { asked, store, controller } = setUp();
    store.setState({ out: '/out' });
    const refreshed = controller.refresh();
    expect(asked[0]?.input).toMatchObject({ out: '/out', targets: ['compose'] });
    asked[0]?.resolve(preview('a'));
    await refreshed;
  });

  it('passes on what was chosen for single files, and forgets it once it is done', async () => {
    const { asked, written, store, controller } = setUp();
    store.setState({ out: '/out', choices: { 'a.ts': 'new' } });
    const refreshed = controller.refresh();
    expect(asked[0]?.input).toMatchObject({ choices: { 'a.ts': 'new' } });
    asked[0]?.resolve(preview('a'));
    await refreshed;
    const writing = controller.write();
    await expect.poll(() => asked.length).toBe(2);
    expect(written[0]).toMatchObject({ choices: { 'a.ts': 'new' } });
    expect(store.getState().choices).toEqual({});
    asked[1]?.resolve(preview('a'));
    await writing;
  });

  it('writes only with a folder and a valid document', async () => {
    const without = setUp();
    expect(await without.controller.write()).toBeUndefined();
    const invalid = setUp(false);
    invalid.store.setState({ out: '/out' });
    expect(await invalid.controller.write()).toBeUndefined();
    expect([...without.written, ...invalid.written]).toEqual([]);
  });

  it('reports what was written and looks again', async () => {
    const { asked, store, controller } = setUp();
    store.setState({ out: '/out' });
    const writing = controller.write();
    await expect.poll(() => asked.length).toBe(1);
    asked[0]?.resolve(preview('a'));
    expect(await writing).toMatchObject({ written: 3, kept: ['a.ts'] });
    expect(store.getState().result?.written).toBe(3);
  });
});
