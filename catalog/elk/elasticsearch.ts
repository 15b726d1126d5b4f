import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, type ElkComponent } from './fields.ts';
import { ELASTIC_PORT, passwordKey, USERS, type User } from './names.ts';
import {
  CURL,
  ELASTIC_FILES,
  ELASTIC_HOME,
  elasticsearchYml,
  indexTemplate,
  lifecyclePolicy,
  passwordVariable,
  rolesYml,
  SET_UP,
  startScript,
} from './storage-files.ts';

/** User 1000 of group 0, as the images of the stack expect. */
export const ELASTIC_IDENTITY = { uid: 1000, gid: 0 };
/** Ready is who has its template: a line that came before would end in an index of another shape. */
const HEALTH = ['sh', '-c', `${CURL} ${SET_UP.template}`];

/** Secret that holds a user's password. */
export function passwordOf({ name, secret }: PlanContext, user: User) {
  return secret(passwordKey(name, user), `Password of the ${USERS[user].purpose} of ${name}`);
}

/** How Elasticsearch runs: it keeps the lines. */
export function elasticsearch(component: ElkComponent, context: PlanContext): PlannedContainer {
  const { name } = context;
  const contents = {
    'elasticsearch.yml': elasticsearchYml(name),
    'roles.yml': rolesYml(),
    'policy.json': lifecyclePolicy(component),
    'template.json': indexTemplate(),
    'start.sh': startScript(),
  };
  const users = Object.keys(USERS) as User[];
  return {
    image: { reference: `elasticsearch:${component.version ?? DEFAULT_VERSION}` },
    command: ['sh', `${ELASTIC_FILES}/start.sh`],
    env: Object.fromEntries(users.map((user) => [passwordVariable(user), passwordOf(context, user)])),
    ports: [{ name: 'http', port: ELASTIC_PORT, appProtocol: 'http' }],
    volumes: [
      { name: 'data', mountPath: `${ELASTIC_HOME}/data`, size: component.storage ?? DEFAULT_STORAGE },
    ],
    files: Object.entries(contents).map(([file, content]) => ({
      path: `monitoring/${name}/elasticsearch/${file}`,
      mountPath: `${ELASTIC_FILES}/${file}`,
      content,
    })),
    scratch: [
      { path: '/tmp', sizeMiB: 64, memory: false },
      { path: `${ELASTIC_HOME}/logs`, sizeMiB: 512, memory: false },
    ],
    user: ELASTIC_IDENTITY,
    readOnlyRoot: true,
    readiness: { type: 'exec', command: HEALTH },
    liveness: { type: 'tcp', port: ELASTIC_PORT },
    // After a crash the last lines are read again from the log of transactions.
    startupSeconds: 300,
    stopSeconds: 120,
    healthCommand: HEALTH,
    healthSeconds: 10,
    // Half of it becomes heap, the rest keeps files at hand.
    resources: resourcesOf(component, { cpu: '500m', memory: '2Gi' }),
    replicas: SINGLE_REPLICA,
  };
}
