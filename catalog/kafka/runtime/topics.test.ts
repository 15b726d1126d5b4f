import { type Admin, MultipleErrors, ProtocolError } from '@platformatic/kafka';
import { expect, it } from 'vitest';
import { createTopics } from './topics.ts';

const BINDINGS = [{ subscription: 'shipping.placed', topic: 'placed' }];
const SETTINGS = { placed: { partitions: 3, retentionMs: 86_400_000, key: 'orderId' } };
const answer = (id: ConstructorParameters<typeof ProtocolError>[0]) =>
  new MultipleErrors('refused', [new MultipleErrors('answer', [new ProtocolError(id)])]);

/** A cluster that has some topics, and answers to the making of others with `refusal`. */
function cluster(there: readonly string[], refusal?: Error) {
  const made: object[] = [];
  const admin = {
    metadata: async ({ topics }: { topics: string[] }) => {
      if (!there.includes(topics[0] ?? '')) throw answer('UNKNOWN_TOPIC_OR_PARTITION');
    },
    createTopics: async (options: object) => {
      made.push(options);
      if (refusal !== undefined) throw refusal;
    },
  };
  return { admin: admin as unknown as Admin, made };
}

it('makes topics with their partitions and retention, and one for dead letters that keeps them', async () => {
  const { admin, made } = cluster([]);
  await createTopics(admin, 'bus', SETTINGS, BINDINGS);
  const policy = { name: 'cleanup.policy', value: 'delete' };
  expect(made).toEqual([
    {
      topics: ['bus.placed'],
      partitions: 3,
      replicas: -1,
      configs: [policy, { name: 'retention.ms', value: '86400000' }],
    },
    {
      topics: ['bus.shipping.placed.dead'],
      partitions: 1,
      replicas: -1,
      configs: [policy, { name: 'retention.ms', value: '-1' }],
    },
  ]);
});

it('leaves what is there as it is', async () => {
  const { admin, made } = cluster(['bus.placed', 'bus.shipping.placed.dead']);
  await createTopics(admin, 'bus', SETTINGS, BINDINGS);
  expect(made).toEqual([]);
});

it('minds no other service that was faster, but every other refusal', async () => {
  const faster = cluster([], answer('TOPIC_ALREADY_EXISTS'));
  await expect(createTopics(faster.admin, 'bus', SETTINGS, BINDINGS)).resolves.toBeUndefined();
  const refused = cluster([], answer('TOPIC_AUTHORIZATION_FAILED'));
  await expect(createTopics(refused.admin, 'bus', SETTINGS, BINDINGS)).rejects.toThrow('refused');
});
