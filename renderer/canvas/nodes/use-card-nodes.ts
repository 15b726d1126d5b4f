import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Component, GraphEdge, Position } from '#model';
import { documentStore } from '../../state/document.ts';
import { type ProblemCount, problemsByComponent } from '../../state/problems.ts';
import { selectionStore } from '../../state/selection.ts';
import { connectable } from '../actions/connect.ts';
import { type Journey, journeyThrough } from '../scene/journey.ts';
import type { Scene } from '../scene/scene.ts';
import { type CanvasState, type Connecting, canvasStore } from '../state.ts';
import { type CardView, cardViewOf } from './card-view.ts';
import { type CardState, type ComponentNode, componentNode } from './component-node.ts';

const NO_EDGES: readonly GraphEdge[] = [];

/** A node and what it was made of: made again only when one of these changes. */
interface Made {
  node: ComponentNode;
  component: Component;
  incident: readonly GraphEdge[];
  problems: ProblemCount | undefined;
  view: CardView;
}

/** What all cards have to know; everything else is a card's own. */
interface Surroundings {
  scene: Scene;
  live: CanvasState['live'];
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, ProblemCount>;
  stateOf(name: string): CardState;
  renaming: string | null;
  reachable: string | undefined;
}

/**
 * React Flow's nodes of some components. Nodes that do not change keep their identity, so that React Flow draws only
 * those that do.
 */
export function useCardNodes(names: readonly string[]): ComponentNode[] {
  const scene = useStore(canvasStore, (state) => state.scene);
  const live = useStore(canvasStore, (state) => state.live);
  const renaming = useStore(canvasStore, (state) => state.renaming);
  const connecting = useStore(canvasStore, (state) => state.connecting);
  const hoveredEdge = useStore(canvasStore, (state) => state.hoveredEdge);
  const problemList = useStore(documentStore, (state) => state.problems);
  const selected = useStore(selectionStore, (state) => state.components);
  const problems = useMemo(() => problemsByComponent(problemList), [problemList]);
  const journey = useMemo(
    () => (hoveredEdge && scene.edgeById.has(hoveredEdge) ? journeyThrough(scene, hoveredEdge) : undefined),
    [scene, hoveredEdge],
  );
  const from = connecting?.from;
  const legal = useMemo(
    () =>
      from === undefined
        ? undefined
        : new Set(names.filter((name) => scene.rects.has(name) && connectable(from, name).ok)),
    [names, scene, from],
  );
  const reachable = names.find((name) => selected.has(name)) ?? names[0];
  const cache = useRef(new Map<string, Made>());
  return useMemo(() => {
    const stateOf = (name: string) => cardState(name, connecting, legal, journey);
    const around = { scene, live, selected, problems, stateOf, renaming, reachable };
    const next = new Map<string, Made>();
    for (const name of names) {
      const made = madeNode(name, around, cache.current.get(name));
      if (made) next.set(name, made);
    }
    cache.current = next;
    return [...next.values()].map(({ node }) => node);
  }, [names, scene, live, selected, problems, connecting, legal, journey, renaming, reachable]);
}

function cardState(
  name: string,
  connecting: Connecting | null,
  legal: ReadonlySet<string> | undefined,
  journey: Journey | undefined,
): CardState {
  if (connecting && legal) {
    if (name === connecting.from) return 'plain';
    if (name === connecting.target) return legal.has(name) ? 'aimed' : 'refused';
    return legal.has(name) ? 'target' : 'dim';
  }
  if (journey) return journey.components.has(name) ? 'lit' : 'dim';
  return 'plain';
}

function madeNode(name: string, around: Surroundings, old: Made | undefined): Made | undefined {
  const { scene, live, selected } = around;
  const component = Object.hasOwn(scene.document.components, name)
    ? scene.document.components[name]
    : undefined;
  const position: Position | undefined = live?.moved.get(name) ?? scene.rects.get(name);
  if (!component || !position) return undefined;
  const incident = scene.incident.get(name) ?? NO_EDGES;
  const problems = around.problems.get(name);
  const sameView =
    old?.component === component &&
    old.incident === incident &&
    old.problems?.count === problems?.count &&
    old.problems?.severity === problems?.severity;
  const view = sameView && old ? old.view : cardViewOf(name, component, incident, problems);
  const data = {
    view,
    state: around.stateOf(name),
    reachable: around.reachable === name,
    renaming: around.renaming === name,
  };
  const isSelected = selected.has(name);
  const kept = old && sameNode(old.node, position, isSelected, data) ? old.node : undefined;
  const node = kept ?? componentNode(name, { x: position.x, y: position.y }, isSelected, data);
  return { node, component, incident, problems, view };
}

function sameNode(
  node: ComponentNode,
  { x, y }: Position,
  selected: boolean,
  data: ComponentNode['data'],
): boolean {
  return (
    node.position.x === x &&
    node.position.y === y &&
    node.selected === selected &&
    node.data.view === data.view &&
    node.data.state === data.state &&
    node.data.reachable === data.reachable &&
    node.data.renaming === data.renaming
  );
}
