import { memo, type PointerEvent, useRef } from 'react';
import { select } from '../../state/selection.ts';
import { beginDrag, dragTo, endDrag } from '../actions/drag.ts';
import type { Group } from '../scene/groups.ts';
import { announce } from '../state.ts';
import { currentZoom } from '../view/viewport.ts';

/** Pixels of the screen that the pointer may tremble before it is a drag. */
const TREMBLE = 3;

interface Pull {
  x: number;
  y: number;
  dragging: boolean;
}

/** The region of one context. Its title tab selects the members; dragging it moves them. */
export const GroupRegion = memo(function GroupRegion({ group }: { group: Group }) {
  const { context, members, rect } = group;
  const pull = useRef<Pull>(null);
  const chooseMembers = () => {
    select({ components: members });
    announce(`Selected the ${members.length} components of ${context}`);
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pull.current = { x: event.clientX, y: event.clientY, dragging: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    const start = pull.current;
    if (!start) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    if (!start.dragging) {
      if (Math.hypot(dx, dy) < TREMBLE) return;
      start.dragging = true;
      beginDrag({ names: members, lead: members[0] ?? '', copying: event.altKey });
    }
    const zoom = currentZoom();
    dragTo({ x: dx / zoom, y: dy / zoom }, { free: event.ctrlKey || event.metaKey });
  };
  const onPointerUp = () => {
    if (pull.current?.dragging) endDrag();
    pull.current = null;
  };
  return (
    <div
      className="aw-group"
      data-context={context}
      style={{ transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.width, height: rect.height }}
    >
      <button
        type="button"
        tabIndex={-1}
        className="aw-group-tab nopan"
        aria-label={`Context ${context}, ${members.length} components`}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onClick={chooseMembers}
      >
        {context}
      </button>
    </div>
  );
});
