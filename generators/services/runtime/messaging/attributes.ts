import type { Attributes } from '../tracing/span.ts';

/** https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/ */
export function messageAttributes(
  operation: 'send' | 'process',
  topic: string,
  id: string,
  system: string | undefined,
): Attributes {
  return {
    ...(system === undefined ? {} : { 'messaging.system': system }),
    'messaging.operation.type': operation,
    'messaging.operation.name': operation,
    'messaging.destination.name': topic,
    'messaging.message.id': id,
  };
}
