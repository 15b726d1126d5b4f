import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { RabbitmqComponent } from './fields.ts';
import { AMQP_PORT, BROKER_USER, passwordKey } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to talk to RabbitMQ. */
export const connector: Connector<RabbitmqComponent> = {
  dependencies: { amqplib: '2.3.1' },
  runtime: runtimeFiles,
  environment: (name, _component, context) => ({
    [`${environmentPrefix(name)}_URL`]: {
      parts: [
        `amqp://${BROKER_USER}:`,
        context.secret(passwordKey(name), `Password of the message broker ${name}`),
        `@${context.addressOf(name)?.host ?? name}:${AMQP_PORT}`,
      ],
    },
  }),
};
