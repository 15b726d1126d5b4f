import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type ChannelModel, connect } from 'amqplib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'vitest';
import { InvalidError, type Message, type Outcome, type QueueResource, UnavailableError } from '#runtime';
import { connectQueue } from '../../catalog/rabbitmq/runtime/index.ts';
import { eventually } from '../system/eventually.ts';
import { findProgram, type LiveServer } from './server.ts';
import { startRabbit } from './servers.ts';
import { Wire } from './wire.ts';

const TOPIC = 'order-placed';
const program = findProgram('rabbitmq-server', ['/usr/lib/rabbitmq/bin']);

describe.skipIf(program === undefined)('RabbitMQ', () => {
  let server: LiveServer;
  let wire: Wire;
  let admin: ChannelModel;
  let exchange: string;
  let reader: string;
  let publisher: QueueResource;
  const open: QueueResource[] = [];

  const connectTo = (port: number) => {
    const queue = connectQueue({
      name: exchange,
      url: `amqp://127.0.0.1:${port}`,
      subscriptions: [{ subscription: reader, topic: TOPIC }],
      retry: { attempts: 3, delayMs: 50 },
      onError: () => undefined,
    });
    open.push(queue);
    return queue;
  };

  /** A reader that does `work` with each message. */
  async function read(work: (message: Message) => Promise<void>, port = server.port) {
    const outcomes: Outcome[] = [];
    const queue = connectTo(port);
    queue.subscribe({
      subscription: reader,
      topic: TOPIC,
      handle: async (message) => {
        await work(message);
        return 'done';
      },
      settled: (outcome) => outcomes.push(outcome),
    });
    await queue.start();
    return { queue, outcomes };
  }

  const publish = (payload: unknown, id: string = randomUUID()) =>
    publisher.publish({ id, topic: TOPIC, payload, headers: { 'x-request-id': 'r-1' } });

  async function deadLetter() {
    const channel = await admin.createChannel();
    const message = await channel.get(`${reader}.dead`, { noAck: true });
    await channel.close();
    return message;
  }

  beforeAll(async () => {
    server = await startRabbit(program ?? '');
    admin = await connect(`amqp://127.0.0.1:${server.port}`);
  });
  afterAll(async () => {
    await admin?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    exchange = `events-${randomUUID()}`;
    reader = `shipping-${randomUUID()}.${TOPIC}`;
    wire = await new Wire(server.port).open();
    publisher = connectTo(wire.port);
    await publisher.start();
  });
  afterEach(async () => {
    for (const queue of open.splice(0)) await queue.stop();
    await wire.close();
  });

  test('keeps what is published before its reader first starts', async () => {
    await publish({ orderId: 'o-1' }, 'message-1');
    const messages: Message[] = [];
    await read(async (message) => void messages.push(message));
    await eventually('the message arrives', async () => assert.equal(messages.length, 1));
    const [message] = messages;
    assert.deepEqual(
      [message?.id, message?.topic, message?.payload],
      ['message-1', TOPIC, { orderId: 'o-1' }],
    );
    assert.equal(message?.headers['x-request-id'], 'r-1');
  });

  test('tries a message again that could not be handled, under the same id and topic', async () => {
    const seen: string[] = [];
    const { outcomes } = await read(async ({ id, topic }) => {
      seen.push(`${id} ${topic}`);
      if (seen.length < 3) throw new Error('not yet');
    });
    await publish({}, 'message-1');
    await eventually('it works at last', async () =>
      assert.deepEqual(outcomes, ['retried', 'retried', 'done']),
    );
    assert.deepEqual(new Set(seen), new Set([`message-1 ${TOPIC}`]));
  });

  test('moves a message to the dead letters when every attempt has failed, with the reason', async () => {
    const { outcomes } = await read(async () => {
      throw new Error('never');
    });
    await publish({ orderId: 'o-9' });
    await eventually('it is given up', async () =>
      assert.deepEqual(outcomes, ['retried', 'retried', 'dead']),
    );
    const dead = await deadLetter();
    assert(dead);
    assert.deepEqual(JSON.parse(dead.content.toString()), { orderId: 'o-9' });
    assert.equal(dead.properties.headers?.['x-reason'], 'never');
  });

  test('moves a message that breaks the contract to the dead letters at once', async () => {
    const { outcomes } = await read(async () => {
      throw new InvalidError('not what was agreed');
    });
    await publish({});
    await eventually('it is given up', async () => assert.deepEqual(outcomes, ['dead']));
    const channel = await admin.createConfirmChannel();
    channel.publish(exchange, TOPIC, Buffer.from('no JSON'), { messageId: 'm-1' });
    await channel.waitForConfirms();
    await eventually('so is nonsense', async () => assert.deepEqual(outcomes, ['dead', 'dead']));
  });

  test('gives a message to another reader when one dies with it', async () => {
    const way = await new Wire(server.port).open();
    let taken = 0;
    await read(() => {
      taken += 1;
      return new Promise(() => {});
    }, way.port);
    await publish({}, 'message-1');
    await eventually('the first has it', async () => assert.equal(taken, 1));
    way.cut();
    const { outcomes } = await read(async () => {});
    await eventually('the second handles it', async () => assert.deepEqual(outcomes, ['done']));
    // Its work never ends, so it cannot stop in order.
    open.splice(open.length - 2, 1);
    await way.close();
  });

  test('says so while the connection is away, and goes on by itself when it is back', async () => {
    const handled: unknown[] = [];
    await read(async ({ payload }) => void handled.push(payload), wire.port);
    wire.cut();
    await eventually('the break is noticed', () => assert.rejects(publisher.check(), UnavailableError));
    await assert.rejects(publish({ n: 1 }), UnavailableError);
    wire.mend();
    await eventually('the broker is back', () => publisher.check());
    await publish({ n: 2 });
    await eventually('the reader is back', async () => assert.deepEqual(handled, [{ n: 2 }]));
  });
});
