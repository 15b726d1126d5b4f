import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  type NodeTypes,
  ReactFlow,
  ViewportPortal,
} from '@xyflow/react';
import { useStore } from 'zustand';
import { EdgeLayer } from './edges/EdgeLayer.tsx';
import { GroupLayer } from './groups/GroupLayer.tsx';
import { useConnecting } from './input/use-connecting.ts';
import { useDragging } from './input/use-dragging.ts';
import { useHover } from './input/use-hover.ts';
import { useSelecting } from './input/use-selecting.ts';
import { ComponentCard } from './nodes/ComponentCard.tsx';
import { useCardNodes } from './nodes/use-card-nodes.ts';
import { ConnectionLine } from './overlays/ConnectionLine.tsx';
import { Ghosts } from './overlays/Ghosts.tsx';
import { Guides } from './overlays/Guides.tsx';
import { PaintLayer } from './paint/PaintLayer.tsx';
import { canvasStore } from './state.ts';
import { useMounted } from './view/use-mounted.ts';
import { MAX_ZOOM, MIN_ZOOM } from './view/viewport.ts';

const NODE_TYPES: NodeTypes = { component: ComponentCard };
/** Buttons that pan: the middle one; with Space the left one too. */
const PAN_BUTTONS = [1];
const never = () => false;

const HELP =
  'Tab walks along the connections, arrow keys move what is selected, C connects, F2 renames, Enter opens the inspector, Escape leaves.';

/** React Flow, given only what is near the visible part; edges, regions and the painting are layers of our own in it. */
export function FlowView() {
  const { names, painted, area } = useMounted();
  const nodes = useCardNodes(names);
  const level = useStore(canvasStore, (state) => state.level);
  useHover(painted);
  return (
    <ReactFlow
      className="aw-flow"
      aria-label="Drawing of the system"
      aria-description={HELP}
      tabIndex={0}
      nodes={nodes}
      nodeTypes={NODE_TYPES}
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      panOnScroll
      panOnDrag={PAN_BUTTONS}
      selectionOnDrag
      selectionKeyCode={null}
      multiSelectionKeyCode="Shift"
      deleteKeyCode={null}
      zoomOnDoubleClick={false}
      disableKeyboardA11y
      nodesFocusable={false}
      edgesFocusable={false}
      elevateNodesOnSelect={false}
      connectionMode={ConnectionMode.Loose}
      connectionRadius={0}
      connectOnClick={false}
      isValidConnection={never}
      connectionLineComponent={ConnectionLine}
      nodeDragThreshold={2}
      attributionPosition="bottom-center"
      {...useSelecting()}
      {...useDragging()}
      {...useConnecting()}
    >
      {level === 'full' && (
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--aw-canvas-dot)" />
      )}
      <PaintLayer />
      <ViewportPortal>
        {!painted && (
          <>
            <GroupLayer area={area} />
            <EdgeLayer area={area} />
          </>
        )}
        <Ghosts />
        <Guides />
      </ViewportPortal>
    </ReactFlow>
  );
}
