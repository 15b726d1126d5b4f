import {
  askRegistry,
  type Changed,
  expectDone,
  type Follower,
  type Instance,
  type Registration,
  type Registry,
} from '#runtime';

const RENEW_MS = 10_000;
/** Without a sign of life for so long, a replica counts as broken; after a minute more it is forgotten. */
const TTL = '30s';
const FORGET_AFTER = '1m';
/** How long a blocking query may wait for a change. */
const WAIT_MS = 48_000;
/** Meta field that holds the port of gRPC: Consul keeps one port for each service. */
const GRPC_META = 'grpc-port';

interface HealthEntry {
  readonly Node: { readonly Address: string };
  readonly Service: {
    readonly Address: string;
    readonly Port: number;
    readonly Meta?: Readonly<Record<string, string>> | null;
  };
}

/** Consul's HTTP API, https://developer.hashicorp.com/consul/api-docs: agent/service, agent/check, health. */
export class ConsulRegistry implements Registry {
  readonly url: string;
  readonly renewMs: number;

  constructor(url: string, renewMs = RENEW_MS) {
    this.url = url.replace(/\/$/, '');
    this.renewMs = renewMs;
  }

  async register({ service, id, instance, healthy }: Registration, signal: AbortSignal): Promise<void> {
    const body = {
      ID: id,
      Name: service,
      Address: instance.host,
      Port: instance.ports.http,
      Meta: instance.ports.grpc === undefined ? {} : { [GRPC_META]: String(instance.ports.grpc) },
      Check: {
        CheckID: checkOf(id),
        Name: `Sign of life of ${id}`,
        TTL,
        Status: healthy ? 'passing' : 'critical',
        DeregisterCriticalServiceAfter: FORGET_AFTER,
      },
    };
    await expectDone(
      await this.#ask('agent/service/register?replace-existing-checks=true', { method: 'PUT', body, signal }),
    );
  }

  async renew({ id, healthy }: Registration, signal: AbortSignal): Promise<boolean> {
    const path = `agent/check/${healthy ? 'pass' : 'fail'}/${encodeURIComponent(checkOf(id))}`;
    const response = await this.#ask(path, { method: 'PUT', signal });
    // Older agents answer 500 where newer ones answer 404 for a check that they do not have.
    if (response.status === 404 || response.status === 500) {
      await response.body?.cancel();
      return false;
    }
    await expectDone(response);
    return true;
  }

  async deregister({ id }: Registration, signal: AbortSignal): Promise<void> {
    const response = await this.#ask(`agent/service/deregister/${encodeURIComponent(id)}`, {
      method: 'PUT',
      signal,
    });
    if (response.status === 404) await response.body?.cancel();
    else await expectDone(response);
  }

  followers(services: readonly string[], changed: Changed): Follower[] {
    return services.map((service) => this.#follower(service, changed));
  }

  /** Blocking queries: each waits until something has changed since the index of the last answer. */
  #follower(service: string, changed: Changed): Follower {
    let index = 0;
    return async (signal) => {
      const query = `passing=true&index=${index}&wait=${WAIT_MS / 1000}s`;
      // The agent adds up to a sixteenth of the wait, so that not all come back at once.
      const timeoutMs = WAIT_MS + WAIT_MS / 16 + 5_000;
      const path = `health/service/${encodeURIComponent(service)}?${query}`;
      const response = await this.#ask(path, { signal, timeoutMs });
      if (!response.ok) {
        index = 0;
        await expectDone(response);
      }
      const entries = (await response.json()) as HealthEntry[];
      const next = Number(response.headers.get('x-consul-index'));
      const moved = next !== index;
      // An index that went back means a new history: https://developer.hashicorp.com/consul/api-docs/features/blocking
      index = Number.isInteger(next) && next >= index && next > 0 ? next : 0;
      changed(service, entries.map(instanceOf));
      // An agent that knows no blocking queries, or lost its index, is not asked in a busy loop.
      return moved && index > 0 ? 0 : Math.min(1_000, this.renewMs);
    };
  }

  #ask(path: string, request: Parameters<typeof askRegistry>[1]): Promise<Response> {
    return askRegistry(`${this.url}/v1/${path}`, request);
  }
}

function checkOf(id: string): string {
  return `service:${id}`;
}

function instanceOf({ Node, Service }: HealthEntry): Instance {
  const grpc = Number(Service.Meta?.[GRPC_META]);
  return {
    host: Service.Address || Node.Address,
    ports: { http: Service.Port, ...(grpc > 0 ? { grpc } : {}) },
  };
}
