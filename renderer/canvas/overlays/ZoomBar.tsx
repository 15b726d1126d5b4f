import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useStore } from '@xyflow/react';
import { fitAll, zoomBy, zoomTo } from '../view/viewport.ts';

const STEP = 1.25;

/** Zoom: out, in, to 100 % and to fit. */
export function ZoomBar() {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="aw-zoom nopan" role="group" aria-label="Zoom">
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => zoomBy(1 / STEP)}>
        <IconMinus size={16} stroke={1.6} />
      </button>
      <button
        type="button"
        className="aw-zoom-level"
        aria-label={`Zoom is ${percent} %, set to 100 %`}
        title="Zoom to 100 %"
        onClick={() => zoomTo(1)}
      >
        {percent} %
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => zoomBy(STEP)}>
        <IconPlus size={16} stroke={1.6} />
      </button>
      <button type="button" aria-label="Zoom to fit" title="Zoom to fit" onClick={() => fitAll()}>
        <IconFocusCentered size={16} stroke={1.6} />
      </button>
    </div>
  );
}
