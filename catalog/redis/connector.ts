import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { RedisComponent } from './fields.ts';
import { passwordKey, REDIS_PORT } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to talk to Redis. */
export const connector: Connector<RedisComponent> = {
  dependencies: { redis: '6.3.1' },
  runtime: runtimeFiles,
  environment: (name, _component, context) => ({
    [`${environmentPrefix(name)}_URL`]: {
      parts: [
        'redis://:',
        context.secret(passwordKey(name), `Password of the cache ${name}`),
        `@${context.addressOf(name)?.host ?? name}:${REDIS_PORT}`,
      ],
    },
  }),
};
