import { ReactFlowProvider } from '@xyflow/react';
import { CanvasFrame } from './CanvasFrame.tsx';

/** The canvas: draws the open document, and edits it. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasFrame />
    </ReactFlowProvider>
  );
}
