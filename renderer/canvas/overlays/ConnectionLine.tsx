import { type ConnectionLineComponentProps, Position } from '@xyflow/react';
import { useStore } from 'zustand';
import { connectable } from '../actions/connect.ts';
import { curveBetween } from '../geometry/curve.ts';
import { geometryOf } from '../geometry/route.ts';
import type { Side } from '../geometry/sides.ts';
import { canvasStore } from '../state.ts';

const SIDE: Record<Position, Side> = {
  [Position.Left]: 'left',
  [Position.Right]: 'right',
  [Position.Top]: 'top',
  [Position.Bottom]: 'bottom',
};

/** The line that follows the pointer while a connection is drawn. */
export function ConnectionLine({ fromX, fromY, toX, toY, fromPosition }: ConnectionLineComponentProps) {
  const connecting = useStore(canvasStore, (state) => state.connecting);
  const refused = connecting?.target != null && !connectable(connecting.from, connecting.target).ok;
  const from = SIDE[fromPosition];
  const away: Side =
    from === 'left' || from === 'right' ? (toX < fromX ? 'right' : 'left') : toY < fromY ? 'bottom' : 'top';
  const { path } = geometryOf(curveBetween({ x: fromX, y: fromY }, { x: toX, y: toY }, [from, away]));
  return (
    <g className="aw-connecting" data-refused={refused || undefined}>
      <path d={path} />
      <circle cx={toX} cy={toY} r={4} />
    </g>
  );
}
