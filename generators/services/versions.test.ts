import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deployments } from '../../catalog/deployments.ts';
import { DEPENDENCIES, DEV_DEPENDENCIES, GRPC_DEPENDENCIES, JOB_DEPENDENCIES } from './versions.ts';

const ROOT = join(import.meta.dirname, '../..');
const installed = (name: string) =>
  (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;

it('asks for the very versions that the runtime is tested with', () => {
  const connectors = deployments.flatMap(({ connector }) => connector ?? []);
  const wanted = Object.assign(
    {},
    DEPENDENCIES,
    DEV_DEPENDENCIES,
    GRPC_DEPENDENCIES,
    JOB_DEPENDENCIES,
    ...connectors.flatMap((one) => [one.dependencies, one.devDependencies ?? {}]),
  );
  expect(wanted).toEqual(Object.fromEntries(Object.keys(wanted).map((name) => [name, installed(name)])));
});
