import type { PlanContext, PlannedContainer } from '../container.ts';
import type { MysqlComponent } from '../mysql/fields.ts';
import { accounts, serverOptions, serverPlan } from '../mysql/plan.ts';
import { resourcesOf } from '../resources.ts';
import { DEFAULT_VERSION } from './fields.ts';

/** Share of the memory for pages: the server itself takes less than MySQL does. */
const BUFFER_SHARE = 0.4;
/** The image's own: by TCP, with an account that may do nothing else. */
const HEALTH = ['healthcheck.sh', '--connect', '--innodb_initialized'];

/** How MariaDB runs: as MySQL does, one server, one database, its data on one volume. */
export function plan(component: MysqlComponent, context: PlanContext): PlannedContainer {
  const resources = resourcesOf(component, { cpu: '50m', memory: '384Mi' });
  return {
    ...serverPlan(component, HEALTH),
    image: { reference: `mariadb:${component.version ?? DEFAULT_VERSION}` },
    args: ['mariadbd', ...serverOptions(component, resources.memory, BUFFER_SHARE)],
    env: {
      ...accounts('MARIADB', context),
      // After a change of the version, the server's own tables are brought up to it.
      MARIADB_AUTO_UPGRADE: '1',
    },
    resources,
  };
}
