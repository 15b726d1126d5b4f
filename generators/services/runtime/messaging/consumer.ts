import { createContext, runInContext } from '../context.ts';
import type { AnyOperation, OperationContract } from '../contract.ts';
import { InvalidError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Message, Subscription } from '../ports/queue.ts';
import type { Inbox } from '../ports/resource.ts';
import { validatorOf } from '../schema.ts';
import { inSpan } from '../tracing/span.ts';
import { messageAttributes } from './attributes.ts';

export interface ConsumerOptions {
  readonly service: string;
  readonly operation: OperationContract;
  readonly handler: AnyOperation;
  readonly inbox: Inbox;
  /** The broker's name in traces. */
  readonly system?: string | undefined;
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * Makes the reader of an operation's topic: checks each message against the contract, and runs the operation once
 * per message in the context that the publisher began.
 */
export function createConsumer({
  service,
  operation,
  handler,
  inbox,
  system,
  metrics,
  log,
}: ConsumerOptions): Subscription {
  const { subscription, topic } = operation.consumes ?? { subscription: '', topic: '' };
  const problemsOf = validatorOf(operation.input);

  async function handle(message: Message): Promise<'done' | 'duplicate'> {
    const problems = problemsOf(message.payload);
    if (problems.length > 0)
      throw new InvalidError(`Message ${message.id} breaks the contract: ${problems.join(', ')}`);
    return inbox.once(subscription, message.id, async () => {
      // The payload has just been checked against the schema that the handler's type was made from.
      await handler(message.payload as never);
    });
  }

  async function measured(message: Message): Promise<'done' | 'duplicate'> {
    const stop = metrics.messageDuration.startTimer({ service, operation: operation.name, topic });
    const attributes = {
      ...messageAttributes('process', topic, message.id, system),
      'messaging.consumer.group.name': subscription,
      operation: operation.name,
    };
    try {
      return await inSpan({ name: `process ${topic}`, kind: 'consumer', attributes }, () => handle(message));
    } finally {
      stop();
    }
  }

  return {
    subscription,
    topic,
    handle: (message) => {
      const { 'x-request-id': requestId, traceparent, tracestate } = message.headers;
      const context = createContext({ requestId, traceparent, tracestate, messageId: message.id }, service);
      return runInContext(context, () => measured(message));
    },
    settled(outcome) {
      metrics.messagesConsumed.inc({ service, operation: operation.name, topic, outcome });
      if (outcome === 'dead')
        log.error({ service, operation: operation.name, topic }, 'message moved to the dead letters');
    },
  };
}
