import { parseSize } from '#model';
import type { EnvValue, PlanContext, PlannedContainer, Probe } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, type MysqlComponent } from './fields.ts';
import { DATABASE_USER, databaseName, MYSQL_PORT, passwordKey, rootPasswordKey } from './names.ts';

const DATA = '/var/lib/mysql';
const MEBIBYTE = 2 ** 20;
/** Share of the memory for pages; the server itself, with its performance schema, takes some 400 MiB. */
const BUFFER_SHARE = 0.25;
/** `mysql` in the images. */
const USER = { uid: 999, gid: 999 };
/** By TCP: while the database is made, the server answers on its socket only. The password goes by the environment. */
const HEALTH = [
  'sh',
  '-c',
  `MYSQL_PWD="$MYSQL_PASSWORD" mysqladmin ping --silent --host=127.0.0.1 --user=${DATABASE_USER}`,
];

/** How MySQL runs: one server, one database, its data on one volume. */
export function plan(component: MysqlComponent, context: PlanContext): PlannedContainer {
  const resources = resourcesOf(component, { cpu: '100m', memory: '768Mi' });
  return {
    ...serverPlan(component, HEALTH),
    image: { reference: `mysql:${component.version ?? DEFAULT_VERSION}` },
    // A fresh disk holds `lost+found`, and the server makes its data in an empty folder only.
    command: [
      'sh',
      '-c',
      `rmdir ${DATA}/lost+found 2>/dev/null; exec docker-entrypoint.sh mysqld "$@"`,
      'mysqld',
    ],
    // The X protocol has a port and a socket of its own, which nobody uses.
    args: [...serverOptions(component, resources.memory, BUFFER_SHARE), '--mysqlx=OFF'],
    env: accounts('MYSQL', context),
    resources,
  };
}

/** Environment by which the images make the database and its accounts when they start on an empty volume. */
export function accounts(
  prefix: 'MYSQL' | 'MARIADB',
  { name, secret }: PlanContext,
): Record<string, EnvValue> {
  return {
    [`${prefix}_DATABASE`]: databaseName(name),
    [`${prefix}_USER`]: DATABASE_USER,
    [`${prefix}_PASSWORD`]: secret(passwordKey(name), `Password of the database ${name}`),
    [`${prefix}_ROOT_PASSWORD`]: secret(rootPasswordKey(name), `Password of root of the database ${name}`),
    // From inside the container only. The name is one that no account has that the server makes by itself.
    [`${prefix}_ROOT_HOST`]: '127.%',
  };
}

/** What both engines are told. @param share of the memory that pages may fill, 0 to 1 */
export function serverOptions(component: MysqlComponent, memory: string, share: number): string[] {
  const given = component['buffer-pool'];
  const buffer = given === undefined ? parseSize(memory) * share : parseSize(given);
  const connections = component['max-connections'];
  return [
    '--character-set-server=utf8mb4',
    // One server has nobody to replicate to: the log would only double what is written.
    '--skip-log-bin',
    `--innodb-buffer-pool-size=${Math.max(8, Math.floor(buffer / MEBIBYTE))}M`,
    ...(connections === undefined ? [] : [`--max-connections=${connections}`]),
  ];
}

/** What the containers of both engines have in common. */
export function serverPlan(
  component: MysqlComponent,
  health: readonly string[],
): Omit<PlannedContainer, 'image' | 'env' | 'resources'> {
  const readiness: Probe = { type: 'exec', command: health };
  return {
    ports: [{ name: 'mysql', port: MYSQL_PORT, appProtocol: 'mysql' }],
    volumes: [{ name: 'data', mountPath: DATA, size: component.storage ?? DEFAULT_STORAGE }],
    files: [],
    scratch: [
      // Temporary tables that do not fit into memory, and sorts.
      { path: '/tmp', sizeMiB: 256, memory: false },
      { path: '/var/run/mysqld', sizeMiB: 1, memory: true },
    ],
    user: USER,
    readOnlyRoot: true,
    readiness,
    liveness: { type: 'tcp', port: MYSQL_PORT },
    // Its files are made first, and after a crash the log is gone through.
    startupSeconds: 300,
    // Changed pages have to be written before the server is gone.
    stopSeconds: 60,
    healthCommand: health,
    replicas: SINGLE_REPLICA,
  };
}
