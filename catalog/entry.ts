import type { z } from 'zod';
import type { Component, Kind } from '#model';
import type { PlanContext, PlannedContainer } from './container.ts';
import type { TableModel } from './table.ts';

/**
 * Everything Archwright knows of one engine (or of one kind without engines). An entry is data and small pure
 * functions; it knows its engine and nothing of Compose or Kubernetes. One folder per entry.
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
  /** Port at which it answers; absent where nothing is deployed. */
  port?(component: C): number;
  /** Verbs that `calls` may use on it; absent where they are its operations' names. */
  verbs?: readonly string[];
  /** Second line of its card, e.g. `postgres 17 · 10Gi`. */
  subtitle(component: C): string;
  /** How it runs; `undefined` where nothing is deployed (client, external) or where the services generator builds it. */
  plan?(component: C, context: PlanContext): PlannedContainer;
  /** What generated services need to talk to it. */
  connector?: Connector<C>;
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
