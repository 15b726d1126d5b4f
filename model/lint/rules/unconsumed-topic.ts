import { callPlaces } from '../../calls/places.ts';
import { componentOf } from '../../graph/lookup.ts';
import { operationsOf, placeOfOperation } from '../../graph/roles.ts';
import type { Path } from '../../problem.ts';
import type { LintContext, LintFinding, LintRule } from '../rule.ts';
import { isSketched, type TopicUse, topicUses } from './topics.ts';

/** Topics that are published and that nobody consumes. */
export const unconsumedTopic: LintRule = {
  id: 'unconsumed-topic',
  title: 'Topic without a consumer',
  severity: 'warning',
  explanation:
    'A message that nobody consumes is work for nothing at best. Where a queue keeps it, it fills the disk until publishing fails; where it does not, whatever was meant to happen never does.',
  source:
    'Gregor Hohpe, Bobby Woolf, Enterprise Integration Patterns (Addison-Wesley 2003), chapter 4, "Messaging Channels"',
  check(context) {
    return topicUses(context)
      .filter(
        (use) =>
          use.publishers.length > 0 &&
          use.consumers.length === 0 &&
          !isSketched(context.document, use.queue, 'from'),
      )
      .map((use) => findingFor(context, use));
  },
};

function findingFor(context: LintContext, use: TopicUse): LintFinding {
  const places = use.publishers.flatMap((publisher) => publishingCalls(context, publisher, use));
  const [first] = places;
  // Later places first: removing one does not move those before it.
  const edits = places.toReversed().map((path) => ({ type: 'set' as const, path, value: undefined }));
  return {
    path: first ?? ['components', use.queue],
    component: use.publishers[0] ?? use.queue,
    message: `nobody consumes "${use.topic}" of ${use.queue}, which ${use.publishers.join(' and ')} ${use.publishers.length === 1 ? 'publishes' : 'publish'}`,
    hint: `add an operation with consumes: ${use.queue} ${use.topic}`,
    ...(edits.length === 0 ? {} : { fixes: [{ title: `Do not publish "${use.topic}"`, edits }] }),
  };
}

function publishingCalls({ document }: LintContext, publisher: string, use: TopicUse): Path[] {
  const component = componentOf(document, publisher);
  return Object.entries(operationsOf(component)).flatMap(([name, operation]) =>
    callPlaces(operation)
      .filter(
        ({ call }) =>
          call.type === 'call' &&
          call.target === use.queue &&
          call.verb === 'publish' &&
          call.object === use.topic,
      )
      .map(({ path }) => [...placeOfOperation(publisher, component, name), ...path]),
  );
}
