import { engineOf } from '../../graph/lookup.ts';
import { inWords } from '../../words/words.ts';
import type { LintRule } from '../rule.ts';

/** Most release lines that a hint lists. */
const LISTED = 6;

/** Versions of engines that do not exist, as far as is known. */
export const unknownVersion: LintRule = {
  id: 'unknown-version',
  title: 'Version that does not exist',
  severity: 'warning',
  explanation:
    'The version becomes the tag of a container image. One that was never released, or that is no longer published, is found out by the cluster only: the pod stays in ImagePullBackOff.',
  source:
    'Brendan Burns et al., Kubernetes: Up and Running (3rd edition, O\'Reilly 2022), chapter 2, "Creating and Running Containers"',
  check({ document, vocabulary }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      const version = 'version' in component ? component.version : undefined;
      const known = vocabulary.versionsOf(component.kind, engineOf(component, vocabulary));
      const [newest] = known ?? [];
      if (typeof version !== 'string' || known === undefined || newest === undefined) return [];
      // `17.2` is a release of the line `17`, and `17` stands for its newest.
      if (known.some((line) => isWithin(version, line) || isWithin(line, version))) return [];
      const path = ['components', name, 'version'];
      return [
        {
          path,
          message: `there is no version ${inWords(version)} of ${engineOf(component, vocabulary) ?? component.kind}, as far as is known`,
          hint: `known are ${known.slice(0, LISTED).join(', ')}`,
          fixes: [{ title: `Change to ${newest}`, edits: [{ type: 'set' as const, path, value: newest }] }],
        },
      ];
    });
  },
};

function isWithin(version: string, line: string): boolean {
  return version === line || version.startsWith(`${line}.`);
}
