/** Runs `work` for every item, at most `limit` at a time, and keeps the order of the results. The first failure ends it. */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  const queue = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of queue) {
      if (failed) return;
      results[index] = await work(item, index);
    }
  };
  const stopAll = (error: unknown) => {
    failed = true;
    throw error;
  };
  // All are waited for, also after a failure: nothing may still be writing when the caller cleans up.
  const ended = await Promise.allSettled(
    Array.from({ length: Math.min(limit, items.length) }, () => worker().catch(stopAll)),
  );
  const failure = ended.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
  return results;
}
