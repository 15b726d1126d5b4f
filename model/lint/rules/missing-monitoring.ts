import { uniqueName } from '../../names/unique.ts';
import type { LintRule } from '../rule.ts';

/** Services from which on nobody keeps track by looking. */
const MANY = 3;

/** Systems of several services that nothing watches. */
export const missingMonitoring: LintRule = {
  id: 'missing-monitoring',
  title: 'Monitoring is missing',
  severity: 'info',
  explanation:
    'In a system of several services a failure shows far from its cause. Without latency, traffic, errors and saturation of each service on record, the users are the monitoring, and every search for a cause starts from nothing.',
  source:
    'Betsy Beyer et al. (eds.), Site Reliability Engineering (O\'Reilly 2016), chapter 6, "Monitoring Distributed Systems"',
  check({ document, vocabulary }) {
    const kinds = Object.values(document.components).map((component) => component.kind);
    if (kinds.includes('monitoring') || kinds.filter((kind) => kind === 'service').length < MANY) return [];
    const [engine] = vocabulary.enginesOf('monitoring');
    const name = uniqueName(document, engine ?? 'monitoring');
    const component = { kind: 'monitoring', ...(engine === undefined ? {} : { engine }) };
    return [
      {
        path: ['components'],
        at: 'key',
        message: `nothing watches these ${kinds.filter((kind) => kind === 'service').length} services`,
        hint: 'add a monitoring component',
        fixes: [
          { title: `Add ${engine ?? 'monitoring'}`, edits: [{ type: 'add-component', name, component }] },
        ],
      },
    ];
  },
};
