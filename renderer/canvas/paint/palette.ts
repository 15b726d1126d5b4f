import { KINDS, type Kind } from '#model';

/** Colours of the painted drawing, as the style sheet has them now. */
export interface Palette {
  canvas: string;
  surface: string;
  border: string;
  line: string;
  text: string;
  accent: string;
  error: string;
  warning: string;
  kinds: Record<Kind, string>;
}

/**
 * Reads the colours that style sheet and theme give.
 *
 * @param probe an element in the canvas, to try colours on
 */
export function paletteOf(probe: HTMLElement): Palette {
  const colour = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, colour(`--aw-kind-${kind}`)]));
  return {
    canvas: colour('--aw-canvas'),
    surface: colour('--aw-surface'),
    border: colour('--aw-border-control'),
    line: colour('--aw-line'),
    text: colour('--aw-text'),
    accent: colour('--aw-accent'),
    error: colour('--aw-error'),
    warning: colour('--aw-warning'),
    // Made from the list of kinds just above.
    kinds: kinds as Record<Kind, string>,
  };
}
