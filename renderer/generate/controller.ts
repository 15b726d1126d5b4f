import type { ContractRouterClient } from '@orpc/contract';
import type { StoreApi } from 'zustand/vanilla';
import type { Contract } from '#host/contract';
import { wordsOf } from '../app/error-words.ts';
import type { GenerateState, WriteResult } from './store.ts';

/** What is generated from. */
export interface GenerateInput {
  text: string;
  layout: string;
  targets: string[];
}

export interface GenerateParts {
  host: Pick<ContractRouterClient<Contract>, 'generate'>;
  store: StoreApi<GenerateState>;
  /** What to generate from now; `undefined` while the document has errors. */
  input(): GenerateInput | undefined;
}

/** Asks the host what would be written, and to write it. Answers that come too late are dropped. */
export function createGenerateController({ host, store, input }: GenerateParts) {
  let latest = 0;

  const refresh = async (): Promise<void> => {
    const wanted = input();
    const turn = ++latest;
    if (!wanted) return store.setState({ loading: false });
    store.setState({ loading: true });
    const { out, choices } = store.getState();
    try {
      const preview = await host.generate.preview({ ...wanted, choices, ...(out === null ? {} : { out }) });
      if (turn === latest) store.setState({ preview, loading: false, failure: null });
    } catch (error) {
      if (turn === latest) store.setState({ loading: false, failure: wordsOf(error) });
    }
  };

  return {
    refresh,

    /** Writes the files. @returns what was done, or `undefined` where it failed: the store says why */
    async write(): Promise<WriteResult | undefined> {
      const wanted = input();
      const { out, writing, choices } = store.getState();
      if (!wanted || out === null || writing) return undefined;
      store.setState({ writing: true, failure: null, result: null });
      try {
        const result = await host.generate.write({ ...wanted, choices, out });
        store.setState({ writing: false, result, choices: {} });
        await refresh();
        return result;
      } catch (error) {
        store.setState({ writing: false, failure: wordsOf(error) });
        return undefined;
      }
    },
  };
}
