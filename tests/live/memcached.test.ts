import { connectCache } from '../../catalog/memcached/runtime/index.ts';
import { cacheSuite } from './cache-suite.ts';
import { findProgram } from './server.ts';
import { startMemcached } from './servers.ts';

cacheSuite({
  title: 'Memcached',
  program: findProgram('memcached'),
  start: startMemcached,
  scheme: 'memcached',
  connect: connectCache,
});
