import { type Component, isBroker } from '#model';
import { leavesOf, type Operation } from '../system/operations.ts';
import type { Queue } from '../system/queues.ts';
import { fieldsOf, schemaOf } from '../system/shapes.ts';
import type { System } from '../system/system.ts';

/** Protocol names of AsyncAPI by engine; where there is none, the engine's own name. */
const PROTOCOLS: Readonly<Record<string, string>> = { rabbitmq: 'amqp', kafka: 'kafka', nats: 'nats' };

/** AsyncAPI 3.0 document of a broker: what each topic holds, who sends it and who receives it. https://www.asyncapi.com/docs/reference/specification/v3.0.0 */
export function asyncapiFile(queue: Queue, system: System): string {
  const component = system.document.components[queue.name];
  const topics = [...queue.topics.keys()];
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: `${system.document.name} ${queue.name}`,
      version: '1.0.0',
      description: component?.description,
    },
    defaultContentType: 'application/json',
    servers: component === undefined ? undefined : { [queue.name]: serverOf(queue.name, component, system) },
    channels: Object.fromEntries(topics.map((topic) => [topic, channelOf(topic, queue.name, component)])),
    operations: Object.fromEntries(operationsOf(queue.name, system)),
    components: {
      messages: Object.fromEntries(topics.map((topic) => [topic, messageOf(topic, queue)])),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function serverOf(name: string, component: Component, { catalog }: System): object {
  const { engine, kind, title, port } = catalog.entryOf(component);
  const number = port?.(component);
  return {
    host: number === undefined ? name : `${name}:${number}`,
    protocol: PROTOCOLS[engine ?? ''] ?? engine ?? kind,
    description: title,
  };
}

function channelOf(topic: string, broker: string, component: Component | undefined): object {
  const spec = isBroker(component) ? component.topics?.[topic] : undefined;
  return {
    address: topic,
    description: spec?.description,
    messages: { [topic]: { $ref: `#/components/messages/${topic}` } },
    bindings: bindingsOf(broker, component),
  };
}

/** RabbitMQ: one durable topic exchange, named as the broker; the topic is the routing key. */
function bindingsOf(broker: string, component: Component | undefined): object | undefined {
  if (component?.kind !== 'queue' || (component.engine ?? 'rabbitmq') !== 'rabbitmq') return undefined;
  return {
    amqp: {
      is: 'routingKey',
      exchange: { name: broker, type: 'topic', durable: true, autoDelete: false },
      bindingVersion: '0.3.0',
    },
  };
}

/** Each operation of a service that publishes or consumes a topic, as an operation of the document. */
function operationsOf(broker: string, { services }: System): [string, object][] {
  return [...services.values()].flatMap(({ operations }) =>
    operations.flatMap((operation) => [
      ...publishedBy(operation, broker).map((topic) => entry(operation, 'send', topic)),
      ...(operation.consumes?.queue === broker
        ? [entry(operation, 'receive', operation.consumes.topic)]
        : []),
    ]),
  );
}

function publishedBy({ calls }: Operation, broker: string): string[] {
  const topics = leavesOf(calls).flatMap(({ target, verb, object }) =>
    target === broker && verb === 'publish' && object !== undefined ? [object] : [],
  );
  return [...new Set(topics)];
}

function entry(
  { service, name, description }: Operation,
  action: 'send' | 'receive',
  topic: string,
): [string, object] {
  const verb = action === 'send' ? 'sends' : 'receives';
  return [
    `${service}.${name}.${verb}.${topic}`,
    {
      action,
      channel: { $ref: `#/channels/${topic}` },
      title: `${service} ${name}`,
      description,
      tags: [{ name: service }],
      messages: [{ $ref: `#/channels/${topic}/messages/${topic}` }],
    },
  ];
}

function messageOf(topic: string, { topics }: Queue): object {
  const shape = topics.get(topic);
  return {
    name: topic,
    title: topic,
    contentType: 'application/json',
    payload: shape === undefined ? { type: 'object' } : schemaOf(fieldsOf(shape)),
  };
}
