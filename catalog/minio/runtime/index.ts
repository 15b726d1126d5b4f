export { connectStorage, type StorageOptions } from './storage.ts';
