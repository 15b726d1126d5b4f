import { type OnConnectEnd, type OnConnectStart, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { connect } from '../actions/connect.ts';
import { openQuickAdd } from '../actions/quick-add.ts';
import { notify } from '../notify.ts';
import { announce, canvasStore } from '../state.ts';
import { drawingPoint } from '../view/viewport.ts';

const onConnectStart: OnConnectStart = (_, { nodeId }) => {
  if (nodeId !== null) canvasStore.setState({ connecting: { from: nodeId, by: 'pointer', target: null } });
};

const onConnectEnd: OnConnectEnd = (event) => {
  const { connecting } = canvasStore.getState();
  canvasStore.setState({ connecting: null });
  if (connecting?.by !== 'pointer' || connecting.target === connecting.from) return;
  if (connecting.target === null) {
    const point = 'clientX' in event ? event : event.changedTouches[0];
    if (point) openQuickAdd(drawingPoint(point.clientX, point.clientY), connecting.from);
    return;
  }
  const refusal = connect(connecting.from, connecting.target);
  if (refusal === undefined) return;
  notify({ message: `Not connected: ${refusal}.` });
  announce(`Not connected: ${refusal}`);
};

const HANDLERS = { onConnectStart, onConnectEnd };

/** Drawing connections: from a handle onto a card anywhere, or onto empty canvas for a new component. */
export function useConnecting() {
  const flow = useStoreApi();
  useEffect(
    () =>
      flow.subscribe(({ connection, transform: [x, y, zoom] }) => {
        const { connecting, scene } = canvasStore.getState();
        if (!connection.inProgress || connecting?.by !== 'pointer') return;
        const { pointer } = connection;
        const target = scene.index.at({ x: (pointer.x - x) / zoom, y: (pointer.y - y) / zoom }) ?? null;
        if (target !== connecting.target) canvasStore.setState({ connecting: { ...connecting, target } });
      }),
    [flow],
  );
  return HANDLERS;
}
