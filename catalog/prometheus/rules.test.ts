import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Component } from '#model';
import { testContext } from '../testing/context.ts';
import { plan } from './plan.ts';

const target = (unit: string) => ({ unit, host: `${unit}-replicas`, port: 8080, path: '/metrics' });
const alert = {
  name: 'Odd',
  expression: 'odd > 1',
  forSeconds: 60,
  severity: 'warning',
  summary: 's',
  runbook: 'r',
} as const;

interface Rule {
  record?: string;
  alert?: string;
  expr: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

function filesOf(targets: ReturnType<typeof target>[], component = {}) {
  const { files, args } = plan({ kind: 'monitoring', ...component }, testContext('metrics', { targets }));
  const [config, rules] = files.map(({ content }) => load(content));
  return {
    files,
    args,
    config,
    rules: (rules as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules),
  };
}

describe('Prometheus', () => {
  it('scrapes every replica of every unit', () => {
    const { config } = filesOf([target('orders')]);
    expect(config).toMatchObject({
      rule_files: ['rules.yml'],
      scrape_configs: [
        { job_name: 'prometheus' },
        {
          job_name: 'orders',
          metrics_path: '/metrics',
          dns_sd_configs: [{ names: ['orders-replicas'], type: 'A', port: 8080 }],
          relabel_configs: [{ target_label: 'unit', replacement: 'orders' }],
        },
      ],
    });
  });

  it('keeps job names apart where a unit is called prometheus', () => {
    const { config } = filesOf([target('prometheus')]);
    expect(
      (config as { scrape_configs: { job_name: string }[] }).scrape_configs.map((job) => job.job_name),
    ).toEqual(['prometheus', 'prometheus-unit']);
  });

  it('reads and keeps metrics as told; a reading never takes longer than its interval', () => {
    const { config, args } = filesOf([], { interval: '5s', retention: '48h' });
    expect(config).toMatchObject({
      global: { scrape_interval: '5s', scrape_timeout: '5s', evaluation_interval: '5s' },
    });
    expect(args).toContain('--storage.tsdb.retention.time=172800s');
  });

  it('records rate, errors and duration of services and of their operations', () => {
    const names = filesOf([target('orders')]).rules.flatMap(({ record }) => record ?? []);
    for (const level of ['service', 'service_operation']) {
      expect(names).toContain(`${level}:requests:rate5m`);
      expect(names).toContain(`${level}:request_errors:ratio_rate5m`);
      expect(names).toContain(`${level}:request_duration_seconds:p99_5m`);
    }
    expect(new Set(names).size).toBe(names.length);
  });

  it('speaks up when the error budget burns, as fast as the objective allows', () => {
    const burning = (component: object) =>
      filesOf([], component).rules.find((rule) => rule.alert === 'ErrorBudgetBurnsFast')?.expr;
    expect(burning({})).toBe(
      'service_operation:request_errors:ratio_rate1h > 0.072 and service_operation:request_errors:ratio_rate5m > 0.072',
    );
    expect(burning({ objective: '99.9%' })).toContain('ratio_rate1h > 0.0144 and');
    expect(burning({ objective: '50%' })).toContain('ratio_rate1h > 0.99 and');
  });

  it('says nothing of slowness beyond what is measured', () => {
    const slow = (latency: string) =>
      filesOf([], { latency }).rules.find((rule) => rule.alert === 'OperationSlow')?.expr;
    expect(slow('300ms')).toBe('service_operation:request_duration_seconds:p99_5m > 0.3');
    expect(slow('10s')).toBeUndefined();
  });

  it('reaches what it scrapes, and nothing else', () => {
    const { reaches } = plan({ kind: 'monitoring' }, testContext('metrics', { targets: [target('orders')] }));
    expect(reaches).toEqual([{ unit: 'orders', port: 8080, protocol: 'scrape', startup: false }]);
  });

  it('says with every alert what to do', () => {
    for (const rule of filesOf([target('orders')]).rules.filter((one) => one.alert)) {
      expect(rule.annotations?.summary).toMatch(/\S/);
      expect(rule.annotations?.runbook?.length).toBeGreaterThan(40);
      expect(rule.labels?.severity).toMatch(/^(critical|warning)$/);
    }
  });

  it('tests the rules by the same services whatever the order of the document', () => {
    const one = { kind: 'service', operations: { b: { http: 'GET /b' }, a: { consumes: 'q t' } } } as const;
    const components = { two: one, one, q: { kind: 'queue' } } as const;
    const testsOf = (given: Record<string, Component>) =>
      plan({ kind: 'monitoring' }, testContext('metrics', { document: { components: given } })).unmounted;
    const turned = Object.fromEntries(Object.entries(components).reverse());
    expect(testsOf(turned)).toEqual(testsOf(components));
    expect(testsOf(components)?.[0]?.content).toContain('service="one"');
  });

  it('raises what the engines themselves want raised, once', () => {
    const targets = ['a', 'b'].map((unit) => ({ ...target(unit), alerts: [alert] }));
    expect(filesOf(targets).rules.filter((rule) => rule.alert === 'Odd')).toHaveLength(1);
  });

  it('misses each unit that is nowhere to be found', () => {
    const absent = filesOf([target('a'), target('b')]).rules.filter((rule) => rule.alert === 'UnitAbsent');
    expect(absent.map(({ expr }) => expr)).toEqual(['absent(up{unit="a"})', 'absent(up{unit="b"})']);
    expect(filesOf([]).rules.some((rule) => rule.alert === 'ReplicaDown')).toBe(false);
  });
});
