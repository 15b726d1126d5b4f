import { describe } from 'vitest';
import { allDatabases } from '../../generators/services/testing/databases.ts';
import { judgements } from './judgements.ts';
import { writeTree } from './tree.ts';

describe('what is generated for every database engine', () => {
  judgements(writeTree(allDatabases()), { nginx: ['edge'], prometheus: 'metrics' });
});
