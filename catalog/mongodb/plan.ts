import { parseSize } from '#model';
import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { DEFAULT_MEMORY, DEFAULT_STORAGE, DEFAULT_VERSION, type MongodbComponent } from './fields.ts';
import { databaseName, MONGODB_PORT, ROOT_USER, secretKeys } from './names.ts';
import {
  ACCOUNT_SCRIPT,
  accountScript,
  HEALTH,
  KEY_FOLDER,
  SET_SCRIPT,
  START,
  setScript,
} from './scripts.ts';

const GIBIBYTE = 2 ** 30;
/** The least that the server takes, in GiB. */
const LEAST_CACHE = 0.25;
/** `mongodb` in the image. */
const USER = { uid: 999, gid: 999 };

/** How MongoDB runs: one server that is a set of its own, so that it has transactions, its data on one volume. */
export function plan(component: MongodbComponent, context: PlanContext): PlannedContainer {
  const { name } = context;
  const keys = secretKeys(name);
  const cache = component['cache-size'];
  const file = (mountPath: string, content: string) => ({
    path: `databases/${name}/${mountPath.split('/').at(-1)}`,
    mountPath,
    content,
  });
  return {
    image: { reference: `mongo:${component.version ?? DEFAULT_VERSION}` },
    command: ['sh', '-c', START, 'mongod'],
    args:
      cache === undefined
        ? []
        : ['--wiredTigerCacheSizeGB', String(Math.max(LEAST_CACHE, round(parseSize(cache) / GIBIBYTE)))],
    env: {
      MONGO_INITDB_DATABASE: databaseName(name),
      MONGO_INITDB_ROOT_USERNAME: ROOT_USER,
      MONGO_INITDB_ROOT_PASSWORD: context.secret(keys.root, `Password of root of the database ${name}`),
      MONGO_APP_PASSWORD: context.secret(keys.app, `Password of the database ${name}`),
      MONGO_SET_KEY: context.secret(keys.set, `Key of the replica set of the database ${name}`),
      // The shell keeps its settings there, and the rest of the disk is read-only.
      HOME: '/tmp',
    },
    ports: [{ name: 'mongodb', port: MONGODB_PORT, appProtocol: 'mongodb' }],
    volumes: [{ name: 'data', mountPath: '/data/db', size: component.storage ?? DEFAULT_STORAGE }],
    files: [file(ACCOUNT_SCRIPT, accountScript(databaseName(name))), file(SET_SCRIPT, setScript())],
    scratch: [
      { path: '/tmp', sizeMiB: 64, memory: false },
      { path: KEY_FOLDER, sizeMiB: 1, memory: true },
    ],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'exec', command: HEALTH },
    liveness: { type: 'tcp', port: MONGODB_PORT },
    // Accounts and the set are made first, and after a crash the journal is gone through.
    startupSeconds: 180,
    // It lets operations end, for 15 seconds, and then writes a checkpoint.
    stopSeconds: 60,
    healthCommand: HEALTH,
    // Each check starts a shell, which takes half a second of the processor.
    healthSeconds: 15,
    resources: resourcesOf(component, { cpu: '100m', memory: DEFAULT_MEMORY }),
    replicas: SINGLE_REPLICA,
  };
}

function round(gibibytes: number): number {
  return Math.round(gibibytes * 100) / 100;
}
