import { Handle, type NodeProps, Position } from '@xyflow/react';
import { type CSSProperties, memo, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { canvasStore } from '../state.ts';
import type { CardView } from './card-view.ts';
import type { ComponentNode } from './component-node.ts';
import { EntryIcon } from './EntryIcon.tsx';
import { RenameField } from './RenameField.tsx';

const SIDES = [
  [Position.Left, 'left'],
  [Position.Right, 'right'],
  [Position.Top, 'top'],
  [Position.Bottom, 'bottom'],
] as const;

/** Most replicas that are drawn as pips; more are written. */
const MOST_PIPS = 3;

/**
 * The card of a component. It is drawn again only when something that it shows has changed. Its name for screen readers
 * is text in it: an `aria-label` would have to repeat what the eye sees.
 */
export const ComponentCard = memo(function ComponentCard({
  id,
  data,
  selected,
  dragging,
}: NodeProps<ComponentNode>) {
  const { view, state, reachable, renaming } = data;
  const card = useFocusOnRequest(id);
  const semantics = renaming
    ? {}
    : {
        role: 'button',
        'aria-pressed': selected,
        'aria-roledescription': 'component',
      };
  return (
    <div
      ref={card}
      {...semantics}
      className="aw-card"
      data-component={id}
      data-kind={view.kind}
      data-state={state}
      data-selected={selected || undefined}
      data-dragging={dragging || undefined}
      data-stacked={(view.replicas && view.replicas.max > 1) || undefined}
      tabIndex={reachable ? 0 : -1}
    >
      {!renaming && <span className="aw-sr-only">{view.label}</span>}
      <span className="aw-card-tile">
        <EntryIcon icon={view.icon} size={16} />
      </span>
      <span className="aw-card-text" aria-hidden={!renaming}>
        {renaming ? (
          <RenameField name={id} />
        ) : (
          <span className="aw-card-name" style={{ '--aw-longest-word': longestWord(id) } as CSSProperties}>
            {id}
          </span>
        )}
        <span className="aw-card-subtitle" title={view.subtitle}>
          {view.subtitle}
        </span>
      </span>
      <CardStatus view={view} />
      {SIDES.map(([position, side]) => (
        <Handle
          key={side}
          id={side}
          type="source"
          position={position}
          className="aw-handle"
          aria-hidden="true"
        />
      ))}
    </div>
  );
});

/** Letters of the longest word of a name, with the hyphen that ends it: what cannot be parted between lines. */
const longestWord = (name: string) => Math.max(...name.split('-').map((word) => word.length + 1));

function CardStatus({ view: { problems, replicas } }: { view: CardView }) {
  return (
    <span className="aw-card-status" aria-hidden="true">
      {problems && (
        <span
          className="aw-card-problems"
          data-severity={problems.severity}
          title={`${problems.count} in Problems`}
        >
          {problems.count}
        </span>
      )}
      {replicas && replicas.max > 1 && <Replicas {...replicas} />}
    </span>
  );
}

function Replicas({ min, max }: { min: number; max: number }) {
  const title = min === max ? `${min} replicas` : `${min} to ${max} replicas`;
  if (min > MOST_PIPS) return <span className="aw-card-count" title={title}>{`x${min}`}</span>;
  return (
    <span className="aw-card-pips" title={title}>
      {Array.from({ length: Math.min(max, MOST_PIPS) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pips have no identity but their place
        <span key={index} className="aw-card-pip" data-running={index < min || undefined} />
      ))}
    </span>
  );
}

/** Takes the keyboard focus when the canvas asks for it. */
function useFocusOnRequest(name: string) {
  const card = useRef<HTMLDivElement>(null);
  const asked = useStore(canvasStore, (state) => state.focus === name);
  useEffect(() => {
    if (!asked) return;
    card.current?.focus({ preventScroll: true });
    canvasStore.setState({ focus: null });
  }, [asked]);
  return card;
}
