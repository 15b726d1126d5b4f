import assert from 'node:assert/strict';
import { type ChannelModel, connect } from 'amqplib';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { definitionsOf } from '../../catalog/rabbitmq/definitions.ts';
import { connectQueue } from '../../catalog/rabbitmq/runtime/index.ts';
import { eventually } from '../system/eventually.ts';
import { TOPIC, testBroker } from './broker.ts';
import { findProgram } from './server.ts';
import { RABBIT_ACCOUNT, startRabbit } from './servers.ts';

const program = findProgram('rabbitmq-server', ['/usr/lib/rabbitmq/bin']);
const urlOf = (port: number) => `amqp://${RABBIT_ACCOUNT}@127.0.0.1:${port}`;

testBroker('RabbitMQ', program === undefined, async () => {
  const server = await startRabbit(program ?? '', definitionsOf('events', []));
  const channelOf = async <T>(work: (model: ChannelModel) => Promise<T>) => {
    const model = await connect(urlOf(server.port));
    return work(model).finally(() => model.close());
  };
  return {
    port: server.port,
    connect: ({ port, ...options }) => connectQueue({ ...options, url: urlOf(port) }),
    deadLetter: (_name, subscription) =>
      channelOf(async (model) => {
        const message = await (await model.createChannel()).get(`${subscription}.dead`, { noAck: true });
        return message === false
          ? undefined
          : {
              payload: JSON.parse(message.content.toString()),
              reason: String(message.properties.headers?.['x-reason']),
            };
      }),
    publishNonsense: (name, topic) =>
      channelOf(async (model) => {
        const channel = await model.createConfirmChannel();
        channel.publish(name, topic, Buffer.from('no JSON'), { messageId: 'm-1' });
        await channel.waitForConfirms();
      }),
    restart: server.restart,
    stop: server.stop,
  };
});

describe.skipIf(program === undefined)('definitions of RabbitMQ', () => {
  const EXCHANGE = 'shop-events';
  const READER = `shipping.${TOPIC}`;
  const readers = [{ subscription: READER, service: 'shipping', broker: EXCHANGE, topic: TOPIC }];
  let server: Awaited<ReturnType<typeof startRabbit>>;
  let admin: ChannelModel;

  beforeAll(async () => {
    server = await startRabbit(program ?? '', definitionsOf(EXCHANGE, readers));
    admin = await connect(urlOf(server.port));
  });
  afterAll(async () => {
    await admin?.close();
    await server?.stop();
  });

  test('are imported at boot: what is published before any service has run waits for its reader', async () => {
    const channel = await admin.createConfirmChannel();
    channel.publish(EXCHANGE, TOPIC, Buffer.from('{"n":1}'), { messageId: 'm-1', type: TOPIC });
    await channel.waitForConfirms();
    for (const queue of [READER, `${READER}.retry`, `${READER}.dead`]) await channel.checkQueue(queue);

    // The broker would refuse the runtime's declarations if one argument were another.
    const handled: unknown[] = [];
    const queue = connectQueue({
      name: EXCHANGE,
      url: urlOf(server.port),
      subscriptions: readers,
      onError: (error) => assert.fail(error),
    });
    queue.subscribe({
      subscription: READER,
      topic: TOPIC,
      handle: async ({ payload }) => {
        handled.push(payload);
        return 'done';
      },
      settled: () => undefined,
    });
    await queue.start();
    await eventually('it is handled', async () => assert.deepEqual(handled, [{ n: 1 }]));
    await queue.stop();
  });

  test('give a message that crashes its reader over and over to the dead letters', async () => {
    const channel = await admin.createConfirmChannel();
    await channel.prefetch(1);
    let deliveries = 0;
    await channel.consume(READER, (delivery) => {
      if (delivery === null) return;
      deliveries += 1;
      channel.nack(delivery, false, true);
    });
    channel.publish(EXCHANGE, TOPIC, Buffer.from('{}'), { messageId: 'm-2', type: TOPIC });
    await eventually('it ends there', async () => {
      const { messageCount } = await channel.checkQueue(`${READER}.dead`);
      assert.equal(messageCount, 1);
    });
    assert.equal(deliveries, 21);
  });

  test('let nobody in who has no account', async () => {
    await assert.rejects(connect(`amqp://guest:guest@127.0.0.1:${server.port}`), /ACCESS_REFUSED/);
  });
});
