import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { PaintController } from './controller.ts';

/** The painted drawing, under the elements: what is seen when there are too many cards to be elements. */
export function PaintLayer() {
  const picture = useRef<HTMLCanvasElement>(null);
  const following = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const flow = useStoreApi();
  useEffect(() => {
    if (!picture.current || !following.current || !probe.current) return;
    const controller = new PaintController(picture.current, following.current, probe.current, flow);
    return () => controller.dispose();
  }, [flow]);
  return (
    <div className="aw-paint" aria-hidden="true">
      <canvas ref={picture} />
      <canvas ref={following} />
      <span ref={probe} hidden />
    </div>
  );
}
