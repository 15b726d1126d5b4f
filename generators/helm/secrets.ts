import { systemMetadata } from '../kubernetes/metadata.ts';
import { SECRET_NAME } from '../kubernetes/names.ts';
import type { Plan } from '../plan/plan.ts';
import { templateText, value } from './marks.ts';
import { include } from './names.ts';

/**
 * The Secret of the system, unless somebody else looks after one: random values that stay through upgrades and even through
 * an uninstallation, since the disks that were opened with them stay too.
 */
export function secretTemplate(plan: Plan): string {
  if (plan.secrets.length === 0) return '';
  const { name, labels } = systemMetadata(SECRET_NAME, plan);
  const data = plan.secrets.map(({ key }) => [
    key,
    value(`${include(plan, 'secret', `(dict "key" "${key}" "old" $old "root" $)`)} | quote`),
  ]);
  const text = templateText({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace: value('$.Release.Namespace | quote'),
      labels,
      annotations: { 'helm.sh/resource-policy': 'keep' },
    },
    type: 'Opaque',
    data: Object.fromEntries(data),
  });
  const old = `(lookup "v1" "Secret" $.Release.Namespace "${SECRET_NAME}").data | default dict`;
  return `{{- if not $.Values.secrets.existingSecret }}\n{{- $old := ${old} }}\n---\n${text}{{- end }}\n`;
}
