import { z } from 'zod';
import { type Asked, Listening, type Reply } from './listening.ts';

/** What the server asks of a registration (`ApplicationResource.addInstance`), and the form of what it deserialises. */
const registration = z.strictObject({
  instance: z.strictObject({
    instanceId: z.string().min(1),
    hostName: z.string().min(1),
    app: z.string().regex(/^[A-Z0-9-]+$/),
    ipAddr: z.string().min(1),
    vipAddress: z.string(),
    secureVipAddress: z.string(),
    status: z.enum(['UP', 'DOWN', 'STARTING', 'OUT_OF_SERVICE', 'UNKNOWN']),
    port: z.strictObject({ $: z.int(), '@enabled': z.enum(['true', 'false']) }),
    securePort: z.strictObject({ $: z.int(), '@enabled': z.enum(['true', 'false']) }),
    healthCheckUrl: z.url(),
    statusPageUrl: z.url(),
    homePageUrl: z.url(),
    dataCenterInfo: z.strictObject({
      '@class': z.literal('com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo'),
      name: z.literal('MyOwn'),
    }),
    leaseInfo: z.strictObject({ renewalIntervalInSecs: z.int(), durationInSecs: z.int() }),
    metadata: z.record(z.string(), z.string()),
  }),
});
type InstanceInfo = z.output<typeof registration>['instance'];

/** Stands in for a Eureka server: its REST operations, with deltas. */
export class EurekaStandIn {
  readonly #listening = new Listening((request) => this.#answer(request));
  readonly #instances = new Map<string, InstanceInfo>();
  readonly #recent: (InstanceInfo & { actionType: string })[] = [];
  /** Full answers given, to tell whether deltas are used. */
  fetches = 0;
  deltas = 0;

  get url(): string {
    return `${this.#listening.url}/eureka`;
  }

  up = () => this.#listening.up();
  down = () => this.#listening.down();

  /** Ids of who is registered. */
  registered(): string[] {
    return [...this.#instances.values()].map(({ instanceId }) => instanceId);
  }

  /** Leases have run out. */
  forget(): void {
    for (const one of this.#instances.values()) this.#recent.push({ ...one, actionType: 'DELETED' });
    this.#instances.clear();
  }

  /** Starts anew from nothing: its queue of changes is empty too. */
  reset(): void {
    this.#instances.clear();
    this.#recent.length = 0;
  }

  #answer({ method, path, body }: Asked): Reply {
    const [, base, apps, app, id] = path.split('/').map(decodeURIComponent);
    if (base !== 'eureka' || apps !== 'apps') return reply(404);
    if (method === 'GET' && app === undefined) {
      this.fetches += 1;
      return reply(200, this.#applications([...this.#instances.values()]));
    }
    if (method === 'GET' && app === 'delta') {
      this.deltas += 1;
      return reply(200, this.#applications(this.#recent));
    }
    if (method === 'POST' && app !== undefined) return this.#register(app, body);
    const key = `${app} ${id}`;
    const known = this.#instances.get(key);
    if (known === undefined) return reply(404);
    if (method === 'DELETE') {
      this.#instances.delete(key);
      this.#recent.push({ ...known, actionType: 'DELETED' });
    }
    return reply(method === 'DELETE' || method === 'PUT' ? 200 : 405);
  }

  #register(app: string, body: unknown): Reply {
    const parsed = registration.safeParse(body);
    if (!parsed.success || parsed.data.instance.app !== app) return reply(400, { error: parsed.error });
    const { instance } = parsed.data;
    this.#instances.set(`${app} ${instance.instanceId}`, instance);
    this.#recent.push({ ...instance, actionType: 'ADDED' });
    return reply(204);
  }

  #applications(instances: readonly InstanceInfo[]): object {
    const apps = new Map<string, InstanceInfo[]>();
    for (const one of instances) apps.set(one.app, [...(apps.get(one.app) ?? []), one]);
    const states = [...this.#instances.values()].map(({ status }) => status).sort();
    const counts = [...new Set(states)].map(
      (state) => `${state}_${states.filter((one) => one === state).length}_`,
    );
    return {
      applications: {
        versions__delta: '1',
        apps__hashcode: counts.join(''),
        application: [...apps].map(([name, instance]) => ({ name, instance })),
      },
    };
  }
}

function reply(status: number, body?: object): Reply {
  const text = body === undefined ? '' : JSON.stringify(body);
  return { status, text, headers: { 'content-type': 'application/json' } };
}
