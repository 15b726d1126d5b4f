import { catalog, type Icon } from '#catalog';
import { type Component, type GraphEdge, isBroker, type Kind } from '#model';
import type { ProblemCount } from '../../state/problems.ts';

/** What a card says. */
export interface CardView {
  kind: Kind;
  icon: Icon;
  subtitle: string;
  /** Replicas at rest and at the highest load; absent for what is never replicated. */
  replicas: { min: number; max: number } | undefined;
  problems: ProblemCount | undefined;
  /** All of it in words, for screen readers. */
  label: string;
}

/** What a card says of a component. */
export function cardViewOf(
  name: string,
  component: Component,
  incident: readonly GraphEdge[],
  problems: ProblemCount | undefined,
): CardView {
  const entry = catalog.entryOf(component);
  const replicas = replicasOf(component);
  return {
    kind: component.kind,
    icon: entry.icon,
    subtitle: entry.subtitle(component),
    replicas,
    problems,
    label: labelOf(name, component, replicas, incident, problems),
  };
}

/** Replicas that a component runs in. */
export function replicasOf(component: Component): CardView['replicas'] {
  const scale = 'scale' in component ? component.scale : undefined;
  if (!scale) return undefined;
  const min = scale.min ?? 1;
  return { min, max: Math.max(min, scale.max ?? min) };
}

function labelOf(
  name: string,
  component: Component,
  replicas: CardView['replicas'],
  incident: readonly GraphEdge[],
  problems: ProblemCount | undefined,
): string {
  const engine = component.engine === undefined ? '' : ` on ${component.engine}`;
  const calls = namesOf(incident, (edge) => edge.from === name && edge.synchronous, 'to');
  const sends = namesOf(incident, (edge) => edge.from === name && !edge.synchronous, 'to');
  return [
    name,
    `${component.kind}${engine}`,
    replicas && replicas.max > 1 && replicasInWords(replicas),
    calls && `calls ${calls}`,
    sends && `${isBroker(component) ? 'delivers to' : 'publishes to'} ${sends}`,
    problems && `${problems.count} ${problems.count === 1 ? 'problem' : 'problems'}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const replicasInWords = ({ min, max }: { min: number; max: number }) =>
  min === max ? `${min} replicas` : `${min} to ${max} replicas`;

function namesOf(
  edges: readonly GraphEdge[],
  which: (edge: GraphEdge) => boolean,
  end: 'from' | 'to',
): string {
  const names = [...new Set(edges.filter(which).map((edge) => edge[end]))];
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
