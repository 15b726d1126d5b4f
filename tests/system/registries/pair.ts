import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Discovery, type Registry } from '#runtime';
import { eventually } from '../eventually.ts';

/** Two units that know each other by a registry, and what they found wrong. */
export class Pair {
  readonly service = `orders-${randomUUID().slice(0, 8)}`;
  readonly troubles: string[] = [];
  readonly #started: Discovery[] = [];
  readonly #registry: () => Registry;

  /** @param registry makes a way to the registry: each unit has its own */
  constructor(registry: () => Registry) {
    this.#registry = registry;
  }

  /** A unit that is the service. @param port any: replicas of one machine are told apart by it */
  serve(port: number, health = { ready: true }): Discovery {
    const ports = { http: port, grpc: port + 1 };
    return this.#start({
      services: [this.service],
      lookUp: [],
      ports,
      health: { report: async () => health },
    });
  }

  /** A unit that calls the service. */
  call(): Discovery {
    const health = { report: async () => ({ ready: true }) };
    return this.#start({ services: [], lookUp: [this.service], ports: { http: 1 }, health });
  }

  /** Ports at which the service is found, sorted; waits until they are these. */
  async finds(caller: Discovery, ports: readonly number[]): Promise<void> {
    await eventually(`${this.service} is found at ${ports.join(', ') || 'no port'}`, async () => {
      const found = new Set<number | undefined>();
      for (let turn = 0; turn < 8; turn += 1) {
        const instance = caller.resolve(this.service, 'http');
        if (instance !== undefined) found.add(instance.ports.http);
      }
      assert.deepEqual([...found].toSorted(), ports);
    });
  }

  async stop(...units: readonly Discovery[]): Promise<void> {
    for (const unit of units) {
      await unit.withdraw();
      await unit.stop();
    }
  }

  async end(): Promise<void> {
    await this.stop(...this.#started.splice(0));
  }

  #start(options: Omit<ConstructorParameters<typeof Discovery>[1], 'onError'>): Discovery {
    const unit = new Discovery(this.#registry(), {
      ...options,
      onError: ({ message }) => this.troubles.push(message),
    });
    this.#started.push(unit);
    unit.start();
    return unit;
  }
}
