import type { FastifyInstance } from 'fastify';
import type { BaseConfig } from './config.ts';
import type { AnyOperation, ServiceContract, ServiceModule } from './contract.ts';
import type { Presence } from './discovery/presence.ts';
import { messageOf } from './errors.ts';
import { Health } from './health.ts';
import { addOperations } from './http/routes.ts';
import { createServer } from './http/server.ts';
import { startAll, stopAll } from './lifecycle.ts';
import { createLog, type Log } from './log.ts';
import { LogShipping } from './log-shipping.ts';
import { createConsumer } from './messaging/consumer.ts';
import { createMemoryInbox } from './messaging/memory-inbox.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { observed } from './ports/observe.ts';
import type { Inbox, QueueResource, Resource } from './ports/resource.ts';

/** What a service is mounted with, beside its ports. */
export interface MountOptions {
  /** Queues that its operations read, by name. */
  readonly queues?: Readonly<Record<string, QueueResource>>;
  /** Where it remembers the messages that it has handled; by default in memory. */
  readonly inbox?: Inbox;
  /** Servers that answer for it, beside the one for HTTP. */
  readonly endpoints?: readonly Endpoint[];
}

/** A server beside the one for HTTP, e.g. for gRPC. */
export interface Endpoint {
  /** Lets it answer a service's operations. To be called before `start`. */
  add(contract: ServiceContract, api: Readonly<Record<string, AnyOperation>>): void;
  /** @returns where it listens */
  start(): Promise<string>;
  /** Told when the unit can serve. */
  ready(): void;
  /** Takes no more requests, and is done when those under way are. */
  stop(): Promise<void>;
}

/** One deployable: services, the resources that they share, and the servers that answer for them. */
export class Unit {
  readonly name: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly server: FastifyInstance;
  readonly #config: BaseConfig;
  readonly #endpoints = new Set<Endpoint>();
  readonly #resources: Resource[] = [];
  readonly #shipping: LogShipping | undefined;
  readonly #presences: Presence[] = [];
  readonly #stop = new AbortController();

  /** @param name name of the deployable */
  constructor(name: string, config: BaseConfig) {
    this.name = name;
    this.#config = config;
    if (config.logShipUrl !== undefined) this.#shipping = new LogShipping(config.logShipUrl);
    this.log = createLog(name, config.logLevel, this.#shipping);
    this.metrics = createMetrics(name);
    this.health = new Health(this.metrics);
    this.server = createServer({ log: this.log, metrics: this.metrics, health: this.health });
  }

  /**
   * Makes the resource part of the unit: opened at the start in the order of these calls, watched, measured, closed at
   * the end in the opposite order.
   *
   * @returns what the unit's services are to use it by
   */
  use<R extends Resource>(resource: R): R {
    this.#resources.push(resource);
    this.health.watch(resource);
    return observed(resource, this.metrics);
  }

  /** Lets others find the unit while it can serve, and the unit find others. */
  join<D extends Presence>(presence: D): D {
    this.#presences.push(presence);
    return presence;
  }

  /** Makes a further server part of the unit; services say by `mount` whether it answers for them. */
  serve<E extends Endpoint>(endpoint: E): E {
    this.#endpoints.add(endpoint);
    return endpoint;
  }

  /**
   * Makes a service part of the unit: its operations answer HTTP and handle messages.
   *
   * @returns the service's operations, for other services in the same process
   */
  mount<Ports, Api extends object>(
    module: ServiceModule<Ports, Api>,
    ports: Ports,
    options: MountOptions = {},
  ): Api {
    const api = module.bind(ports);
    // What the contract names is what the module's type has: both are generated from the same operations.
    const operations = api as Readonly<Record<string, AnyOperation>>;
    addOperations(this.server, module.contract, operations);
    for (const endpoint of options.endpoints ?? []) endpoint.add(module.contract, operations);
    const inbox = options.inbox ?? createMemoryInbox();
    for (const [name, operation] of Object.entries(module.contract.operations)) {
      const queue = options.queues?.[operation.consumes?.queue ?? ''];
      const handler = operations[name];
      if (queue === undefined || handler === undefined) continue;
      const { log, metrics } = this;
      queue.subscribe(
        createConsumer({
          service: module.contract.service,
          operation,
          handler,
          inbox,
          system: queue.system,
          metrics,
          log,
        }),
      );
    }
    return api;
  }

  /** Makes the listener for trouble with a resource that mends itself: it ends in the log. */
  reporter(resource: string): (error: Error) => void {
    return (error) => this.log.warn({ resource, reason: messageOf(error) }, 'connection trouble');
  }

  /** Listens first, so that probes are answered while dependencies are waited for; then opens the resources. */
  async start(): Promise<void> {
    const address = await this.server.listen({ port: this.#config.port, host: this.#config.host });
    const addresses = await Promise.all([...this.#endpoints].map((endpoint) => endpoint.start()));
    this.log.info({ addresses: [address, ...addresses] }, 'listening');
    await startAll(this.#resources, this.log, this.#stop.signal);
    this.health.started = true;
    for (const endpoint of this.#endpoints) endpoint.ready();
    for (const presence of this.#presences) presence.start();
    this.log.info('ready');
  }

  /** Stops taking requests, finishes those under way, then closes the resources. */
  async stop(): Promise<void> {
    if (this.health.stopping) return;
    this.health.stopping = true;
    this.#stop.abort();
    // First of all: nobody new is to come.
    await Promise.all(this.#presences.map((presence) => presence.withdraw()));
    await Promise.all([this.server.close(), ...[...this.#endpoints].map((endpoint) => endpoint.stop())]);
    await Promise.all(this.#presences.map((presence) => presence.stop()));
    await stopAll(this.#resources, this.log);
    this.log.info('stopped');
    await this.#shipping?.close();
  }
}
