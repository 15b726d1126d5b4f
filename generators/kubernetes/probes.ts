import type { PlannedContainer, Probe } from '#catalog';
import { literal } from './environment.ts';
import type { V1Probe } from './models.ts';

const STARTUP_PERIOD = 2;

/** How the kubelet asks a container whether it has started, is ready, and is alive. Times in seconds. */
export function probesOf(container: PlannedContainer) {
  const alive = container.liveness ?? container.readiness;
  return {
    startupProbe: {
      ...handler(alive),
      periodSeconds: STARTUP_PERIOD,
      timeoutSeconds: 3,
      failureThreshold: Math.ceil(container.startupSeconds / STARTUP_PERIOD),
    },
    readinessProbe: {
      ...handler(container.readiness),
      periodSeconds: 5,
      timeoutSeconds: 5,
      failureThreshold: 3,
    },
    livenessProbe: container.liveness && {
      ...handler(container.liveness),
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 6,
    },
  } satisfies Record<string, V1Probe | undefined>;
}

function handler(probe: Probe): V1Probe {
  switch (probe.type) {
    case 'http':
      return { httpGet: { path: probe.path, port: probe.port } };
    case 'tcp':
      return { tcpSocket: { port: probe.port } };
    case 'exec':
      return { exec: { command: probe.command.map(literal) } };
  }
}
