/** Order of the palette; entries it does not name follow by alphabet. */
const FIRST = [
  'service',
  'job',
  'client',
  'external',
  'nginx',
  'kong',
  'aws-api-gateway',
  'postgres',
  'mysql',
  'mariadb',
  'mongodb',
  'elasticsearch',
  'redis',
  'valkey',
  'memcached',
  'rabbitmq',
  'nats',
  'kafka',
  'minio',
  'kubernetes',
  'consul',
  'eureka',
  'prometheus',
  'grafana',
  'elk',
  'opentelemetry',
];

/** Folders beside the entries that hold none. */
const OTHERS = new Set(['testing']);

/** Names of the folders that hold an entry each. */
export function entryFolders(listing: readonly { name: string; isDirectory(): boolean }[]): string[] {
  return listing.filter((item) => item.isDirectory() && !OTHERS.has(item.name)).map(({ name }) => name);
}

/**
 * Source of the catalogue's registry.
 *
 * @param folders names of the entries' folders, in any order; each exports an entry of its own name in camel case
 */
export function registrySource(folders: readonly string[]): string {
  const names = [...folders].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const imports = [...names.map((name) => `${name}/index`), 'entry'].sort().map(importLine);
  return [
    '// Written by `npm run catalog` from the folders beside it.',
    ...imports,
    '',
    '/** Every entry, in the order of the palette. */',
    `export const entries: readonly CatalogEntry[] = [${names.map(variable).join(', ')}];`,
    '',
  ].join('\n');
}

/**
 * Source of the list of deployments.
 *
 * @param folders names of the folders that hold a `deployment.ts`; each exports `NAMEDeployment`
 */
export function deploymentsSource(folders: readonly string[]): string {
  const names = [...folders].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const imports = [
    ...[...names]
      .sort()
      .map((name) => `import { ${variable(name)}Deployment } from './${name}/deployment.ts';`),
    `import type { EntryDeployment } from './entry.ts';`,
  ].sort((a, b) => (a.slice(a.indexOf("'")) < b.slice(b.indexOf("'")) ? -1 : 1));
  return [
    '// Written by `npm run catalog` from the folders beside it.',
    ...imports,
    '',
    '/** How every entry runs that is deployed, in the order of the palette. */',
    `export const deployments: readonly EntryDeployment[] = [${names.map((name) => `${variable(name)}Deployment`).join(', ')}];`,
    '',
  ].join('\n');
}

function importLine(path: string): string {
  const [name = path, index] = path.split('/');
  const what = index === undefined ? 'type { CatalogEntry }' : `{ ${variable(name)} }`;
  return `import ${what} from './${path}.ts';`;
}

function rank(name: string): number {
  const index = FIRST.indexOf(name);
  return index === -1 ? FIRST.length : index;
}

function variable(folder: string): string {
  return folder.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
