import type { ClusterPlan } from '../kubernetes/exposure.ts';

/** What Helm says after an installation; `NOTES.txt`, a template too. */
export function notes(plan: ClusterPlan): string {
  const doors = plan.units.filter(({ exposure }) => exposure !== undefined);
  return [
    `${plan.system} is being started in the namespace {{ $.Release.Namespace }}.`,
    '',
    '  kubectl --namespace {{ $.Release.Namespace }} get pods --watch',
    ...doors.flatMap(({ name, exposure }) => [
      `{{- $expose := (index $.Values.units "${name}").expose }}`,
      `{{- if eq $expose.by "none" }}`,
      '',
      `${name} is exposed by nothing. From this machine:`,
      `  kubectl --namespace {{ $.Release.Namespace }} port-forward service/${name} 8080:${exposure?.port}`,
      '{{- else }}',
      '',
      `${name}: {{ ternary "http" "https" (empty $expose.tlsSecret) }}://{{ $expose.host | default "ADDRESS" }}/`,
      '{{- end }}',
    ]),
    ...(plan.secrets.length === 0
      ? []
      : [
          '{{- if not $.Values.secrets.existingSecret }}',
          '',
          'Passwords were drawn at random and lie in the Secret "secrets". Neither an upgrade nor an uninstallation changes them.',
          '{{- end }}',
        ]),
    '',
    'Pods need few privileges. To have the namespace refuse others that want more:',
    '  kubectl label namespace {{ $.Release.Namespace }} pod-security.kubernetes.io/enforce=restricted',
    '',
  ].join('\n');
}
