import { bake } from './bake/index.ts';
import { compose } from './compose/index.ts';
import { discovery } from './discovery/index.ts';
import { docs } from './docs/index.ts';
import { gateways } from './gateways/index.ts';
import { helm } from './helm/index.ts';
import { kubernetes } from './kubernetes/index.ts';
import { loadtest } from './loadtest/index.ts';
import { monitoring } from './monitoring/index.ts';
import { pipelines } from './pipelines/index.ts';
import { services } from './services/index.ts';
import type { Target } from './target.ts';

/** Everything that can be generated, in the order in which it is offered. */
export const targets: Target[] = [
  compose,
  kubernetes,
  services,
  gateways,
  discovery,
  monitoring,
  bake,
  pipelines,
  loadtest,
  helm,
  docs,
];
