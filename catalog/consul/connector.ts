import type { Ambient, PlanContext } from '../container.ts';
import type { Connector } from '../entry.ts';
import type { ConsulComponent } from './fields.ts';
import { CONSUL_PORT, CONSUL_VARIABLE } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to register with Consul, which is an HTTP client: Node.js has one. */
export const connector: Connector<ConsulComponent> = {
  dependencies: {},
  runtime: runtimeFiles,
  environment: () => ({}),
  addressVariable: CONSUL_VARIABLE,
};

/** Every generated service finds the agent in its environment. It does not wait for it. */
export function ambient(_component: ConsulComponent, { name, unit }: PlanContext): Ambient {
  return {
    environment: { [CONSUL_VARIABLE]: `http://${unit}:${CONSUL_PORT}` },
    reaches: [{ unit: name, port: CONSUL_PORT, protocol: 'http', startup: false }],
  };
}
