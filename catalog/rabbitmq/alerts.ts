import type { Alert } from '../container.ts';

/** What RabbitMQ's own metrics (plugin rabbitmq_prometheus) warn of. */
export const alerts: readonly Alert[] = [
  {
    name: 'QueueBacklog',
    expression: 'sum by (job) (rabbitmq_queue_messages_ready) > 1000',
    forSeconds: 600,
    severity: 'warning',
    summary: '{{ $labels.job }} holds {{ $value }} messages that nobody has taken',
    runbook:
      'Consumers are slower than publishers, or down. Compare the rate of messages_consumed_total with that of published messages, look for failing consumers, and add replicas of the slowest.',
  },
  {
    name: 'BrokerOutOfResources',
    expression:
      'max by (job) (rabbitmq_alarms_memory_used_watermark or rabbitmq_alarms_free_disk_space_watermark) > 0',
    forSeconds: 60,
    severity: 'critical',
    summary: '{{ $labels.job }} blocks publishers: it is short of memory or disk space',
    runbook:
      'Publishers wait until the alarm is over. Find the queue that grows (rabbitmqctl list_queues name messages), start its consumers, or give the broker more memory or a larger volume.',
  },
];
