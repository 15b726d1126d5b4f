import type { Problem } from '#model';

/** Checks a text by the lint rules, off the critical path. Only the latest request is answered. */
export interface Linter {
  /**
   * @param text the document's text
   * @param done is given the findings, later, unless another request comes first
   */
  request(text: string, done: (problems: Problem[]) => void): void;
}

/** What the lint worker is sent. */
export interface LintRequest {
  id: number;
  text: string;
}

/** What the lint worker answers. */
export interface LintAnswer {
  id: number;
  problems: Problem[];
}

/** How long the text must have been at rest before it is linted, in milliseconds. */
const REST_MS = 250;

/** A linter that works in a web worker, started when it is first needed. */
export function workerLinter(): Linter {
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let answerTo: ((problems: Problem[]) => void) | undefined;

  const started = () => {
    if (worker) return worker;
    worker = new Worker(new URL('./lint.worker.ts', import.meta.url), { type: 'module', name: 'lint' });
    worker.onmessage = ({ data }: MessageEvent<LintAnswer>) => {
      if (data.id === latest) answerTo?.(data.problems);
    };
    // A worker that could not be loaded, while the host is gone say, never answers: the next request tries again.
    worker.onerror = () => {
      worker?.terminate();
      worker = undefined;
    };
    return worker;
  };

  return {
    request(text, done) {
      clearTimeout(timer);
      latest += 1;
      answerTo = done;
      const request: LintRequest = { id: latest, text };
      timer = setTimeout(() => started().postMessage(request), REST_MS);
    },
  };
}

/** A linter that finds nothing: where there are no workers (in tests of what stands on the store). */
export const silentLinter: Linter = { request() {} };
