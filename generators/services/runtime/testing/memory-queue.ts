import type { QueueResource } from '../ports/resource.ts';

/** Keeps what is published, for tests to look at. */
export class MemoryQueue implements Pick<QueueResource, 'publish'> {
  readonly published: { topic: string; payload: unknown }[] = [];

  async publish({ topic, payload }: { topic: string; payload: unknown }): Promise<void> {
    this.published.push({ topic, payload });
  }
}
