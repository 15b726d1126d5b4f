import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'vitest';
import { InvalidError, type Message, type Outcome, type QueueResource, UnavailableError } from '#runtime';
import { eventually } from '../system/eventually.ts';
import { Wire } from './wire.ts';

export const TOPIC = 'order-placed';
/** As short as the brokers bear: tests wait for it. */
const RETRY = { attempts: 3, delayMs: 50 };

/** What the runtime of every message broker is made with. */
export interface ConnectOptions {
  name: string;
  port: number;
  subscriptions: readonly { subscription: string; topic: string }[];
  retry: { attempts: number; delayMs: number };
  onError: (error: Error) => void;
}

/** A broker, as the tests need it beside the runtime that they are about. */
export interface LiveBroker {
  port: number;
  connect(options: ConnectOptions): QueueResource;
  /** Oldest message that a reader has given up. */
  deadLetter(name: string, subscription: string): Promise<{ payload: unknown; reason: string } | undefined>;
  /** Publishes something that no service would. */
  publishNonsense(name: string, topic: string): Promise<void>;
  /** A way to it that can be cut, where it tells clients to come by another than the one they came by. */
  openWire?(): Promise<Wire>;
  /** Kills the broker and starts it again with what it has on its disk. */
  restart?(): Promise<void>;
  stop(): Promise<void>;
}

/** What services rely on, whatever the broker. */
export function testBroker(title: string, skip: boolean, start: () => Promise<LiveBroker>): void {
  describe.skipIf(skip)(title, () => {
    let broker: LiveBroker;
    let wire: Wire;
    let name: string;
    let reader: string;
    let publisher: QueueResource;
    const open: QueueResource[] = [];

    const openWire = () => broker.openWire?.() ?? new Wire(broker.port).open();

    const connectTo = (port: number) => {
      const subscriptions = [{ subscription: reader, topic: TOPIC }];
      const queue = broker.connect({ name, port, subscriptions, retry: RETRY, onError: () => undefined });
      open.push(queue);
      return queue;
    };

    /** A reader that does `work` with each message. */
    async function read(work: (message: Message) => Promise<void>, port = broker.port) {
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

    beforeAll(async () => {
      broker = await start();
    });
    afterAll(() => broker?.stop());

    beforeEach(async () => {
      name = `events-${randomUUID()}`;
      reader = `shipping-${randomUUID()}.${TOPIC}`;
      wire = await openWire();
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
      assert.deepEqual(await broker.deadLetter(name, reader), {
        payload: { orderId: 'o-9' },
        reason: 'never',
      });
    });

    test('moves a message that breaks the contract to the dead letters at once', async () => {
      const { outcomes } = await read(async () => {
        throw new InvalidError('not what was agreed');
      });
      await publish({});
      await eventually('it is given up', async () => assert.deepEqual(outcomes, ['dead']));
      await broker.publishNonsense(name, TOPIC);
      await eventually('so is nonsense', async () => assert.deepEqual(outcomes, ['dead', 'dead']));
    });

    test('gives a message to another reader when one dies with it', async () => {
      const way = await openWire();
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

    test('finishes what it works on before it stops, and leaves the rest to others', async () => {
      let finish = () => {};
      const { queue, outcomes } = await read(() => new Promise((resolve) => (finish = resolve)));
      await publish({ n: 1 });
      await eventually('it is being worked on', async () => assert.notEqual(finish.name, 'finish'));
      const stopped = queue.stop();
      finish();
      await stopped;
      assert.deepEqual(outcomes, ['done']);
      await publish({ n: 2 });
      const handled: unknown[] = [];
      await read(async ({ payload }) => void handled.push(payload));
      await eventually('another has the next', async () => assert.deepEqual(handled, [{ n: 2 }]));
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

    test('loses nothing that was accepted when the broker is killed', async ({ skip: leaveOut }) => {
      const { restart } = broker;
      if (restart === undefined) return leaveOut('this broker is not ours to kill');
      const accepted: string[] = [];
      let publishing = true;
      const publishers = Array.from({ length: 4 }, async (_, lane) => {
        for (let number = 0; publishing; number++) {
          const id = `${lane}-${number}`;
          // Refused while the broker is away: then the caller knows.
          await publish({ id }, id).then(
            () => accepted.push(id),
            () => new Promise((resolve) => setImmediate(resolve)),
          );
        }
      });
      await eventually('some are accepted', async () => assert(accepted.length >= 100));
      await restart();
      const before = accepted.length;
      await eventually('more are accepted', async () => assert(accepted.length >= before + 100));
      publishing = false;
      await Promise.all(publishers);
      const handled = new Set<string>();
      await read(async ({ id }) => void handled.add(id));
      await eventually('all that were accepted arrive', async () =>
        assert.deepEqual(
          accepted.filter((id) => !handled.has(id)),
          [],
        ),
      );
    });
  });
}
