import type { JobComponent } from '#model';
import type { PlanContext, PlannedContainer, Schedule } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { isExisting, SERVICE_PORT } from '../service/port.ts';
import { fetchScript } from '../service/scripts.ts';
import { scheduleOf } from './schedule.ts';

/** `node` in the official images; existing software runs as the same, unprivileged user. */
const USER = { uid: 1000, gid: 1000 };
/** What a container can be asked that may not run at all at the time. */
const ALIVE = ['true'];

/** How a job runs: generated, or as the existing software that it is. */
export function plan(component: JobComponent, context: PlanContext): PlannedContainer {
  const schedule = scheduleOf(component);
  return isExisting(component)
    ? existing(component, context, schedule)
    : generated(component, context, schedule);
}

function generated(component: JobComponent, context: PlanContext, schedule: Schedule): PlannedContainer {
  const ambient = context.ambient();
  const ready = fetchScript(`http://127.0.0.1:${SERVICE_PORT}/readyz`);
  return {
    ...common(component, { cpu: '100m', memory: '192Mi' }),
    image: { build: { context: 'services', dockerfile: `apps/${context.unit}/Dockerfile` } },
    env: {
      PORT: String(SERVICE_PORT),
      HOST: '0.0.0.0',
      LOG_LEVEL: 'info',
      JOB_TIMEOUT_MS: String(schedule.timeoutSeconds * 1000),
      ...ambient.environment,
      ...context.connections(),
      ...component.env,
    },
    reaches: ambient.reaches,
    readOnlyRoot: true,
    // Asked only where it stays up to keep its schedule itself.
    readiness: { type: 'http', path: '/readyz', port: SERVICE_PORT },
    healthCommand: ['node', '-e', ready],
    schedule: {
      ...schedule,
      own: {
        SCHEDULE: schedule.cron,
        SCHEDULE_TIME_ZONE: schedule.timeZone,
        SCHEDULE_CONCURRENCY: schedule.concurrency,
      },
    },
  };
}

function existing(component: JobComponent, context: PlanContext, schedule: Schedule): PlannedContainer {
  return {
    ...common(component, { cpu: '100m', memory: '256Mi' }),
    image:
      component.image !== undefined
        ? { reference: component.image }
        : { build: { context: (component.build ?? '.').replace(/^(\.\/)+/, '') } },
    env: { ...context.connections(), ...component.env },
    readOnlyRoot: false,
    readiness: { type: 'exec', command: ALIVE },
    healthCommand: ALIVE,
    schedule,
  };
}

function common(component: JobComponent, defaults: { cpu: string; memory: string }) {
  return {
    ports: [],
    volumes: [],
    files: [],
    scratch: [{ path: '/tmp', sizeMiB: 64, memory: false }],
    user: USER,
    startupSeconds: 60,
    stopSeconds: 30,
    resources: resourcesOf(component, defaults),
    replicas: SINGLE_REPLICA,
  };
}
