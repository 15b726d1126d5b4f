import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, type PostgresComponent } from './fields.ts';
import { DATABASE_USER, databaseName, POSTGRES_PORT, passwordKey } from './names.ts';

/** Since this release the image keeps its data in a folder of its own, named by release. */
const RELEASE_FOLDERS_SINCE = 18;
/** `postgres` in the Alpine images. */
const USER = { uid: 70, gid: 70 };

/** How PostgreSQL runs: one server, one database, its data on one volume. */
export function plan(component: PostgresComponent, context: PlanContext): PlannedContainer {
  const { name } = context;
  const version = component.version ?? DEFAULT_VERSION;
  const database = databaseName(name);
  const data = dataFolders(version);
  const connections = component['max-connections'];
  return {
    image: { reference: `postgres:${version}-alpine` },
    ...(connections === undefined ? {} : { args: ['postgres', '-c', `max_connections=${connections}`] }),
    env: {
      PGDATA: data.folder,
      POSTGRES_DB: database,
      POSTGRES_USER: DATABASE_USER,
      POSTGRES_PASSWORD: context.secret(passwordKey(name), `Password of the database ${name}`),
    },
    ports: [{ name: 'postgresql', port: POSTGRES_PORT, appProtocol: 'postgresql' }],
    volumes: [{ name: 'data', mountPath: data.mount, size: component.storage ?? DEFAULT_STORAGE }],
    files: [],
    scratch: [
      { path: '/tmp', sizeMiB: 64, memory: false },
      { path: '/var/run/postgresql', sizeMiB: 1, memory: true },
    ],
    user: USER,
    readOnlyRoot: true,
    // By TCP: while the database is made, the server answers on its socket only.
    readiness: { type: 'exec', command: ready(database) },
    liveness: { type: 'tcp', port: POSTGRES_PORT },
    startupSeconds: 120,
    // A checkpoint has to be written before the server is gone.
    stopSeconds: 60,
    healthCommand: ready(database),
    resources: resourcesOf(component, { cpu: '50m', memory: '256Mi' }),
    replicas: SINGLE_REPLICA,
  };
}

function ready(database: string): string[] {
  return ['pg_isready', '--quiet', '--host=127.0.0.1', `--username=${DATABASE_USER}`, `--dbname=${database}`];
}

/** The data lie in a folder below the mount: a fresh disk holds `lost+found`, and initdb wants an empty folder. */
function dataFolders(version: string): { mount: string; folder: string } {
  const release = Number.parseInt(version, 10);
  return release >= RELEASE_FOLDERS_SINCE
    ? { mount: '/var/lib/postgresql', folder: `/var/lib/postgresql/${release}/docker` }
    : { mount: '/var/lib/postgresql/data', folder: '/var/lib/postgresql/data/pgdata' };
}
