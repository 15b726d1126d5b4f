import type { MetricsTarget } from '../container.ts';
import type { Scenario } from './scenarios.ts';

/** All units answer; none does; one has lost a replica and hangs in another. */
export function unitScenarios(targets: readonly MetricsTarget[]): Scenario[] {
  const [first] = targets;
  if (first === undefined) return [];
  const up = (unit: string, instance: string, values: string) => ({
    metric: 'up',
    labels: { job: unit, unit, instance },
    values,
  });
  const all = targets.map(({ unit }) => up(unit, 'replica-1', '1x30'));
  const { unit } = first;
  const lost = { job: unit, unit, instance: 'replica-2' };
  const blocked = { unit, instance: 'replica-1' };
  return [
    { name: 'every unit answers', series: all, raised: { UnitAbsent: [], ReplicaDown: [] } },
    {
      name: 'no unit is there',
      series: [],
      raised: { UnitAbsent: targets.map((target) => ({ labels: { unit: target.unit }, value: '' })) },
    },
    {
      name: 'one replica does not answer, another hangs',
      series: [
        ...all,
        up(unit, 'replica-2', '0x30'),
        { metric: 'nodejs_eventloop_lag_p99_seconds', labels: blocked, values: '2x30' },
      ],
      raised: {
        UnitAbsent: [],
        ReplicaDown: [{ labels: lost, value: '' }],
        EventLoopBlocked: [{ labels: blocked, value: '2s' }],
      },
    },
  ];
}
