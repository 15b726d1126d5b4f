export { connectDatabase, type DatabaseOptions } from './database.ts';
