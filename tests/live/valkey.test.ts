import { connectCache } from '../../catalog/redis/runtime/index.ts';
import { cacheSuite } from './cache-suite.ts';
import { findProgram } from './server.ts';
import { startRedis } from './servers.ts';

/** Valkey takes the same arguments, and is talked to by the same code, as Redis. */
cacheSuite({
  title: 'Valkey',
  program: findProgram('valkey-server'),
  start: startRedis,
  scheme: 'redis',
  connect: connectCache,
});
