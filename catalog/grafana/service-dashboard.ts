import { type Dashboard, RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { type ArchDocument, callsOf, isBroker, operationsOf } from '#model';
import { dashboard, finished } from './frame.ts';
import { uidOf } from './names.ts';
import { type PanelOptions, stat, timeSeries } from './panels.ts';

/**
 * Dashboard of one service: rate, errors and duration of what it answers, calls, handles and asks of its databases;
 * then the processes that it runs in. Rows of what the document says it does not do are left out.
 *
 * @param service its name
 * @param unit deployable that it runs in
 */
export function serviceDashboard(document: ArchDocument, service: string, unit: string): Dashboard {
  const component = document.components[service];
  const builder = dashboard(
    document.name,
    uidOf(service),
    service,
    component?.description ?? `The service ${service}.`,
  );
  for (const panel of vitals(service, unit)) builder.withPanel(stat(panel));
  for (const { title, panels } of rowsOf(document, service, unit)) {
    builder.withRow(new RowBuilder(title));
    for (const panel of panels) builder.withPanel(timeSeries(panel));
  }
  return finished(builder);
}

interface Row {
  title: string;
  panels: PanelOptions[];
}

function rowsOf({ components }: ArchDocument, service: string, unit: string): Row[] {
  const operations = Object.values(operationsOf(components[service]));
  const called = operations.flatMap((operation) =>
    callsOf(operation).map(({ target }) => components[target]),
  );
  const reads = operations.some(({ consumes }) => consumes !== undefined);
  const publishes = called.some(isBroker);
  const calls = called.some((target) => target?.kind === 'service');
  const uses = called.some((target) => ['database', 'cache', 'storage'].includes(target?.kind ?? ''));
  return [
    { title: 'Operations', panels: requestPanels(service) },
    ...(calls ? [{ title: 'Calls to other services', panels: callPanels(service) }] : []),
    ...(reads ? [{ title: 'Messages handled', panels: deliveryPanels(service) }] : []),
    ...(publishes ? [{ title: 'Messages published', panels: publicationPanels(service) }] : []),
    ...(uses ? [{ title: 'Databases, caches and storage', panels: resourcePanels(service) }] : []),
    { title: 'Process', panels: processPanels(unit) },
  ];
}

function vitals(service: string, unit: string): PanelOptions[] {
  const at = `{service="${service}"}`;
  const one = (
    title: string,
    description: string,
    unit_: PanelOptions['unit'],
    expr: string,
    bad?: number,
  ) => ({
    title,
    description,
    unit: unit_,
    curves: [{ expr, legend: '' }],
    bad,
    span: 6,
  });
  return [
    one('Requests', 'All operations together.', 'reqps', `service:requests:rate5m${at}`),
    one('Errors', 'Share that failed.', 'percentunit', `service:request_errors:ratio_rate5m${at}`, 0.01),
    one('Slowest 1%', 'Takes longer than this.', 's', `service:request_duration_seconds:p99_5m${at}`, 1),
    one('Replicas', 'That answer.', 'none', `sum(up{unit="${unit}"})`),
  ];
}

function requestPanels(service: string): PanelOptions[] {
  const at = `{service="${service}"}`;
  const level = 'service_operation';
  return [
    {
      title: 'Requests by operation',
      description: 'Answered, whatever the answer.',
      unit: 'reqps',
      curves: [{ expr: `${level}:requests:rate5m${at}`, legend: '{{operation}}' }],
    },
    {
      title: 'Errors by operation',
      description: 'Share that failed for reasons on our side; a correct no is none.',
      unit: 'percentunit',
      curves: [{ expr: `${level}:request_errors:ratio_rate5m${at}`, legend: '{{operation}}' }],
    },
    {
      title: 'Duration by operation',
      description: 'Median and 99th percentile: if they part, some requests wait for something.',
      unit: 's',
      curves: ['p50', 'p99'].map((quantile) => ({
        expr: `${level}:request_duration_seconds:${quantile}_5m${at}`,
        legend: `{{operation}} ${quantile}`,
      })),
    },
  ];
}

function callPanels(service: string): PanelOptions[] {
  const at = `{service="${service}"}`;
  const level = 'service_target_operation';
  return [
    {
      title: 'Calls',
      description: 'With all their retries counted once.',
      unit: 'reqps',
      curves: [{ expr: `${level}:calls:rate5m${at}`, legend: '{{target}}.{{operation}}' }],
    },
    {
      title: 'Failed calls and open circuits',
      description: 'Share that failed; a circuit is at 1 while its target is not called.',
      unit: 'percentunit',
      curves: [
        { expr: `${level}:call_failures:ratio_rate5m${at}`, legend: '{{target}}.{{operation}}' },
        { expr: `max by (target) (circuit_open${at})`, legend: '{{target}} circuit' },
      ],
    },
    {
      title: 'Duration of calls, and retries',
      description: '99th percentile, with retries and the pauses between them; retries per second.',
      unit: 's',
      curves: [
        { expr: `${level}:call_duration_seconds:p99_5m${at}`, legend: '{{target}}.{{operation}} p99' },
        {
          expr: `sum by (target) (rate(call_retries_total${at}[5m]))`,
          legend: '{{target}} retries',
        },
      ],
    },
  ];
}

function deliveryPanels(service: string): PanelOptions[] {
  const at = `{service="${service}"}`;
  const level = 'service_operation_topic';
  return [
    {
      title: 'Deliveries',
      description: 'By what became of them: done, duplicate, retried or dead.',
      unit: 'reqps',
      curves: [
        {
          expr: `sum by (topic, outcome) (rate(messages_consumed_total${at}[5m]))`,
          legend: '{{topic}} {{outcome}}',
        },
      ],
    },
    {
      title: 'Failed deliveries',
      description: 'Share that is tried again or given up.',
      unit: 'percentunit',
      curves: [{ expr: `${level}:message_failures:ratio_rate5m${at}`, legend: '{{topic}}' }],
    },
    {
      title: 'Time to handle one',
      description: '99th percentile.',
      unit: 's',
      curves: [{ expr: `${level}:message_duration_seconds:p99_5m${at}`, legend: '{{operation}}' }],
    },
  ];
}

function publicationPanels(service: string): PanelOptions[] {
  const at = `{service="${service}"}`;
  const level = 'service_queue_topic';
  return [
    {
      title: 'Published',
      description: 'Confirmed by the broker or not.',
      unit: 'reqps',
      span: 12,
      curves: [{ expr: `${level}:messages_published:rate5m${at}`, legend: '{{queue}} {{topic}}' }],
    },
    {
      title: 'Not taken',
      description: 'Share that the broker did not confirm.',
      unit: 'percentunit',
      span: 12,
      curves: [{ expr: `${level}:publish_failures:ratio_rate5m${at}`, legend: '{{queue}} {{topic}}' }],
    },
  ];
}

function resourcePanels(service: string): PanelOptions[] {
  const at = `{service="${service}"}`;
  const histogram = 'resource_call_duration_seconds';
  return [
    {
      title: 'Calls to resources',
      description: 'By what is asked of which table, namespace or bucket.',
      unit: 'reqps',
      curves: [
        {
          expr: `sum by (resource, object, verb) (rate(${histogram}_count${at}[5m]))`,
          legend: '{{resource}}.{{verb}} {{object}}',
        },
      ],
    },
    {
      title: 'Failures',
      description: 'Share that failed.',
      unit: 'percentunit',
      curves: [{ expr: `service_resource:resource_failures:ratio_rate5m${at}`, legend: '{{resource}}' }],
    },
    {
      title: 'Duration',
      description: 'Median and 99th percentile.',
      unit: 's',
      curves: ['p50', 'p99'].map((quantile) => ({
        expr: `service_resource:${histogram}:${quantile}_5m${at}`,
        legend: `{{resource}} ${quantile}`,
      })),
    },
  ];
}

function processPanels(unit: string): PanelOptions[] {
  const at = `{unit="${unit}"}`;
  const one = (title: string, description: string, unit_: PanelOptions['unit'], expr: string) => ({
    title,
    description,
    unit: unit_,
    span: 6,
    curves: [{ expr, legend: '{{instance}}' }],
  });
  return [
    one('CPU', 'Cores in use.', 'short', `rate(process_cpu_seconds_total${at}[5m])`),
    one('Memory', 'Resident; the limit ends the process.', 'bytes', `process_resident_memory_bytes${at}`),
    one(
      'Event loop',
      '99th percentile of the time for which the process answers nobody.',
      's',
      `nodejs_eventloop_lag_p99_seconds${at}`,
    ),
    one('Open files', 'Connections are files too.', 'none', `process_open_fds${at}`),
  ];
}
