import type { InferContractRouterOutputs } from '@orpc/contract';
import { useCallback, useEffect, useState } from 'react';
import type { Contract } from '#host/contract';
import { wordsOf } from '../app/error-words.ts';
import { host } from '../host.ts';

export type Listing = InferContractRouterOutputs<Contract>['files']['list'];

/** A folder that is looked into, and the ways to others. */
export interface Folder {
  /** `undefined` until the first listing came. */
  listing: Listing | undefined;
  /** Why the last folder could not be listed; the one before stays shown. */
  failure: string | undefined;
  loading: boolean;
  go(path: string | undefined): void;
  /** Makes a folder and goes there. @returns why it could not, in words */
  create(path: string): Promise<string | undefined>;
}

/**
 * Looks into folders of the machine.
 *
 * @param start where to begin; the home folder if absent
 * @param documents whether documents are listed beside folders
 */
export function useFolder(start: string | undefined, documents: boolean): Folder {
  const [path, setPath] = useState(start);
  const [listing, setListing] = useState<Listing>();
  const [failure, setFailure] = useState<string>();
  const [loading, setLoading] = useState(true);

  useEffect(() => {
    let current = true;
    setLoading(true);
    host.files
      .list({ ...(path === undefined ? {} : { path }), documents })
      .then((found) => {
        if (!current) return;
        setListing(found);
        setFailure(undefined);
      })
      .catch((error: unknown) => current && setFailure(wordsOf(error)))
      .finally(() => current && setLoading(false));
    return () => {
      current = false;
    };
  }, [path, documents]);

  const create = useCallback(async (wanted: string) => {
    try {
      const made = await host.files.createFolder({ path: wanted });
      setPath(made.path);
      return undefined;
    } catch (error) {
      return wordsOf(error);
    }
  }, []);
  return { listing, failure, loading, go: setPath, create };
}
