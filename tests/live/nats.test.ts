import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { connectQueue } from '../../catalog/nats/runtime/index.ts';
import { deadStream, deadSubject, subjectOf } from '../../catalog/nats/runtime/topology.ts';
import { testBroker } from './broker.ts';
import { findProgram } from './server.ts';
import { NATS_ACCOUNT, startNats } from './servers.ts';

const program = findProgram('nats-server', ['/usr/sbin']);
/** As short as can be: the tests of a reader's death wait for it. */
const ACK_WAIT_MS = 1_000;

testBroker('NATS JetStream', program === undefined, async () => {
  const server = await startNats(program ?? '');
  const { user, pass } = NATS_ACCOUNT;
  const admin = await connect({ servers: `127.0.0.1:${server.port}`, user, pass, maxReconnectAttempts: -1 });
  const manager = await jetstreamManager(admin);
  return {
    port: server.port,
    connect: ({ port, ...options }) =>
      connectQueue({ ...options, url: `nats://${user}:${pass}@127.0.0.1:${port}`, ackWaitMs: ACK_WAIT_MS }),
    async deadLetter(name, subscription) {
      const subject = deadSubject(name, subscription);
      const message = await manager.streams.getMessage(deadStream(name), { last_by_subj: subject });
      return message === null
        ? undefined
        : { payload: message.json(), reason: message.header.get('x-reason') };
    },
    async publishNonsense(name, topic) {
      admin.publish(subjectOf(name, topic), 'no JSON');
      await admin.flush();
    },
    restart: server.restart,
    async stop() {
      await admin.close();
      await server.stop();
    },
  };
});
