import { describe } from 'vitest';
import { allBrokers } from '../../generators/services/testing/brokers.ts';
import { judgements } from './judgements.ts';
import { writeTree } from './tree.ts';

describe('what is generated for every message broker', () => {
  judgements(writeTree(allBrokers()), { nginx: ['edge'], prometheus: 'metrics' });
});
