import { workloadName } from '../kubernetes/names.ts';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import { byText } from '../text/names.ts';
import { fence, markdownTable } from './markdown.ts';

/** How the system gets into a cluster: by Kustomize, or by Helm. */
export function clusterSections(plan: Plan): string[] {
  return [kustomizeSection(plan), helmSection(plan)];
}

function kustomizeSection(plan: Plan): string {
  const { system } = plan;
  const built = plan.units.some(({ container }) => 'build' in container.image);
  const images = [
    'Build the images, push them where the cluster can pull them, and say so in `kubernetes/overlays/prod`:',
    fence(
      'REGISTRY=registry.example.com/team TAG=1.0.0 docker compose build --push',
      'cd kubernetes/overlays/prod',
      `kustomize edit set image ${system}/UNIT=registry.example.com/team/UNIT:1.0.0`,
    ),
  ];
  return [
    '## On Kubernetes, with Kustomize',
    markdownTable(
      ['Folder', 'What for'],
      [
        ['`kubernetes/base`', 'The drawing as it is.'],
        [
          '`kubernetes/overlays/dev`',
          'A cluster on your own machine: one replica, next to no reservations, any host name, a namespace of its own.',
        ],
        [
          '`kubernetes/overlays/prod`',
          'Fixed image tags; a second replica, kept on another node, of what may have one and has no number in the drawing.',
        ],
      ],
    ),
    ...(built ? images : []),
    fence('kubectl apply -k kubernetes/overlays/prod', ...rollout(plan)),
    `Everything lives in the namespace \`${system}\`. Network policies deny all traffic but the connections of the drawing; they need a network plug-in that enforces them.`,
    ...gatewayNote(plan),
  ].join('\n\n');
}

/** Command that waits for one workload, to show how. */
function rollout({ units, system }: Plan): string[] {
  const workloads = units
    .filter(({ container }) => container.schedule === undefined)
    .toSorted((a, b) => byText(a.name, b.name))
    .map((unit) => `${unit.stateful ? 'statefulset' : 'deployment'}/${workloadName(unit)}`);
  const example = workloads.find((name) => name.startsWith('deployment')) ?? workloads[0];
  return example === undefined ? [] : [`kubectl -n ${system} rollout status ${example}`];
}

function gatewayNote({ units }: Plan): string[] {
  const isGateway = ({ kind }: PlanUnit) => kind === 'gateway';
  return units.some(isGateway)
    ? [
        'A gateway is exposed by an Ingress, or, where the drawing says `expose: gateway-api`, by a Gateway and an HTTPRoute; the cluster must have a controller for the one or the other.',
      ]
    : [];
}

function helmSection({ system, secrets }: Plan): string {
  const drawn =
    secrets.length === 0
      ? []
      : [
          'The chart draws its own secrets when it is installed and keeps them; `secrets.existingSecret` names a Secret of yours instead.',
        ];
  return [
    '## On Kubernetes, with Helm',
    'The chart in `helm/` gives the same objects as the base. `helm/values.yaml` says what can be changed: images, replicas and autoscaling, resources, disks, hosts and certificates, secrets, network policies.',
    fence(
      `helm upgrade --install ${system} helm --namespace ${system} --create-namespace \\`,
      '  --set image.registry=registry.example.com/team --set image.tag=1.0.0',
    ),
    ...drawn,
  ].join('\n\n');
}
