import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A request as the script made it. */
export interface Asked {
  method: string;
  url: string;
  body: unknown;
  params: { headers: Record<string, string>; tags: Record<string, string> };
}

export interface Answer {
  status: number;
  content?: unknown;
}

interface Scenario {
  executor: string;
  exec: string;
  rate: number;
  timeUnit: string;
}

export interface Script {
  options: { scenarios: Record<string, Scenario>; thresholds: Record<string, string[]> };
  setup?(): Record<string, string[]>;
  [exec: string]: unknown;
}

/** Stand-in for k6's modules: calls are synchronous as k6's are, and are answered by the test. */
const MODULES = {
  'package.json': JSON.stringify({
    name: 'k6',
    type: 'module',
    exports: { '.': './index.js', './http': './http.js' },
  }),
  'index.js': `export const check = (value, checks, tags) => {
  const results = Object.entries(checks).map(([name, test]) => ({ name, passed: test(value), tags }));
  globalThis.k6Double.checks.push(...results);
  return results.every(({ passed }) => passed);
};
`,
  'http.js': `const request = (method, url, body, params) => {
  const { status, content } = globalThis.k6Double.answer({ method, url, body: body === null ? undefined : JSON.parse(body), params });
  return { status, json: () => content };
};
export default { request, setResponseCallback: () => {}, expectedStatuses: (...statuses) => statuses };
`,
};

/** Runs a generated script as k6 would load it. One at a time: k6's globals are globals here too. */
export class K6Double {
  readonly asked: Asked[] = [];
  readonly checks: { name: string; passed: boolean; tags: Record<string, string> }[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'archwright-k6-'));
  readonly #answers: (asked: Asked) => Answer;

  constructor(answers: (asked: Asked) => Answer) {
    this.#answers = answers;
  }

  async load(content: string, environment: Readonly<Record<string, string>> = {}): Promise<Script> {
    const modules = join(this.#folder, 'node_modules/k6');
    mkdirSync(modules, { recursive: true });
    for (const [name, text] of Object.entries(MODULES)) writeFileSync(join(modules, name), text);
    const path = join(this.#folder, 'script.mjs');
    writeFileSync(path, content);
    Object.assign(globalThis, { __ENV: environment, __VU: 1, k6Double: this });
    return (await import(pathToFileURL(path).href)) as Script;
  }

  answer(asked: Asked): Answer {
    this.asked.push(asked);
    return this.#answers(asked);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
