import { z } from 'zod';
import { type Asked, Listening, type Reply } from './listening.ts';

/** Body of a registration, as the API's documentation describes it: unknown fields are refused. */
const registration = z.strictObject({
  ID: z.string(),
  Name: z.string(),
  Address: z.string(),
  Port: z.int(),
  Meta: z.record(z.string().regex(/^[A-Za-z0-9_-]{1,128}$/), z.string().max(512)),
  Check: z.strictObject({
    CheckID: z.string(),
    Name: z.string(),
    TTL: z.string().regex(/^\d+s$/),
    Status: z.enum(['passing', 'warning', 'critical']),
    DeregisterCriticalServiceAfter: z.string().regex(/^\d+m$/),
  }),
});
type Service = z.output<typeof registration>;

/** Stands in for a Consul agent: what its HTTP API documents of services, TTL checks and blocking queries. */
export class ConsulStandIn {
  readonly #listening = new Listening((request) => this.#answer(request));
  readonly #services = new Map<string, Service>();
  #waiting: (() => void)[] = [];
  #index = 10;

  get url(): string {
    return this.#listening.url;
  }

  up = () => this.#listening.up();
  down = () => this.#listening.down();

  /** Ids of who is registered. */
  registered(): string[] {
    return [...this.#services.keys()];
  }

  /** The check's time to live ran out, and the time after which it is deregistered too. */
  forget(): void {
    this.#services.clear();
    this.#changed();
  }

  /** Starts anew from nothing: its history of changes begins again. */
  reset(): void {
    this.forget();
    this.#index = 1;
  }

  #answer({ method, path, query, body }: Asked): Reply | Promise<Reply> {
    const [, version, ...rest] = path.split('/').map(decodeURIComponent);
    const [area, what, action, id = ''] = rest;
    if (version !== 'v1') return reply(404, '');
    if (method === 'PUT' && rest.join('/') === 'agent/service/register') {
      const service = registration.safeParse(body);
      if (!service.success) return reply(400, service.error.message);
      this.#services.set(service.data.ID, service.data);
      this.#changed();
      return reply(200, '');
    }
    if (method === 'PUT' && area === 'agent' && what === 'service' && action === 'deregister') {
      if (!this.#services.delete(id)) return reply(404, `Unknown service ID "${id}".`);
      this.#changed();
      return reply(200, '');
    }
    if (method === 'PUT' && area === 'agent' && what === 'check') return this.#check(action ?? '', id);
    if (method === 'GET' && area === 'health' && what === 'service') return this.#health(action ?? '', query);
    return reply(404, '');
  }

  #check(action: string, checkId: string): Reply | Promise<Reply> {
    const service = [...this.#services.values()].find(({ Check }) => Check.CheckID === checkId);
    if (service === undefined) return reply(404, `Unknown check ID "${checkId}".`);
    const status = action === 'pass' ? 'passing' : 'critical';
    if (service.Check.Status !== status) {
      service.Check.Status = status;
      this.#changed();
    }
    return reply(200, '');
  }

  #health(name: string, query: URLSearchParams): Reply | Promise<Reply> {
    const answer = () => {
      const passing = [...this.#services.values()].filter(
        ({ Name, Check }) => Name === name && Check.Status === 'passing',
      );
      const entries = passing.map((service) => ({ Node: { Address: '127.0.0.9' }, Service: service }));
      return reply(200, JSON.stringify(entries), { 'x-consul-index': String(this.#index) });
    };
    if (Number(query.get('index')) !== this.#index) return answer();
    return new Promise((resolve) => {
      this.#waiting.push(() => resolve(answer()));
    });
  }

  #changed(): void {
    this.#index += 1;
    for (const send of this.#waiting.splice(0)) send();
  }
}

function reply(status: number, text: string, headers: Reply['headers'] = {}): Reply {
  return { status, text, headers };
}
