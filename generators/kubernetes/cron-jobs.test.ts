import { describe, expect, it } from 'vitest';
import type { PlannedContainer, Schedule } from '#catalog';
import { deployableCatalog as catalog } from '#catalog/deployable';
import type { PlanUnit } from '../plan/plan.ts';
import { planOf } from '../plan/plan-of.ts';
import { documentFrom, SMALL_SHOP } from '../testing/documents.ts';
import type { V1CronJob } from './models.ts';
import { familiesOf } from './objects.ts';

const NIGHTLY: Schedule = {
  cron: '30 2 * * *',
  timeZone: 'Europe/Berlin',
  concurrency: 'forbid',
  timeoutSeconds: 600,
};

/** Objects of a system whose one unit runs by the clock, by file. */
function scheduled(schedule: Schedule, name = 'cleanup') {
  const plan = planOf(documentFrom(SMALL_SHOP), 'microservices', catalog);
  const [service] = plan.units.filter((unit) => unit.name === 'orders');
  if (service === undefined) throw new Error('the sample has no orders');
  const container: PlannedContainer = { ...service.container, ports: [], metrics: undefined, schedule };
  const unit: PlanUnit = { ...service, name, kind: 'job', container, replicasHost: undefined };
  return new Map(
    familiesOf({ ...plan, units: [unit], edges: [] }).map(({ file, objects }) => [file, objects]),
  );
}

describe('what runs by the clock', () => {
  it('is a CronJob, which nobody can call and nothing scales', () => {
    const families = scheduled(NIGHTLY);
    expect([...families.keys()]).toEqual([
      'namespace.yaml',
      'service-accounts.yaml',
      'cron-jobs.yaml',
      'network-policies.yaml',
    ]);
    const [job] = (families.get('cron-jobs.yaml') ?? []) as V1CronJob[];
    expect(job).toMatchObject({
      metadata: { name: 'cleanup' },
      spec: {
        schedule: '30 2 * * *',
        timeZone: 'Europe/Berlin',
        concurrencyPolicy: 'Forbid',
        jobTemplate: { spec: { activeDeadlineSeconds: 600, backoffLimit: 2 } },
      },
    });
    const pod = job?.spec?.jobTemplate.spec?.template.spec;
    expect(pod?.restartPolicy).toBe('Never');
    expect(pod?.topologySpreadConstraints).toBeUndefined();
    expect(pod?.containers[0]?.ports).toBeUndefined();
    expect(pod?.containers[0]?.readinessProbe).toBeUndefined();
  });

  it('says what happens when a run is due before the last one has ended', () => {
    for (const [concurrency, policy] of [
      ['allow', 'Allow'],
      ['replace', 'Replace'],
    ] as const) {
      const [job] = scheduled({ ...NIGHTLY, concurrency }).get('cron-jobs.yaml') as V1CronJob[];
      expect(job?.spec?.concurrencyPolicy).toBe(policy);
    }
  });

  it('has a name that leaves room for those of its runs', () => {
    const [job] = scheduled(NIGHTLY, `a${'b'.repeat(62)}`).get('cron-jobs.yaml') ?? [];
    expect(job?.metadata?.name?.length).toBeLessThanOrEqual(52);
  });
});
