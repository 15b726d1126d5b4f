import { messageOf } from './errors.ts';
import type { Metrics } from './metrics.ts';
import type { Resource } from './ports/resource.ts';

/** Longest that a dependency may take to say that it is there. */
const CHECK_TIMEOUT_MS = 2_000;

export interface HealthReport {
  readonly ready: boolean;
  /** What each dependency says: `ok`, or what is wrong. */
  readonly checks: Readonly<Record<string, string>>;
}

/** Whether the unit can serve: it has started, is not stopping, and what it depends on answers. */
export class Health {
  /** All resources were opened once. */
  started = false;
  stopping = false;
  readonly #resources: Resource[] = [];
  readonly #up: Metrics['dependencyUp'];

  constructor({ dependencyUp }: Pick<Metrics, 'dependencyUp'>) {
    this.#up = dependencyUp;
  }

  watch(resource: Resource): void {
    this.#resources.push(resource);
  }

  async report(): Promise<HealthReport> {
    const results = await Promise.all(
      this.#resources.map(async (resource) => [resource.name, await stateOf(resource)] as const),
    );
    for (const [resource, state] of results) this.#up.set({ resource }, state === 'ok' ? 1 : 0);
    const ready = this.started && !this.stopping && results.every(([, state]) => state === 'ok');
    return { ready, checks: Object.fromEntries(results) };
  }
}

async function stateOf(resource: Resource): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, CHECK_TIMEOUT_MS, `no answer within ${CHECK_TIMEOUT_MS} ms`);
  });
  const check = resource.check().then(
    () => 'ok',
    (error: unknown) => messageOf(error),
  );
  return Promise.race([check, timeout]).finally(() => clearTimeout(timer));
}
