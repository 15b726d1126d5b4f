import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { KafkaComponent } from './fields.ts';
import { BROKER_USER, KAFKA_PORT, passwordKey } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to talk to Kafka. */
export const connector: Connector<KafkaComponent> = {
  dependencies: { '@platformatic/kafka': '2.12.1' },
  runtime: runtimeFiles,
  environment: (name, _component, context) => ({
    [`${environmentPrefix(name)}_URL`]: {
      parts: [
        `kafka://${BROKER_USER}:`,
        context.secret(passwordKey(name), `Password of the message broker ${name}`),
        `@${context.addressOf(name)?.host ?? name}:${KAFKA_PORT}`,
      ],
    },
  }),
};
