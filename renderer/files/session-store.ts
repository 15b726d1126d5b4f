import type { InferContractRouterOutputs } from '@orpc/contract';
import { createStore } from 'zustand/vanilla';
import type { Contract } from '#host/contract';

export type AppInfo = InferContractRouterOutputs<Contract>['app']['info'];

/** How the open document stands towards its file. */
export interface SessionState {
  saving: boolean;
  /** Why the last save failed, in words; `null` after one that worked. */
  failure: string | null;
  /** The file cannot be written; a save asks for another place. */
  readOnly: boolean;
  /** The file became another on disk while there are unsaved changes. */
  changedOutside: boolean;
  /** Why the recovery journal cannot be written; `null` while it can. */
  journalFailure: string | null;
  /** What the host says of itself; `null` until it answered. */
  info: AppInfo | null;
}

export const INITIAL_SESSION: SessionState = {
  saving: false,
  failure: null,
  readOnly: false,
  changedOutside: false,
  journalFailure: null,
  info: null,
};

export const sessionStore = createStore<SessionState>()(() => INITIAL_SESSION);
