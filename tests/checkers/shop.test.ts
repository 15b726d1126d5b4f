import { describe } from 'vitest';
import { judgements } from './judgements.ts';
import { writeShop } from './tree.ts';

describe.each(['microservices', 'monolith'])('what is generated from the shop (%s)', (layout) => {
  judgements(writeShop(layout), { nginx: ['edge'], prometheus: 'metrics' });
});
