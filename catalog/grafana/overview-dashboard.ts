import { type Dashboard, RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as NodeGraphBuilder } from '@grafana/grafana-foundation-sdk/nodegraph';
import type { ArchDocument } from '#model';
import { dashboard, finished } from './frame.ts';
import { type PanelOptions, SOURCE, stat, tableQuery, timeSeries } from './panels.ts';

/** No component is called that: names have no underscore. */
export const OVERVIEW_UID = '_overview';

/** Dashboard of the whole system: who talks to whom, where it fails, how queues and databases do. */
export function overviewDashboard(document: ArchDocument): Dashboard {
  const builder = dashboard(
    document.name,
    OVERVIEW_UID,
    `${document.name} overview`,
    document.description ?? `The system ${document.name}.`,
  );
  for (const panel of vitals) builder.withPanel(stat(panel));
  builder.withPanel(trafficMap());
  for (const [title, panels] of Object.entries(rows)) {
    builder.withRow(new RowBuilder(title));
    for (const panel of panels) builder.withPanel(timeSeries(panel));
  }
  return finished(builder);
}

/** Edges alone: Grafana finds the nodes in them. Needs columns `id`, `source` and `target`. */
function trafficMap(): NodeGraphBuilder {
  const towards = (metric: string, label: string) =>
    `sum by (service, target) (label_replace(${metric}, "target", "$1", "${label}", "(.+)"))`;
  const traffic = [
    'sum by (service, target) (service_target_operation:calls:rate5m)',
    towards('service_queue_topic:messages_published:rate5m', 'queue'),
    towards('service_resource:resource_calls:rate5m', 'resource'),
  ].join(' or ');
  const edges = `label_join(label_replace(${traffic}, "source", "$1", "service", "(.+)"), "id", "/", "service", "target")`;
  return new NodeGraphBuilder()
    .title('Traffic')
    .description('Calls, messages and what is asked of databases, caches and storage: a second, at present.')
    .datasource(SOURCE)
    .span(24)
    .height(14)
    .withTarget(tableQuery({ expr: edges, legend: '' }, 0))
    .withTransformation({
      id: 'organize',
      options: { renameByName: { Value: 'mainstat' }, excludeByName: { Time: true, service: true } },
    });
}

const vitals: readonly PanelOptions[] = [
  {
    title: 'Requests',
    description: 'All services together.',
    unit: 'reqps',
    curves: [{ expr: 'sum(service:requests:rate5m)', legend: '' }],
    span: 6,
  },
  {
    title: 'Worst error ratio',
    description: 'Of any service.',
    unit: 'percentunit',
    curves: [{ expr: 'max(service:request_errors:ratio_rate5m)', legend: '' }],
    span: 6,
    bad: 0.01,
  },
  {
    title: 'Alerts',
    description: 'That are raised now.',
    unit: 'none',
    curves: [{ expr: 'count(ALERTS{alertstate="firing"}) or vector(0)', legend: '' }],
    span: 6,
    bad: 1,
  },
  {
    title: 'Replicas that do not answer',
    description: 'Of all units.',
    unit: 'none',
    curves: [{ expr: 'count(up{unit!=""} == 0) or vector(0)', legend: '' }],
    span: 6,
    bad: 1,
  },
];

const rows: Readonly<Record<string, readonly PanelOptions[]>> = {
  Services: [
    {
      title: 'Requests by service',
      description: 'Answered, whatever the answer.',
      unit: 'reqps',
      curves: [{ expr: 'service:requests:rate5m', legend: '{{service}}' }],
    },
    {
      title: 'Errors by service',
      description: 'Share that failed.',
      unit: 'percentunit',
      curves: [{ expr: 'service:request_errors:ratio_rate5m', legend: '{{service}}' }],
    },
    {
      title: 'Slowest 1% by service',
      description: 'Takes longer than this.',
      unit: 's',
      curves: [{ expr: 'service:request_duration_seconds:p99_5m', legend: '{{service}}' }],
    },
  ],
  Queues: [
    {
      title: 'Published by topic',
      description: 'Messages a second.',
      unit: 'reqps',
      curves: [
        {
          expr: 'sum by (queue, topic) (service_queue_topic:messages_published:rate5m)',
          legend: '{{queue}} {{topic}}',
        },
      ],
    },
    {
      title: 'Handled by topic',
      description: 'If it stays below what is published, messages pile up.',
      unit: 'reqps',
      curves: [
        {
          expr: 'sum by (service, topic) (service_operation_topic:messages_consumed:rate5m)',
          legend: '{{service}} {{topic}}',
        },
      ],
    },
    {
      title: 'Dead letters',
      description: 'Given up in the last hour: somebody has to look at them.',
      unit: 'none',
      curves: [
        {
          expr: 'sum by (service, topic) (increase(messages_consumed_total{outcome="dead"}[1h]))',
          legend: '{{service}} {{topic}}',
        },
      ],
    },
  ],
  'Databases, caches and storage': [
    {
      title: 'Calls by resource',
      description: 'As those who use it see it.',
      unit: 'reqps',
      curves: [
        { expr: 'sum by (resource) (service_resource:resource_calls:rate5m)', legend: '{{resource}}' },
      ],
    },
    {
      title: 'Failures by resource',
      description: 'Share that failed, at the service that sees most.',
      unit: 'percentunit',
      curves: [
        {
          expr: 'max by (resource) (service_resource:resource_failures:ratio_rate5m)',
          legend: '{{resource}}',
        },
      ],
    },
    {
      title: 'Slowest 1% by resource',
      description: 'Takes longer than this, at the service that waits longest.',
      unit: 's',
      curves: [
        {
          expr: 'max by (resource) (service_resource:resource_call_duration_seconds:p99_5m)',
          legend: '{{resource}}',
        },
      ],
    },
  ],
};
