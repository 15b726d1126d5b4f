import type * as Monaco from 'monaco-editor/editor/editor.api.js';
import type { Problem, Severity } from '#model';

// Values of monaco.MarkerSeverity, which exists only once Monaco is loaded.
const SEVERITY: Record<Severity, Monaco.MarkerSeverity> = { error: 8, warning: 4, info: 2 };

/** A problem as the editor underlines it. */
export function markerOf({
  code,
  severity,
  message,
  expected,
  hint,
  range,
}: Problem): Monaco.editor.IMarkerData {
  return {
    code,
    source: 'archwright',
    severity: SEVERITY[severity],
    message: [message, expected && `Expected ${expected}.`, hint].filter(Boolean).join('\n'),
    startLineNumber: range.line,
    startColumn: range.column,
    endLineNumber: range.endLine,
    // An empty range would not be seen.
    endColumn: range.start === range.end ? range.endColumn + 1 : range.endColumn,
  };
}
