import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClusterObject } from './cluster-objects.ts';

/** The parts of Kubernetes' API that Helm asks before it writes: which kinds there are, and single objects. */
export interface ApiStandIn {
  address: string;
  close(): void;
}

/**
 * Stands in for a cluster that serves some kinds and holds some objects.
 *
 * @param served objects whose kinds it serves
 * @param held objects that are already there
 */
export async function apiStandIn(
  served: readonly ClusterObject[],
  held: readonly ClusterObject[],
): Promise<ApiStandIn> {
  const groups = groupsOf([...served, ...held]);
  const answers = new Map<string, unknown>([
    ['/version', { major: '1', minor: '36', gitVersion: 'v1.36.0' }],
    ['/api', { kind: 'APIVersions', versions: ['v1'] }],
    ['/apis', { kind: 'APIGroupList', apiVersion: 'v1', groups: groupList([...groups.keys()]) }],
    ...[...groups].map(([version, kinds]): [string, unknown] => [
      pathOf(version),
      { kind: 'APIResourceList', groupVersion: version, resources: [...kinds].map(resource) },
    ]),
    ...held.map((object): [string, unknown] => [
      `${pathOf(object.apiVersion)}/namespaces/${object.metadata.namespace}/${pluralOf(object.kind)}/${object.metadata.name}`,
      object,
    ]),
  ]);
  const server = createServer((request, response) => {
    const answer = answers.get((request.url ?? '').replace(/\?.*$/, ''));
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(answer ?? { kind: 'Status', status: 'Failure', reason: 'NotFound', code: 404 }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Kinds by version. */
function groupsOf(objects: readonly ClusterObject[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { apiVersion, kind } of objects)
    groups.set(apiVersion, (groups.get(apiVersion) ?? new Set()).add(kind));
  return groups;
}

function groupList(versions: readonly string[]) {
  return versions
    .filter((version) => version.includes('/'))
    .map((groupVersion) => {
      const [name = '', version = ''] = groupVersion.split('/');
      return { name, versions: [{ groupVersion, version }], preferredVersion: { groupVersion, version } };
    });
}

function pathOf(version: string): string {
  return version.includes('/') ? `/apis/${version}` : `/api/${version}`;
}

function pluralOf(kind: string): string {
  return kind.toLowerCase().replace(/s$/, 'se').replace(/y$/, 'ie').concat('s');
}

function resource(kind: string) {
  const verbs = ['get', 'list', 'create', 'patch'];
  return { name: pluralOf(kind), singularName: kind.toLowerCase(), namespaced: true, kind, verbs };
}
