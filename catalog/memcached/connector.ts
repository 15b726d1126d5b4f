import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { MemcachedComponent } from './fields.ts';
import { MEMCACHED_PORT } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to talk to memcached. */
export const connector: Connector<MemcachedComponent> = {
  dependencies: { memjs: '1.3.2' },
  devDependencies: { '@types/memjs': '1.3.3' },
  runtime: runtimeFiles,
  environment: (name, _component, context) => ({
    [`${environmentPrefix(name)}_URL`]: `memcached://${context.addressOf(name)?.host ?? name}:${MEMCACHED_PORT}`,
  }),
};
