import '@xyflow/react/dist/base.css';
import './styles/index.css';
import { useReactFlow } from '@xyflow/react';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { FlowView } from './FlowView.tsx';
import { useCanvasKeys } from './input/use-canvas-keys.ts';
import { useClipboardEvents } from './input/use-clipboard-events.ts';
import { useQuickAddOnDoubleClick } from './input/use-double-click.ts';
import { usePaletteDrop } from './input/use-palette-drop.ts';
import { useRecalledLayout } from './layout/use-recalled-layout.ts';
import { ConnectHint } from './overlays/ConnectHint.tsx';
import { EmptyCanvas } from './overlays/EmptyCanvas.tsx';
import { KeyboardConnect } from './overlays/KeyboardConnect.tsx';
import { MiniMap } from './overlays/MiniMap.tsx';
import { ZoomBar } from './overlays/ZoomBar.tsx';
import { Popovers } from './popovers/Popovers.tsx';
import { canvasStore } from './state.ts';
import { useNameScale } from './view/use-drawn-area.ts';
import { useKeptInView } from './view/use-kept-in-view.ts';
import { attachViewport } from './view/viewport.ts';

/** The frame of the canvas: takes keys, drops and the clipboard, and carries what floats above the drawing. */
export function CanvasFrame() {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const level = useStore(canvasStore, (state) => state.level);
  const painted = useStore(canvasStore, (state) => state.painted);
  const gliding = useStore(canvasStore, (state) => state.gliding);
  const connecting = useStore(canvasStore, (state) => state.connecting !== null);
  const nameScale = useNameScale();
  const keys = useCanvasKeys();
  const drop = usePaletteDrop();
  const doubleClick = useQuickAddOnDoubleClick();
  useClipboardEvents(frame);
  useEffect(() => (frame.current ? attachViewport(flow, frame.current) : undefined), [flow]);
  useKeptInView(frame);
  useRecalledLayout();
  return (
    <div
      ref={frame}
      className="aw-canvas"
      data-keys="canvas"
      data-level={level}
      data-painted={painted || undefined}
      data-gliding={gliding || undefined}
      data-connecting={connecting || undefined}
      style={{ '--aw-name-scale': nameScale } as CSSProperties}
      {...keys}
      {...drop}
      {...doubleClick}
    >
      <FlowView />
      <EmptyCanvas />
      <ConnectHint />
      <KeyboardConnect />
      <ZoomBar />
      <MiniMap />
      <Popovers />
      <Announcer />
    </div>
  );
}

function Announcer() {
  const announcement = useStore(canvasStore, (state) => state.announcement);
  return (
    <div className="aw-sr-only" aria-live="polite">
      {announcement}
    </div>
  );
}
