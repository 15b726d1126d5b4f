import { useStore as useFlowStore } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { containsRect, grown, type Rect } from '../geometry/rect.ts';
import { paintOverview } from '../paint/overview.ts';
import { paletteOf } from '../paint/palette.ts';
import { canvasStore } from '../state.ts';
import { useColourChanges } from '../view/use-colour-changes.ts';
import { centreOn, currentZoom } from '../view/viewport.ts';

const SIZE = { width: 168, height: 112 };
/** Pixels of canvas below which the map would cover what it is meant to show. */
const ROOM = { width: 560, height: 320 };

/** The whole drawing in small, and the part that is seen; hidden while everything is seen, or where it would leave little to see. */
export function MiniMap() {
  const scene = useStore(canvasStore, (state) => state.scene);
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const colours = useColourChanges();
  const all = scene.bounds && grown(scene.bounds, 80);
  const seen = useFlowStore(
    ({ transform: [x, y, zoom], width, height }): Rect => ({
      x: -x / zoom,
      y: -y / zoom,
      width: width / zoom,
      height: height / zoom,
    }),
    (a, b) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height,
  );
  const room = useFlowStore(({ width, height }) => width >= ROOM.width && height >= ROOM.height);
  const needed = room && all !== undefined && !containsRect(seen, scene.bounds ?? all);
  // biome-ignore lint/correctness/useExhaustiveDependencies: painted again when the colours change
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && probe.current && needed && all)
      paintOverview(context, scene, paletteOf(probe.current), all, devicePixelRatio);
  }, [scene, colours, needed]);
  if (!needed || !all) return null;

  const scale = Math.min(SIZE.width / all.width, SIZE.height / all.height);
  const offset = { x: (SIZE.width - all.width * scale) / 2, y: (SIZE.height - all.height * scale) / 2 };
  const goTo = ({ currentTarget, clientX, clientY, buttons }: PointerEvent<HTMLDivElement>) => {
    if (buttons === 0) return;
    const box = currentTarget.getBoundingClientRect();
    centreOn(
      { x: (clientX - box.x - offset.x) / scale + all.x, y: (clientY - box.y - offset.y) / scale + all.y },
      currentZoom(),
      false,
    );
  };
  return (
    <div
      className="aw-minimap nopan"
      aria-hidden="true"
      style={SIZE}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      <canvas
        ref={canvas}
        style={SIZE}
        width={SIZE.width * devicePixelRatio}
        height={SIZE.height * devicePixelRatio}
      />
      <span ref={probe} hidden />
      <div className="aw-minimap-view" style={viewStyle(seen, all, scale, offset)} />
    </div>
  );
}

function viewStyle(seen: Rect, all: Rect, scale: number, offset: { x: number; y: number }) {
  return {
    transform: `translate(${(seen.x - all.x) * scale + offset.x}px, ${(seen.y - all.y) * scale + offset.y}px)`,
    width: seen.width * scale,
    height: seen.height * scale,
  };
}
