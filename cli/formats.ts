/** Formats of `archwright export`. Apart from the command, which is loaded only when it runs. */
export const FORMATS = ['svg', 'png', 'mermaid', 'structurizr', 'markdown'] as const;
