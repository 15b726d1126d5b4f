export { testContract } from './contract.ts';
export { MemoryBucket } from './memory-bucket.ts';
export { MemoryCache } from './memory-cache.ts';
export { MemoryQueue } from './memory-queue.ts';
export { MemoryTable } from './memory-table.ts';
export { SAMPLE_ID, sample } from './sample.ts';
export { fakeService } from './service.ts';
