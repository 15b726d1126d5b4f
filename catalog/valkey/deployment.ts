import type { EntryDeployment } from '../entry.ts';
import { connector } from '../redis/connector.ts';
import { planOf } from '../redis/plan.ts';
import { DEFAULT_VERSION, type ValkeyComponent } from './fields.ts';
import { valkey } from './index.ts';

/** Runs and is talked to as Redis, under names of its own. */
export const valkeyDeployment: EntryDeployment<ValkeyComponent> = {
  entry: valkey,
  plan: planOf({
    image: 'valkey/valkey',
    defaultVersion: DEFAULT_VERSION,
    program: 'valkey-server',
    client: 'valkey-cli',
  }),
  connector,
};
