import {
  type Ambient,
  type DeploymentCatalog,
  type EnvValue,
  environmentPrefix,
  type MetricsTarget,
  type PlanContext,
  type SecretValue,
} from '#catalog';
import type { ArchDocument } from '#model';
import type { Flow } from './flows.ts';

/** What all components of a plan share. */
export interface Surroundings {
  document: ArchDocument;
  catalog: DeploymentCatalog;
  unitOf: ReadonlyMap<string, string>;
  opened: ReadonlyMap<string, readonly Flow[]>;
  /** Protocols in which each component is spoken to. */
  entered: ReadonlyMap<string, readonly string[]>;
  /** Unit of a further container of a component. */
  companionOf(component: string, suffix: string): string;
  ambient(): Ambient;
  secret(key: string, description: string): SecretValue;
  metricsTargets(): readonly MetricsTarget[];
}

/** What the catalogue entry of one component may know. */
export function contextOf(name: string, around: Surroundings): PlanContext {
  const unit = around.unitOf.get(name) ?? name;
  const context: PlanContext = {
    name,
    unit,
    document: around.document,
    secret: around.secret,
    addressOf: (component, protocol) => addressOf(component, protocol, around),
    connections: () => connectionsOf(name, unit, around, context),
    companion: (suffix) => around.companionOf(name, suffix),
    spokenTo: () => around.entered.get(name) ?? [],
    ambient: around.ambient,
    metricsTargets: around.metricsTargets,
  };
  return context;
}

function addressOf(name: string, protocol: string | undefined, { document, catalog, unitOf }: Surroundings) {
  const component = document.components[name];
  const host = unitOf.get(name);
  if (component === undefined || host === undefined) return undefined;
  const port = catalog.entryOf(component).port?.(component, protocol);
  return port === undefined ? undefined : { host, port };
}

function connectionsOf(
  name: string,
  unit: string,
  around: Surroundings,
  context: PlanContext,
): Record<string, EnvValue> {
  const environment: Record<string, EnvValue> = {};
  for (const flow of around.opened.get(name) ?? []) {
    // Components of one unit call each other as functions.
    if (around.unitOf.get(flow.to) !== unit)
      Object.assign(environment, environmentFor(flow, around, context));
  }
  return environment;
}

function environmentFor(
  { to, protocol }: Flow,
  around: Surroundings,
  context: PlanContext,
): Record<string, EnvValue> {
  const component = around.document.components[to];
  if (component === undefined) return {};
  const variable = addressVariable(to, protocol);
  if (component.kind === 'external') {
    // A sketched API has no address yet; `.invalid` never resolves (RFC 2606), so calls fail and say why.
    return { [variable]: component.url ?? `https://${to}.invalid` };
  }
  const address = addressOf(to, protocol, around);
  if (address === undefined) return {};
  const connector = around.catalog.deploymentOf(component)?.connector;
  if (connector) return { ...connector.environment(to, component, context) };
  const scheme = protocol === 'rest' ? 'http' : protocol;
  return { [variable]: `${scheme}://${address.host}:${address.port}` };
}

/** Environment variable that holds a component's address; services that share a unit may speak to it in both protocols. */
export function addressVariable(component: string, protocol?: string): string {
  return `${environmentPrefix(component)}${protocol === 'grpc' ? '_GRPC' : ''}_URL`;
}
