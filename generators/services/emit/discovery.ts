import { byText } from '../../text/names.ts';
import type { System } from '../system/system.ts';
import { objectLiteral, quote } from '../text/code.ts';
import type { App, RegistryUse } from './app.ts';

/** Name of the variable in a program that knows where the others are. */
const DISCOVERY = 'discovery';

const known = new WeakMap<System, readonly string[]>();

/** Components of the document that services register with by code, in whatever layout. Every unit asks: found once. */
export function registriesOf(system: System): readonly string[] {
  const found =
    known.get(system) ??
    Object.entries(system.document.components)
      .filter(
        ([, component]) =>
          component.kind === 'discovery' && system.catalog.deploymentOf(component)?.connector,
      )
      .map(([name]) => name);
  known.set(system, found);
  return found;
}

/** The registry of a layout: the first by name that runs in it. The cluster's own names need no code. */
export function registryIn(running: ReadonlySet<string>, system: System): RegistryUse | undefined {
  const [name] = registriesOf(system)
    .filter((one) => running.has(one))
    .toSorted(byText);
  const component = name === undefined ? undefined : system.document.components[name];
  if (name === undefined || component === undefined) return undefined;
  const { entry, connector } = system.catalog.deploymentOf(component) ?? {};
  const variable = connector?.addressVariable;
  return entry?.engine === undefined || variable === undefined
    ? undefined
    : { name, engine: entry.engine, variable };
}

/** Import of what registers. */
export function discoveryImport(app: App, system: System): string[] {
  const { registry } = app;
  return registry === undefined || discoveryStatement(app, system).length === 0
    ? []
    : [`import { connectDiscovery } from ${quote(`${system.scope}/runtime/${registry.engine}`)};`];
}

/** Statement that makes a unit known, and lets it look others up. */
export function discoveryStatement(app: App, system: System): string[] {
  const { registry, services, remote } = app;
  const isService = (name: string) => system.document.components[name]?.kind === 'service';
  // Nobody calls a job: it only looks others up.
  const own = services.map(({ name }) => name).filter(isService);
  const called = remote.filter(isService);
  if (registry === undefined || own.length + called.length === 0) return [];
  const ports = [
    { key: 'http', code: 'config.port' },
    ...(app.grpc.size === 0 ? [] : [{ key: 'grpc', code: 'config.grpcPort' }]),
  ];
  const options = objectLiteral(
    [
      { key: 'url', code: `config.urls.${registry.variable}` },
      { key: 'services', code: listCode(own) },
      { key: 'lookUp', code: listCode(called) },
      { key: 'ports', code: objectLiteral(ports) },
      { key: 'health', code: 'unit.health' },
      { key: 'onError', code: `unit.reporter(${quote(registry.name)})` },
    ],
    40,
  ).replaceAll('\n', '\n  ');
  const declaration = called.length > 0 ? `const ${DISCOVERY} = ` : '';
  return [`  ${declaration}unit.join(connectDiscovery(${options}));`];
}

/** Option of a client by which it finds the replicas of a service; nothing for others' APIs. */
export function resolverOption(target: string, registry: RegistryUse | undefined, system: System) {
  const isService = system.document.components[target]?.kind === 'service';
  return registry !== undefined && isService ? [{ key: 'resolver', code: DISCOVERY }] : [];
}

function listCode(names: readonly string[]): string {
  return `[${names.map(quote).join(', ')}]`;
}
