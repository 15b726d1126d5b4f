import type { Plan, PlanUnit } from '../plan/plan.ts';
import { metadataOf, selectorOf } from './metadata.ts';
import type { V1Service } from './models.ts';

/** How others find a unit that answers; headless where it keeps data, since its replicas are not alike. */
export function services(unit: PlanUnit, plan: Plan): V1Service[] {
  if (unit.container.ports.length === 0) return [];
  const main = service(unit, plan, unit.name, unit.stateful);
  if (unit.replicasHost === undefined) return [main];
  // Monitoring wants to reach every replica, also those that are not ready.
  const replicas = service(unit, plan, unit.replicasHost, true);
  return [main, { ...replicas, spec: { ...replicas.spec, publishNotReadyAddresses: true } }];
}

function service(unit: PlanUnit, plan: Plan, name: string, headless: boolean): V1Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(unit, plan, name),
    spec: {
      type: 'ClusterIP',
      clusterIP: headless ? 'None' : undefined,
      selector: selectorOf(unit.name, plan.system),
      ports: unit.container.ports.map(({ name: port, port: number, appProtocol }) => ({
        name: port,
        port: number,
        targetPort: port,
        appProtocol,
      })),
    },
  };
}
