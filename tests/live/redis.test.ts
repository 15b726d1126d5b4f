import { connectCache } from '../../catalog/redis/runtime/index.ts';
import { cacheSuite } from './cache-suite.ts';
import { findProgram } from './server.ts';
import { startRedis } from './servers.ts';

cacheSuite({
  title: 'Redis',
  program: findProgram('redis-server'),
  start: startRedis,
  scheme: 'redis',
  connect: connectCache,
});
