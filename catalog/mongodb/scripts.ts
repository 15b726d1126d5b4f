import { DATABASE_USER, MONGODB_PORT, REPLICA_SET, ROOT_USER } from './names.ts';

/** Where the generated files lie in the container. */
export const ACCOUNT_SCRIPT = '/docker-entrypoint-initdb.d/account.js';
export const SET_SCRIPT = '/etc/mongo/replica-set.js';
/** Folder, in memory, of the key that members of a set know each other by. */
export const KEY_FOLDER = '/run/mongodb';

/**
 * Starts the server as a set of one. The server insists on a key that only its own account may read, so it is written
 * at every start; and once it serves, somebody has to tell it that it is a set.
 */
export const START = [
  `umask 077 && printf %s "$MONGO_SET_KEY" > ${KEY_FOLDER}/key && umask 022`,
  `(until mongosh --quiet --norc --nodb ${SET_SCRIPT} > /dev/null 2>&1; do sleep 2; done) &`,
  `exec docker-entrypoint.sh mongod --replSet ${REPLICA_SET} --keyFile ${KEY_FOLDER}/key --bind_ip_all "$@"`,
].join('\n');

/** Ready once it is a set's primary: while its accounts are made, the server is alone and counts as writable, too. */
export const HEALTH = [
  'mongosh',
  '--quiet',
  '--norc',
  '--eval',
  'const hello = db.hello(); quit(hello.setName !== undefined && hello.isWritablePrimary ? 0 : 1)',
];

/** Makes the account of the services when the volume is empty. @param database that it may read and write */
export function accountScript(database: string): string {
  return [
    '// Written by Archwright. Runs once, when the volume is empty.',
    `db.getSiblingDB(${JSON.stringify(database)}).createUser({`,
    `  user: ${JSON.stringify(DATABASE_USER)},`,
    '  pwd: process.env.MONGO_APP_PASSWORD,',
    `  roles: ['readWrite', 'dbAdmin'].map((role) => ({ role, db: ${JSON.stringify(database)} })),`,
    '});',
    '',
  ].join('\n');
}

/**
 * Makes the server a set of itself alone, under an address that only it uses: services are told to talk to this very
 * server (`directConnection`), so that no name has to resolve before it is ready.
 */
export function setScript(): string {
  return [
    '// Written by Archwright. Runs at every start, until the server is a set.',
    `const admin = new Mongo('mongodb://127.0.0.1:${MONGODB_PORT}/?directConnection=true').getDB('admin');`,
    `admin.auth(${JSON.stringify(ROOT_USER)}, process.env.MONGO_INITDB_ROOT_PASSWORD);`,
    'try {',
    '  admin.adminCommand({ replSetGetStatus: 1 });',
    '} catch (error) {',
    "  if (error.codeName !== 'NotYetInitialized') throw error;",
    '  admin.adminCommand({',
    `    replSetInitiate: { _id: '${REPLICA_SET}', members: [{ _id: 0, host: '127.0.0.1:${MONGODB_PORT}' }] },`,
    '  });',
    '}',
    '',
  ].join('\n');
}
