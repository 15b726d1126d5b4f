import type { InferContractRouterOutputs } from '@orpc/contract';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { Choice, Contract } from '#host/contract';

export type Preview = InferContractRouterOutputs<Contract>['generate']['preview'];
export type WriteResult = InferContractRouterOutputs<Contract>['generate']['write'];

/** State of the Generate tab. */
export interface GenerateState {
  /** Output folder; `null` until one is chosen. */
  out: string | null;
  /** Ids of the targets that are left out. */
  omitted: readonly string[];
  /** What is to be done with single files, by path; forgotten once it is done. */
  choices: Readonly<Record<string, Choice>>;
  /** What would be written; `null` before the first answer. */
  preview: Preview | null;
  loading: boolean;
  writing: boolean;
  /** Why the last preview or write failed, in words. */
  failure: string | null;
  /** What the last write did. */
  result: WriteResult | null;
  /** Path of the file that is shown. */
  selected: string | null;
}

/** Says what is to be done with a file; `null` takes it back. */
export function choose(path: string, choice: Choice | null): void {
  generateStore.setState(({ choices: { [path]: _before, ...others } }) => ({
    choices: choice === null ? others : { ...others, [path]: choice },
  }));
}

/** Output folder and targets are remembered; the files are not. */
export const generateStore = createStore<GenerateState>()(
  persist(
    (): GenerateState => ({
      out: null,
      omitted: [],
      choices: {},
      preview: null,
      loading: false,
      writing: false,
      failure: null,
      result: null,
      selected: null,
    }),
    { name: 'archwright.generate', version: 1, partialize: ({ out, omitted }) => ({ out, omitted }) },
  ),
);
