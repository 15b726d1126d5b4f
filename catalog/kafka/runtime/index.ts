export { connectQueue, type QueueOptions } from './queue.ts';
