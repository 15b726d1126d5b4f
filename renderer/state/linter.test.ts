import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LintAnswer, LintRequest } from './linter.ts';
import { workerLinter } from './linter.ts';

/** Stands for the browser's worker: notes what it is sent and says what a test lets it say. */
class FakeWorker {
  static readonly made: FakeWorker[] = [];
  readonly received: LintRequest[] = [];
  onmessage: ((event: { data: LintAnswer }) => void) | undefined;
  onerror: (() => void) | undefined;
  terminate = vi.fn();

  constructor() {
    FakeWorker.made.push(this);
  }

  postMessage(request: LintRequest) {
    this.received.push(request);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  FakeWorker.made.length = 0;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('sends a burst of texts as one, and answers only the latest request', () => {
  const linter = workerLinter();
  const done = vi.fn();
  linter.request('one', vi.fn());
  linter.request('two', done);
  vi.runAllTimers();
  const [worker] = FakeWorker.made;
  expect(worker?.received).toEqual([{ id: 2, text: 'two' }]);
  worker?.onmessage?.({ data: { id: 1, problems: [] } });
  expect(done).not.toHaveBeenCalled();
  worker?.onmessage?.({ data: { id: 2, problems: [] } });
  expect(done).toHaveBeenCalledExactlyOnceWith([]);
});

test('tries another worker after one that could not be loaded', () => {
  const linter = workerLinter();
  linter.request('one', vi.fn());
  vi.runAllTimers();
  FakeWorker.made[0]?.onerror?.();
  expect(FakeWorker.made[0]?.terminate).toHaveBeenCalled();
  linter.request('two', vi.fn());
  vi.runAllTimers();
  expect(FakeWorker.made[1]?.received).toEqual([{ id: 2, text: 'two' }]);
});
