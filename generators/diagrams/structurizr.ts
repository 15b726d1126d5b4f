import type { DeploymentCatalog } from '#catalog';
import { type ArchDocument, type Component, edgesOf, type GraphEdge, type Kind } from '#model';
import { layoutsOf } from '../plan/layouts.ts';
import type { PlanUnit } from '../plan/plan.ts';
import { planOf } from '../plan/plan-of.ts';
import { byText, freeName, sortedEntries } from '../text/names.ts';
import { edgeLabel } from './edge-label.ts';
import { printStatements, type Statement } from './structurizr-text.ts';
import { THEMES } from './themes.ts';

const SYSTEM = 'system';
const ASYNCHRONOUS = 'Asynchronous';

/** How kinds are drawn where a box would not say it. */
const SHAPES: Readonly<Partial<Record<Kind, string>>> = {
  client: 'Person',
  gateway: 'Hexagon',
  database: 'Cylinder',
  cache: 'Cylinder',
  storage: 'Folder',
  queue: 'Pipe',
  stream: 'Pipe',
  external: 'RoundedBox',
};

/** A workspace in the Structurizr DSL: C4 model, views of context and containers, and one of the deployment for each layout. */
export function structurizr(document: ArchDocument, catalog: DeploymentCatalog): string {
  const components = sortedEntries(document.components);
  const edges = edgesOf(document, catalog.vocabulary).toSorted((a, b) => byText(a.id, b.id));
  const system = freeName(document.name, new Set(outside(components).map(([name]) => name)));
  const model: Statement[] = [
    ...outside(components).map(([name, component]) => outsider(name, component)),
    {
      words: [SYSTEM, '=', 'softwareSystem', text(system), text(document.description)],
      children: containers(components, catalog),
    },
    ...edges.map(relationship),
    ...layoutsOf(document).map((layout) => environment(layout, document, catalog)),
  ];
  const views: Statement[] = [
    view('systemContext', [SYSTEM, text('context')]),
    view('container', [SYSTEM, text('containers')]),
    ...layoutsOf(document).map((layout) =>
      view('deployment', [SYSTEM, text(layout), text(`deployment-${layout}`)]),
    ),
    { words: ['styles'], children: styles(components) },
  ];
  return printStatements([
    {
      words: ['workspace', text(document.name), text(document.description)],
      children: [
        { words: ['model'], children: model },
        { words: ['views'], children: views },
      ],
    },
  ]);
}

const text = (value: string | undefined) => ({ text: value ?? '' });
/** Labels have hyphens, but no underscores: names stay apart. */
const idOf = (name: string) => `c_${name.replaceAll('-', '_')}`;

type Named = readonly [string, Component];
const isOutside = ({ kind }: Component) => kind === 'client' || kind === 'external';
const outside = (components: readonly Named[]) => components.filter(([, component]) => isOutside(component));

function outsider(name: string, { kind, description }: Component): Statement {
  const type = kind === 'client' ? 'person' : 'softwareSystem';
  return { words: [idOf(name), '=', type, text(name), text(description), text(kind)] };
}

/** Components of a bounded context stand in a group. */
function containers(components: readonly Named[], catalog: DeploymentCatalog): Statement[] {
  const inside = components.filter(([, component]) => !isOutside(component));
  const contexts = [...new Set(inside.flatMap(([, { context }]) => context ?? []))].sort(byText);
  const of = (wanted: string | undefined) =>
    inside
      .filter(([, { context }]) => context === wanted)
      .map(([name, component]) => ({
        words: [
          idOf(name),
          '=',
          'container',
          text(name),
          text(component.description),
          text(catalog.entryOf(component).title),
          text(component.kind),
        ],
      }));
  return [
    ...of(undefined),
    ...contexts.map((context) => ({ words: ['group', text(context)], children: of(context) })),
  ];
}

function relationship(edge: GraphEdge): Statement {
  const tags = edge.synchronous ? [] : [text(ASYNCHRONOUS)];
  return {
    words: [idOf(edge.from), '->', idOf(edge.to), text(edgeLabel(edge)), text(edge.protocol), ...tags],
  };
}

/** What a layout deploys: a node for each unit, with what runs in it. */
function environment(layout: string, document: ArchDocument, catalog: DeploymentCatalog): Statement {
  const placed = new Set<string>();
  const nodes = planOf(document, layout, catalog)
    .units.toSorted((a, b) => byText(a.name, b.name))
    .map((unit) => node(unit, placed));
  return { words: ['deploymentEnvironment', text(layout)], children: nodes };
}

/** A further container of an engine has its component's name, but the component runs in the first. */
function node({ name, components, container, engine, kind }: PlanUnit, placed: Set<string>): Statement {
  const { min, max } = container.replicas;
  const replicas = max > min ? `${min}..${max}` : String(min);
  const image = 'reference' in container.image ? container.image.reference : 'built from source';
  const mine = [...components].sort(byText).filter((component) => !placed.has(component));
  for (const component of mine) placed.add(component);
  return {
    words: ['deploymentNode', text(name), text(image), text(engine ?? kind), text(''), text(replicas)],
    children: mine.map((component) => ({ words: ['containerInstance', idOf(component)] })),
  };
}

function view(type: string, words: Statement['words']): Statement {
  return {
    words: [type, ...words],
    children: [{ words: ['include', '*'] }, { words: ['autolayout', 'lr'] }],
  };
}

function styles(components: readonly Named[]): Statement[] {
  const kinds = [...new Set(components.map(([, { kind }]) => kind))].sort(byText);
  return [
    ...kinds.map((kind) => ({
      words: ['element', text(kind)],
      children: [
        { words: ['shape', SHAPES[kind] ?? 'RoundedBox'] },
        { words: ['background', THEMES.light.kinds[kind]] },
        { words: ['color', '#ffffff'] },
      ],
    })),
    { words: ['relationship', text(ASYNCHRONOUS)], children: [{ words: ['style', 'dashed'] }] },
  ];
}
