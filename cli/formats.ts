/** Formats of `archwright export`. Apart from the command, which is loaded only when it runs. */
export const FORMATS = ['svg', 'mermaid'] as const;
