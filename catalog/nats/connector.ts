import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { NatsComponent } from './fields.ts';
import { BROKER_USER, NATS_PORT, passwordKey } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to talk to NATS. */
export const connector: Connector<NatsComponent> = {
  dependencies: { '@nats-io/jetstream': '3.4.0', '@nats-io/transport-node': '3.4.0' },
  runtime: runtimeFiles,
  environment: (name, _component, context) => ({
    [`${environmentPrefix(name)}_URL`]: {
      parts: [
        `nats://${BROKER_USER}:`,
        context.secret(passwordKey(name), `Password of the message broker ${name}`),
        `@${context.addressOf(name)?.host ?? name}:${NATS_PORT}`,
      ],
    },
  }),
};
