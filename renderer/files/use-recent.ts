import { useCallback, useEffect, useState } from 'react';
import { host } from '../host.ts';

export type Recent = Awaited<ReturnType<typeof host.recent.list>>[number];

/** The files opened last, newest first; empty where the host does not answer. */
export function useRecent(): { recent: readonly Recent[]; forget(path: string): void } {
  const [recent, setRecent] = useState<readonly Recent[]>([]);
  useEffect(() => {
    let current = true;
    host.recent
      .list()
      .then((files) => current && setRecent(files))
      .catch(() => current && setRecent([]));
    return () => {
      current = false;
    };
  }, []);
  const forget = useCallback((path: string) => {
    setRecent((files) => files.filter((file) => file.path !== path));
    void host.recent.forget({ path }).catch(() => undefined);
  }, []);
  return { recent, forget };
}
