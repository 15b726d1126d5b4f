import { Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';
import { connectQueue } from '../../catalog/kafka/runtime/index.ts';
import { deadTopic, topicName } from '../../catalog/kafka/runtime/topics.ts';
import { type LiveBroker, TOPIC, testBroker } from './broker.ts';
import { fromEnvironment } from './environment.ts';
import { openWire, startMock } from './kafka-mock.ts';
import { findProgram } from './server.ts';

/** The shortest that brokers allow: the tests of a reader's death wait for it. */
const SESSION_MS = 6_000;

/** A Kafka at 127.0.0.1. @param account `USER:PASSWORD@`, or nothing */
function brokerAt(account: string, port: number, rest: Pick<LiveBroker, 'stop' | 'openWire'>): LiveBroker {
  const urlOf = (at: number) => `kafka://${account}127.0.0.1:${at}`;
  const { username, password } = new URL(urlOf(port));
  const client = {
    clientId: 'tests',
    bootstrapBrokers: [`127.0.0.1:${port}`],
    ...(account === '' ? {} : { sasl: { mechanism: 'PLAIN' as const, username, password } }),
  };
  return {
    ...rest,
    port,
    connect: ({ port: at, ...options }) =>
      connectQueue({
        ...options,
        url: urlOf(at),
        settings: { [TOPIC]: { partitions: 4, key: 'orderId' } },
        sessionMs: SESSION_MS,
      }),
    async deadLetter(name, subscription) {
      const consumer = new Consumer({
        ...client,
        groupId: `tests-${name}`,
        deserializers: stringDeserializers,
      });
      const stream = await consumer.consume({
        topics: [deadTopic(name, subscription)],
        mode: 'earliest',
        autocommit: false,
      });
      try {
        for await (const { value, headers } of stream)
          return { payload: JSON.parse(value) as unknown, reason: headers.get('x-reason') ?? '' };
      } finally {
        await consumer.close(true);
      }
      return undefined;
    },
    async publishNonsense(name, topic) {
      const producer = new Producer({ ...client, serializers: stringSerializers });
      await producer.send({ messages: [{ topic: topicName(name, topic), value: 'no JSON' }] });
      await producer.close();
    },
  };
}

const kcat = findProgram('kcat');
testBroker('Kafka, by the stand-in of librdkafka', kcat === undefined, async () => {
  const mock = await startMock(kcat ?? '');
  const way = await mock.openWire();
  const stop = async () => {
    await way.close();
    await mock.stop();
  };
  return brokerAt('', way.port, { stop, openWire: mock.openWire });
});

/** `[USER:PASSWORD@]127.0.0.1:PORT` of a broker that gives this as its address. */
const real = fromEnvironment('KAFKA_BROKERS');
testBroker('Kafka', real === undefined, async () => {
  const { username, password, port } = new URL(`kafka://${real}`);
  const account = username === '' ? '' : `${username}:${password}@`;
  const stop = async () => undefined;
  return brokerAt(account, Number(port), { stop, openWire: () => openWire(Number(port)) });
});
