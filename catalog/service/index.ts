import type { ServiceComponent } from '#model';
import type { CatalogEntry } from '../entry.ts';
import { icon } from './icon.ts';
import { portOf } from './port.ts';
import { grpcWithoutContract } from './rules.ts';

/** A program of one's own: generated from its operations, or existing software. */
export const service: CatalogEntry<ServiceComponent> = {
  kind: 'service',
  title: 'Service',
  summary:
    'A program with operations: generated in TypeScript, or existing software from an image or a folder.',
  keywords: ['microservice', 'api', 'backend', 'worker', 'module', 'container'],
  icon,
  fields: {},
  initial: {},
  baseName: 'service',
  accepts: ['rest', 'grpc'],
  speaks: 'any',
  port: portOf,
  rules: [grpcWithoutContract],
  subtitle,
};

function subtitle(component: ServiceComponent): string {
  const { min = 1, max } = component.scale ?? {};
  // A card is narrow, and its pips show the replicas too: the bare numbers are enough.
  const replicas = max !== undefined && max > min ? `${min}-${max}` : min > 1 ? `x${min}` : '';
  return [what(component), replicas].filter(Boolean).join(' · ');
}

function what({ image, build, operations }: ServiceComponent): string {
  if (image !== undefined) return image;
  if (build !== undefined) return `built from ${build}`;
  const count = Object.keys(operations ?? {}).length;
  return count === 0 ? 'service' : count === 1 ? '1 operation' : `${count} operations`;
}
