import type { Ambient, PlanContext } from '../container.ts';
import type { Connector } from '../entry.ts';
import type { EurekaComponent } from './fields.ts';
import { EUREKA_PORT, EUREKA_VARIABLE } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to register with Eureka, which is an HTTP client: Node.js has one. */
export const connector: Connector<EurekaComponent> = {
  dependencies: {},
  runtime: runtimeFiles,
  environment: () => ({}),
  addressVariable: EUREKA_VARIABLE,
};

/** Every generated service finds the server in its environment. It does not wait for it. */
export function ambient(_component: EurekaComponent, { name, unit }: PlanContext): Ambient {
  return {
    environment: { [EUREKA_VARIABLE]: `http://${unit}:${EUREKA_PORT}/eureka` },
    reaches: [{ unit: name, port: EUREKA_PORT, protocol: 'http', startup: false }],
  };
}
