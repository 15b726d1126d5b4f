import { KAFKA_PORT } from './names.ts';

export const DATA_FOLDER = '/var/lib/kafka/data';
const CONTROLLER_PORT = 9093;
const INTERNAL_PORT = 9094;

/**
 * Settings of one Kafka node that is broker and controller alike (KRaft). The password of the services is no part of
 * them: the start script adds it.
 *
 * Source: Apache Kafka 4.1 documentation, "Broker Configs" and "Configuring KRaft Brokers and Controllers".
 *
 * @param host under which the services reach it: what it tells them to connect to
 */
export function serverProperties(host: string): string {
  const settings: [comment: string, values: Record<string, string | number>][] = [
    [
      'One node in both roles.',
      {
        'process.roles': 'broker,controller',
        'node.id': 1,
        'controller.quorum.voters': `1@localhost:${CONTROLLER_PORT}`,
        'controller.listener.names': 'CONTROLLER',
      },
    ],
    [
      'Services log in; what the node says to itself never leaves the machine.',
      {
        listeners: `CLIENTS://:${KAFKA_PORT},INTERNAL://localhost:${INTERNAL_PORT},CONTROLLER://localhost:${CONTROLLER_PORT}`,
        'advertised.listeners': `CLIENTS://${host}:${KAFKA_PORT},INTERNAL://localhost:${INTERNAL_PORT}`,
        'listener.security.protocol.map': 'CLIENTS:SASL_PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
        'inter.broker.listener.name': 'INTERNAL',
        'sasl.enabled.mechanisms': 'PLAIN',
      },
    ],
    [
      'A folder of its own on the volume: Kafka refuses to start beside a lost+found.',
      { 'log.dirs': `${DATA_FOLDER}/logs` },
    ],
    [
      'There is one replica of everything, so what is confirmed has to be on the disk.',
      {
        'default.replication.factor': 1,
        'offsets.topic.replication.factor': 1,
        'transaction.state.log.replication.factor': 1,
        'transaction.state.log.min.isr': 1,
        'log.flush.interval.messages': 1,
      },
    ],
    [
      'Services make their topics, with partitions and retention; a mistyped name is an error.',
      { 'auto.create.topics.enable': 'false', 'log.retention.hours': 168 },
    ],
  ];
  const sections = settings.map(([comment, values]) =>
    [`# ${comment}`, ...Object.entries(values).map(([key, value]) => `${key}=${value}`)].join('\n'),
  );
  return `# Written by Archwright from the document: change it there.\n${sections.join('\n\n')}\n`;
}

/** Everything to standard output: the log files that Kafka writes otherwise have no place on a read-only root. */
export const LOGGING = `# Written by Archwright.
Configuration:
  Appenders:
    Console:
      name: STDOUT
      PatternLayout:
        pattern: "[%d] %p %m (%c)%n"
  Loggers:
    Root:
      level: INFO
      AppenderRef:
        - ref: STDOUT
`;
