import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { GraphEdge } from '#model';
import { select, toggleEdge } from '../../state/selection.ts';
import { pointAlong } from '../geometry/chips.ts';
import type { EdgeGeometry } from '../geometry/route.ts';
import { canvasStore } from '../state.ts';
import { chipText, edgeInWords } from './edge-words.ts';
import type { EdgeLook } from './use-edge-looks.ts';

interface EdgeProps {
  edge: GraphEdge;
  geometry: EdgeGeometry;
  look: EdgeLook;
}

const ARROW = 'M0 0L-8.5 -4L-7 0L-8.5 4Z';

const choose = (id: string) => (event: MouseEvent | KeyboardEvent) => {
  event.stopPropagation();
  if (event.shiftKey) toggleEdge(id);
  else select({ edges: [id] });
};
const hover = (id: string) => () => canvasStore.setState({ hoveredEdge: id });
const unhover = (id: string) => () => {
  if (canvasStore.getState().hoveredEdge === id) canvasStore.setState({ hoveredEdge: null });
};

/** The line of an edge with its arrow. Calls are solid, messages dashed. */
export const EdgePath = memo(function EdgePath({
  edge,
  geometry,
  look,
  fromKind,
}: EdgeProps & { fromKind: string | undefined }) {
  const { id, from, to } = edge;
  const words = edgeInWords(edge, fromKind);
  const choosing = choose(id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      className="aw-edge"
      role="button"
      tabIndex={-1}
      aria-label={words}
      aria-pressed={look === 'selected'}
      data-edge={id}
      data-from={from}
      data-to={to}
      data-look={look}
      data-message={edge.synchronous ? undefined : true}
      onClick={choosing}
      onKeyDown={(event) => event.key === ' ' && choosing(event)}
      onMouseEnter={hover(id)}
      onMouseLeave={unhover(id)}
    >
      <path className="aw-edge-hit" d={geometry.path} />
      <path className="aw-edge-line" d={geometry.path} />
      <path
        className="aw-edge-arrow"
        d={ARROW}
        transform={`translate(${geometry.tip.x} ${geometry.tip.y}) rotate(${(geometry.angle * 180) / Math.PI})`}
      />
    </g>
  );
});

/** What flows along an edge, in a word. */
export const EdgeChip = memo(function EdgeChip({
  edge,
  geometry,
  look,
  share,
}: EdgeProps & { share: number }) {
  const { x, y } = pointAlong(geometry.route, share);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the line itself is the control; its chip only enlarges it
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      className="aw-chip"
      data-look={look}
      data-message={edge.synchronous ? undefined : true}
      style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
      title={edge.topics.length > 1 ? edge.topics.join(', ') : undefined}
      onClick={choose(edge.id)}
      onMouseEnter={hover(edge.id)}
      onMouseLeave={unhover(edge.id)}
    >
      {chipText(edge)}
    </div>
  );
});
