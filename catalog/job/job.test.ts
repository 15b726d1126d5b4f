import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { findings } from '../testing/lint.ts';
import { plan } from './plan.ts';
import { scheduleOf } from './schedule.ts';

describe('job', () => {
  it('runs at three at night for an hour at most, one at a time, unless it is told otherwise', () => {
    expect(scheduleOf({ kind: 'job' })).toEqual({
      cron: '0 3 * * *',
      timeZone: 'Etc/UTC',
      concurrency: 'forbid',
      timeoutSeconds: 3600,
    });
    expect(
      scheduleOf({
        kind: 'job',
        schedule: '*/5 * * * *',
        'time-zone': 'Europe/Berlin',
        concurrency: 'replace',
        timeout: '1500ms',
      }),
    ).toEqual({ cron: '*/5 * * * *', timeZone: 'Europe/Berlin', concurrency: 'replace', timeoutSeconds: 2 });
  });

  it('keeps its schedule itself where it is generated', () => {
    const container = plan({ kind: 'job', work: '1s', calls: [] }, testContext('nightly'));
    expect(container.image).toEqual({
      build: { context: 'services', dockerfile: 'apps/nightly/Dockerfile' },
    });
    expect(container.schedule?.own).toEqual({
      SCHEDULE: '0 3 * * *',
      SCHEDULE_TIME_ZONE: 'Etc/UTC',
      SCHEDULE_CONCURRENCY: 'forbid',
    });
    expect(container.env.JOB_TIMEOUT_MS).toBe('3600000');
    expect(container.ports).toEqual([]);
  });

  it('runs existing software as it is', () => {
    const container = plan({ kind: 'job', image: 'ghcr.io/acme/report:2' }, testContext('report'));
    expect(container.image).toEqual({ reference: 'ghcr.io/acme/report:2' });
    expect(container.schedule?.own).toBeUndefined();
  });

  it('is told when it may outlast its interval', () => {
    const job = (timeout: string) =>
      `  a: { kind: job, schedule: "*/5 * * * *", timeout: ${timeout}, work: 1s }`;
    expect(findings(job('10m'), 'job')).toEqual([
      'job-longer-than-interval: "a" may run for 10m, but is due again after 300s',
    ]);
    expect(findings(job('4m'), 'job')).toEqual([]);
  });
});
