import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';

let elk: InstanceType<typeof ELK> | undefined;

/**
 * Lays a graph out with the Eclipse Layout Kernel, in a worker of its own that starts with the first call.
 *
 * @throws where the graph is none that ELK understands
 */
export function layOut(graph: ElkNode): Promise<ElkNode> {
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl, { name: 'layout' }) });
  return elk.layout(graph);
}
