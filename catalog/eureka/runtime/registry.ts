import {
  askRegistry,
  type Changed,
  expectDone,
  type Follower,
  type Registration,
  type Registry,
} from '#runtime';
import { Applications, type ApplicationsAnswer } from './applications.ts';

/** What Eureka's own client does by default: a sign of life, and a look at the registry, every 30 seconds. */
const RENEW_MS = 30_000;
/** Seconds without a sign of life after which the server forgets a replica. */
const LEASE_SECONDS = 90;

/** Eureka's REST operations, https://github.com/Netflix/eureka/wiki/Eureka-REST-operations. */
export class EurekaRegistry implements Registry {
  readonly url: string;
  readonly renewMs: number;
  readonly #told = new Map<string, boolean>();

  constructor(url: string, renewMs = RENEW_MS) {
    this.url = url.replace(/\/$/, '');
    this.renewMs = renewMs;
  }

  async register(registration: Registration, signal: AbortSignal): Promise<void> {
    const { service, id, healthy } = registration;
    const body = { instance: instanceInfo(registration) };
    await expectDone(
      await askRegistry(`${this.url}/apps/${appOf(service)}`, { method: 'POST', body, signal }),
    );
    this.#told.set(id, healthy);
  }

  async renew({ service, id, healthy }: Registration, signal: AbortSignal): Promise<boolean> {
    // A sign of life says nothing of the health: a change of it is told by registering anew.
    if (this.#told.get(id) !== healthy) return false;
    const url = `${this.url}/apps/${appOf(service)}/${encodeURIComponent(id)}?status=${statusOf(healthy)}`;
    const response = await askRegistry(url, { method: 'PUT', signal });
    if (response.status === 404) {
      await response.body?.cancel();
      return false;
    }
    await expectDone(response);
    return true;
  }

  async deregister({ service, id }: Registration, signal: AbortSignal): Promise<void> {
    const url = `${this.url}/apps/${appOf(service)}/${encodeURIComponent(id)}`;
    const response = await askRegistry(url, { method: 'DELETE', signal });
    if (response.status === 404) await response.body?.cancel();
    else await expectDone(response);
  }

  /** One for all services: the whole registry once, then what changed since; anew where the two do not add up. */
  followers(services: readonly string[], changed: Changed): Follower[] {
    if (services.length === 0) return [];
    const known = new Applications();
    return [
      async (signal) => {
        if (!known.complete || !known.apply(await this.#fetch('apps/delta', signal)))
          known.replace(await this.#fetch('apps', signal));
        for (const service of services) changed(service, known.instancesOf(appOf(service)));
        return this.renewMs;
      },
    ];
  }

  async #fetch(path: string, signal: AbortSignal): Promise<ApplicationsAnswer> {
    const response = await askRegistry(`${this.url}/${path}`, { signal });
    if (!response.ok) await expectDone(response);
    return (await response.json()) as ApplicationsAnswer;
  }
}

/** Eureka's names of applications are in capitals. */
function appOf(service: string): string {
  return service.toUpperCase();
}

function statusOf(healthy: boolean): string {
  return healthy ? 'UP' : 'DOWN';
}

function instanceInfo({ service, id, instance, healthy }: Registration): object {
  const { http = 0, grpc } = instance.ports;
  const host = instance.host.includes(':') ? `[${instance.host}]` : instance.host;
  const page = (path: string) => `http://${host}:${http}${path}`;
  return {
    instanceId: id,
    hostName: instance.host,
    app: appOf(service),
    ipAddr: instance.host,
    vipAddress: service,
    secureVipAddress: service,
    status: statusOf(healthy),
    port: { $: http, '@enabled': 'true' },
    securePort: { $: 443, '@enabled': 'false' },
    healthCheckUrl: page('/readyz'),
    statusPageUrl: page('/healthz'),
    homePageUrl: page('/'),
    dataCenterInfo: {
      '@class': 'com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo',
      name: 'MyOwn',
    },
    leaseInfo: { renewalIntervalInSecs: RENEW_MS / 1000, durationInSecs: LEASE_SECONDS },
    metadata: grpc === undefined ? {} : { grpcPort: String(grpc) },
  };
}
