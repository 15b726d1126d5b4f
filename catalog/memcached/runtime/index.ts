export { type CacheOptions, connectCache } from './cache.ts';
