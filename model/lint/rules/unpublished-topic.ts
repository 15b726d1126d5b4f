import { componentOf } from '../../graph/lookup.ts';
import type { LintContext, LintFinding, LintRule } from '../rule.ts';
import { isSketched, type TopicUse, topicUses } from './topics.ts';

/** Topics that are consumed or declared and that nobody publishes. */
export const unpublishedTopic: LintRule = {
  id: 'unpublished-topic',
  title: 'Topic without a publisher',
  severity: 'warning',
  explanation:
    'An operation that waits for a message which nobody publishes never runs. Mostly it is a topic that was renamed at one end only, or the rest of a feature that was taken out.',
  source:
    'Gregor Hohpe, Bobby Woolf, Enterprise Integration Patterns (Addison-Wesley 2003), chapter 4, "Messaging Channels"',
  check(context) {
    return topicUses(context)
      .filter((use) => use.publishers.length === 0 && !isSketched(context.document, use.queue, 'to'))
      .map((use) => findingFor(context, use));
  },
};

function findingFor(context: LintContext, use: TopicUse): LintFinding {
  const { queue, topic } = use;
  const consumer = use.consumers[0];
  const service = consumer === undefined ? undefined : componentOf(context.document, consumer);
  const operation =
    service?.kind === 'service'
      ? Object.entries(service.operations ?? {}).find(
          ([, { consumes }]) => consumes === `${queue} ${topic}`,
        )?.[0]
      : undefined;
  const message = `nobody publishes "${topic}" of ${queue}${consumer === undefined ? '' : `, which ${consumer} consumes`}`;
  if (consumer !== undefined && operation !== undefined) {
    return {
      path: ['components', consumer, 'operations', operation, 'consumes'],
      message,
      hint: `add the call ${queue}.publish ${topic} to an operation`,
    };
  }
  const path = ['components', queue, 'topics', topic];
  return {
    path,
    at: 'key',
    message,
    hint: `add the call ${queue}.publish ${topic} to an operation`,
    fixes: [{ title: `Remove the topic "${topic}"`, edits: [{ type: 'set', path, value: undefined }] }],
  };
}
