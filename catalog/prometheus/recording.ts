/** Windows over which error ratios are recorded: two pairs, for fast and for slow burning of an error budget. */
export const ERROR_WINDOWS = ['5m', '30m', '1h', '6h'] as const;
/** Window of everything else. */
const WINDOW = '5m';
const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** Histograms of what a service answers, and which of their series are failures: 4xx is a correct no. */
const ANSWERS = [
  { name: 'http_server_request_duration_seconds', failed: 'status=~"5.."' },
  {
    name: 'grpc_server_request_duration_seconds',
    failed: 'code=~"UNKNOWN|DEADLINE_EXCEEDED|UNIMPLEMENTED|INTERNAL|UNAVAILABLE"',
  },
] as const;

export interface RecordingRule {
  record: string;
  expr: string;
}

/** Labels of a level, in PromQL, and the level's name: `service, operation` is `service_operation`. */
interface Level {
  name: string;
  by: string;
}

const level = (...labels: string[]): Level => ({ name: labels.join('_'), by: labels.join(', ') });

/** Rate, errors and duration of what services answer, over REST and gRPC together: of each operation, and in all. */
export function requestRules(): RecordingRule[] {
  return [level('service'), level('service', 'operation')].flatMap((at) => {
    const all = (window: string) => rateOf(at, window, () => '');
    const failed = (window: string) => rateOf(at, window, (answer) => `{${answer.failed}}`);
    return [
      { record: `${at.name}:requests:rate5m`, expr: all(WINDOW) },
      ...ERROR_WINDOWS.map((window) => ({
        record: `${at.name}:request_errors:ratio_rate${window}`,
        expr: ratio(failed(window), all(window)),
      })),
      ...quantiles(
        at,
        'request_duration_seconds',
        rateOf(at, WINDOW, () => '', '_bucket', ', le'),
      ),
    ];
  });
}

/** The same of calls to other services, by who calls what. */
export function callRules(): RecordingRule[] {
  const at = level('service', 'target', 'operation');
  return [
    ...countRules(at, 'calls', 'calls_total', 'call_failures', 'outcome="failed"'),
    ...quantiles(at, 'call_duration_seconds', buckets(at, 'call_duration_seconds')),
  ];
}

/** The same of messages. A delivery that is tried again has failed once. */
export function messageRules(): RecordingRule[] {
  const published = level('service', 'queue', 'topic');
  const consumed = level('service', 'operation', 'topic');
  return [
    ...countRules(
      published,
      'messages_published',
      'messages_published_total',
      'publish_failures',
      'outcome="failed"',
    ),
    ...countRules(
      consumed,
      'messages_consumed',
      'messages_consumed_total',
      'message_failures',
      'outcome=~"retried|dead"',
    ),
    ...quantiles(consumed, 'message_duration_seconds', buckets(consumed, 'message_duration_seconds')),
  ];
}

/** The same of databases, caches and storage, as those who use them see them. */
export function resourceRules(): RecordingRule[] {
  const at = level('service', 'resource');
  const calls = 'resource_call_duration_seconds';
  return [
    ...countRules(at, 'resource_calls', `${calls}_count`, 'resource_failures', 'outcome="failed"'),
    ...quantiles(at, calls, buckets(at, calls)),
  ];
}

/** How many, and which share of them failed. */
function countRules(
  at: Level,
  all: string,
  metric: string,
  failures: string,
  failed: string,
): RecordingRule[] {
  const rate = (filter: string) => `sum by (${at.by}) (rate(${metric}${filter}[${WINDOW}]))`;
  return [
    { record: `${at.name}:${all}:rate5m`, expr: rate('') },
    { record: `${at.name}:${failures}:ratio_rate5m`, expr: ratio(rate(`{${failed}}`), rate('')) },
  ];
}

/** Rate of both protocols' answers; their series differ in their labels, so that none hides another. */
function rateOf(
  at: Level,
  window: string,
  filter: (answer: (typeof ANSWERS)[number]) => string,
  suffix = '_count',
  more = '',
): string {
  const rates = ANSWERS.map((answer) => `rate(${answer.name}${suffix}${filter(answer)}[${window}])`);
  return `sum by (${at.by}${more}) (${rates.join(' or ')})`;
}

function buckets(at: Level, histogram: string): string {
  return `sum by (${at.by}, le) (rate(${histogram}_bucket[${WINDOW}]))`;
}

function quantiles(at: Level, name: string, rates: string): RecordingRule[] {
  return Object.entries(QUANTILES).map(([quantile, share]) => ({
    record: `${at.name}:${name}:${quantile}_5m`,
    expr: `histogram_quantile(${share}, ${rates})`,
  }));
}

/** Share of all: 0, not absent, where there are some but none of the part. */
function ratio(part: string, all: string): string {
  return `(${part} or 0 * ${all}) / (${all} > 0)`;
}
