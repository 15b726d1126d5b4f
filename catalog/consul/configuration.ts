import type { PlanContext } from '../container.ts';
import { isExisting } from '../service/port.ts';
import { CONSUL_PORT } from './names.ts';

/** Where the agents of a cluster talk to each other; here, one talks to itself. */
const LOCAL = '127.0.0.1';

export interface ExistingService {
  name: string;
  host: string;
  port: number;
}

/** Services that are existing software: they do not register themselves. Sorted by name. */
export function existingServices({ document, addressOf }: PlanContext): ExistingService[] {
  const components = Object.entries(document.components).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return components.flatMap(([name, component]) => {
    const address =
      component.kind === 'service' && isExisting(component) ? addressOf(name, 'rest') : undefined;
    return address === undefined ? [] : [{ name, ...address }];
  });
}

/** The agent's configuration: https://developer.hashicorp.com/consul/docs/reference/agent/configuration-file. */
export function configuration(context: PlanContext): string {
  const config = {
    datacenter: 'dc1',
    node_name: context.name,
    server: true,
    bootstrap_expect: 1,
    data_dir: '/consul/data',
    // A container may have several addresses; those who ask come by HTTP only.
    bind_addr: LOCAL,
    advertise_addr: LOCAL,
    client_addr: '0.0.0.0',
    ports: { http: CONSUL_PORT, dns: -1, grpc: -1, grpc_tls: -1 },
    ui_config: { enabled: true },
    connect: { enabled: false },
    disable_update_check: true,
    // Gone for a restart only: a server that leaves would leave the data without a leader.
    leave_on_terminate: false,
    skip_leave_on_interrupt: true,
    log_json: true,
    services: existingServices(context).map(definition),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Nothing is known of existing software but its port: the check asks whether that is open. */
function definition({ name, host, port }: ExistingService): object {
  return {
    id: name,
    name,
    address: host,
    port,
    check: {
      id: `service:${name}`,
      name: `Port ${port} of ${name}`,
      tcp: `${host}:${port}`,
      interval: '10s',
      timeout: '2s',
    },
  };
}
