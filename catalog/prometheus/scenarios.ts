import type { ArchDocument } from '#model';
import { LONGEST_SECONDS, type Objectives } from './objectives.ts';
import { sitesOf } from './sites.ts';

export type Labels = Readonly<Record<string, string>>;

interface Series {
  metric: string;
  labels: Labels;
  /** In promtool's notation; a minute between two values. */
  values: string;
}

/** Something that goes wrong, and what the rules have to say of it. */
export interface Scenario {
  name: string;
  series: readonly Series[];
  recorded?: readonly { metric: string; labels: Labels; value: number }[];
  /** What is raised of each alert; an empty list: none. */
  raised: Readonly<Record<string, readonly { labels: Labels; value: string }[]>>;
}

/** Counts one a second: every rate of it is exactly 1. */
const ONE_A_SECOND = '0+60x30';
const NEVER = '0x30';
const ALWAYS = '1x30';
const REPLICA = 'replica-1';

/** One scenario of each sort, told of the first operation, call, message and resource of the system that there is. */
export function serviceScenarios(document: ArchDocument, objectives: Objectives): Scenario[] {
  const { answer, delivery, publication, call, use } = sitesOf(document);
  return [
    ...(answer ? [failingRequests(answer, objectives)] : []),
    ...(answer && objectives.latencySeconds < LONGEST_SECONDS ? [slowRequests(answer)] : []),
    ...(delivery ? [failingMessages(delivery)] : []),
    ...(publication ? [failingPublications(publication)] : []),
    ...(call ? [failingCalls(call)] : []),
    ...(use ? [failingResource(use)] : []),
  ];
}

/** Counters that all go up alike: the share of one is exact. */
const counters = (metric: string, labels: readonly Labels[]): Series[] =>
  labels.map((one) => ({ metric, labels: { instance: REPLICA, ...one }, values: ONE_A_SECOND }));

function failingRequests(answer: Labels, { errorBudget }: Objectives): Scenario {
  const statuses = ['500', '200'].map((status) => ({ ...answer, method: 'GET', status }));
  const level = 'service_operation';
  const burns = (factor: number) => (factor * errorBudget < 0.5 ? [{ labels: answer, value: '50%' }] : []);
  return {
    name: 'every other request fails',
    series: counters('http_server_request_duration_seconds_count', statuses),
    recorded: [
      { metric: `${level}:requests:rate5m`, labels: answer, value: 2 },
      ...['5m', '30m', '1h', '6h'].map((window) => ({
        metric: `${level}:request_errors:ratio_rate${window}`,
        labels: answer,
        value: 0.5,
      })),
    ],
    raised: { ErrorBudgetBurnsFast: burns(14.4), ErrorBudgetBurnsSlowly: burns(6) },
  };
}

function slowRequests(answer: Labels): Scenario {
  const bounds = { '1': NEVER, '2.5': ONE_A_SECOND, '10': ONE_A_SECOND, '+Inf': '0+120x30' };
  const level = 'service_operation:request_duration_seconds';
  return {
    name: 'every other request takes longer than is measured',
    series: Object.entries(bounds).map(([le, values]) => ({
      metric: 'http_server_request_duration_seconds_bucket',
      labels: { instance: REPLICA, ...answer, method: 'GET', status: '200', le },
      values,
    })),
    recorded: [
      { metric: `${level}:p50_5m`, labels: answer, value: 2.5 },
      { metric: `${level}:p99_5m`, labels: answer, value: LONGEST_SECONDS },
    ],
    raised: { OperationSlow: [{ labels: answer, value: `${LONGEST_SECONDS}s` }] },
  };
}

function failingMessages(delivery: Labels): Scenario {
  const outcomes = ['done', 'duplicate', 'retried', 'dead'].map((outcome) => ({ ...delivery, outcome }));
  const level = 'service_operation_topic';
  return {
    name: 'every other delivery fails, half of these for good',
    series: counters('messages_consumed_total', outcomes),
    recorded: [
      { metric: `${level}:messages_consumed:rate5m`, labels: delivery, value: 4 },
      { metric: `${level}:message_failures:ratio_rate5m`, labels: delivery, value: 0.5 },
    ],
    raised: {
      MessagesFailing: [{ labels: delivery, value: '50%' }],
      MessagesDead: [{ labels: delivery, value: '' }],
    },
  };
}

function failingPublications(publication: Labels): Scenario {
  const outcomes = ['ok', 'failed'].map((outcome) => ({ ...publication, outcome }));
  return {
    name: 'every other message is not taken by its queue',
    series: counters('messages_published_total', outcomes),
    recorded: [{ metric: 'service_queue_topic:messages_published:rate5m', labels: publication, value: 2 }],
    raised: { PublishingFails: [{ labels: publication, value: '50%' }] },
  };
}

/** What the target refuses is an answer, and no failure. */
function failingCalls(call: Labels): Scenario {
  const { service = '', target = '' } = call;
  const outcomes = ['ok', 'refused', 'failed'].map((outcome) => ({ ...call, outcome }));
  const circuit = { service, target };
  return {
    name: 'a third of the calls fails, and the circuit opens',
    series: [
      ...counters('calls_total', outcomes),
      { metric: 'circuit_open', labels: { instance: REPLICA, ...circuit }, values: ALWAYS },
    ],
    recorded: [{ metric: 'service_target_operation:calls:rate5m', labels: call, value: 3 }],
    raised: {
      CallsFailing: [{ labels: call, value: '33.33%' }],
      CircuitOpen: [{ labels: circuit, value: '' }],
    },
  };
}

function failingResource(use: Labels): Scenario {
  const { service: unit = '', resource = '' } = use;
  const outcomes = ['ok', 'failed'].map((outcome) => ({ ...use, object: 'any', verb: 'read', outcome }));
  const dependency = { unit, resource };
  return {
    name: 'a resource fails every other time, and then is gone',
    series: [
      ...counters('resource_call_duration_seconds_count', outcomes),
      { metric: 'dependency_up', labels: { instance: REPLICA, ...dependency }, values: NEVER },
    ],
    recorded: [{ metric: 'service_resource:resource_calls:rate5m', labels: use, value: 2 }],
    raised: {
      ResourceFailing: [{ labels: use, value: '50%' }],
      DependencyDown: [{ labels: dependency, value: '' }],
    },
  };
}
