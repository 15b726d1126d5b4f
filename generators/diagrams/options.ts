export interface DiagramOptions {
  /** Colours of the SVG; light where it is absent. */
  theme?: 'light' | 'dark';
}
