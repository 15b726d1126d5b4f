import { type RefObject, useEffect } from 'react';

/** Room between notifications and the lower edge of what they lie over, in pixels. */
const ABOVE_EDGE = 12;
/** Room beside them: they are no wider than what they lie over. */
const BESIDE = 32;

/**
 * Keeps notifications over an element (the canvas), wherever panels move it: over a panel they would cover its buttons.
 * The stylesheet of notifications reads what is set here.
 */
export function useNoticePlace(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const over = element.current;
    if (!over) return;
    const { style } = document.documentElement;
    const place = () => {
      const { left, bottom, width } = over.getBoundingClientRect();
      style.setProperty('--aw-notices-centre', `${Math.round(left + width / 2)}px`);
      style.setProperty('--aw-notices-bottom', `${Math.round(window.innerHeight - bottom + ABOVE_EDGE)}px`);
      style.setProperty('--aw-notices-width', `${Math.round(width - BESIDE)}px`);
    };
    const observer = new ResizeObserver(place);
    observer.observe(over);
    window.addEventListener('resize', place);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', place);
      for (const name of ['centre', 'bottom', 'width']) style.removeProperty(`--aw-notices-${name}`);
    };
  }, [element]);
}
