import type { z } from 'zod';
import type { Component, Kind, LintRule } from '#model';
import type { Ambient, PlanContext, PlannedContainer } from './container.ts';
import type { TableModel } from './table.ts';

/**
 * What Archwright knows of one engine (or of one kind without engines) to draw and to check it. An entry is data and
 * small pure functions; it knows its engine and nothing of Compose or Kubernetes. One folder per entry. How the engine
 * runs stands in its `EntryDeployment`, which only the generators load.
 */
export interface CatalogEntry<C extends Component = Component> {
  kind: Kind;
  /** Absent for kinds without engines: service, client, external. */
  engine?: string;
  /** Proper name, e.g. `PostgreSQL`. */
  title: string;
  /** What it is for, in one sentence: shown in the palette. */
  summary: string;
  /** Other words people look for, e.g. `sql`, `rdbms`. */
  keywords: readonly string[];
  icon: Icon;
  /** Fields of its own, beside those of its kind: validation, form, JSON Schema and documentation alike. */
  fields: Readonly<Record<string, z.ZodType>>;
  /** What the palette writes into the document for a new one, beside kind and engine. */
  initial: Readonly<Record<string, unknown>>;
  /** Name a new component is given (numbered where it is taken), e.g. `postgres`. */
  baseName: string;
  /** Protocols it accepts, the default first; empty if nothing may call it. */
  accepts: readonly string[];
  /** Protocols it can start a call in; `any`: whatever is accepted by some entry. */
  speaks: readonly string[] | 'any';
  /** Port at which it answers in one of the protocols that it accepts; absent where nothing is deployed. */
  port?(component: C, protocol?: string): number;
  /** Verbs that `calls` may use on it; absent where they are its operations' names. */
  verbs?: readonly string[];
  /** Release lines that exist, newest first: the tag's part that `version` names, e.g. `17` or `1.29`. */
  versions?: readonly string[];
  /** Rules of its own: what goes wrong with this engine in particular. Ids begin with the engine's name. */
  rules?: readonly LintRule[];
  /** Second line of its card, e.g. `postgres 17 · 10Gi`. */
  subtitle(component: C): string;
}

/** How an engine runs, and how generated services use it. Entries without one are never deployed: client, external. */
export interface EntryDeployment<C extends Component = Component> {
  entry: CatalogEntry<C>;
  /** How it runs; absent where it is there already: the cluster's own name service. */
  plan?(component: C, context: PlanContext): PlannedContainer;
  /** Further containers that it consists of, deployed as units `NAME-SUFFIX`. */
  companions?(component: C, context: PlanContext): readonly Companion[];
  /** What generated services need to talk to it. */
  connector?: Connector<C>;
  /** It is planned after everything that answers with metrics, since it has to know all of that. */
  readsMetrics?: boolean;
  /** What every generated service of the layout uses without a line being drawn: discovery, traces, logs. */
  ambient?(component: C, context: PlanContext): Ambient;
}

/** A container beside the first, e.g. Kibana beside Elasticsearch. */
export interface Companion {
  /** Becomes the unit's and host's name after the component's own: `kibana` of `logs` is `logs-kibana`. */
  suffix: string;
  container: PlannedContainer;
}

/** One-colour mark, drawn in a square. */
export interface Icon {
  /** SVG path data. */
  path: string;
  /** Side of the square that the path is drawn in. */
  size: number;
  /** `fill` for brand marks, `stroke` for outlined ones. */
  paint: 'fill' | 'stroke';
  /** Where the drawing is from, e.g. `Simple Icons (CC0-1.0): postgresql`. */
  source: string;
}

/** What generated TypeScript services need to talk to an engine. */
export interface Connector<C extends Component = Component> {
  /** npm packages with their version ranges. */
  dependencies: Readonly<Record<string, string>>;
  /** Type packages and the like. */
  devDependencies?: Readonly<Record<string, string>>;
  /**
   * Runtime files, copied verbatim into the generated runtime package: file name to text (made from the entry's
   * `runtime/` folder by `npm run embed`).
   */
  runtime: Readonly<Record<string, string>>;
  /** Variable that holds the address of a registry: one for all services, whatever the registry is called. */
  addressVariable?: string;
  /** Environment variables by which a service finds `component`, called `name`. */
  environment(
    name: string,
    component: C,
    context: PlanContext,
  ): Readonly<Record<string, import('./container.ts').EnvValue>>;
  /**
   * Files that make a database's tables, for engines that want them: file name to text. Run in the order of their
   * names when a service starts.
   */
  migrations?(tables: readonly TableModel[]): Readonly<Record<string, string>>;
}
