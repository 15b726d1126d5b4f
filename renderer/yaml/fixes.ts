import { applyFix } from '../panels/apply-fix.ts';
import { documentStore } from '../state/document.ts';
import { monaco } from './monaco.ts';

const APPLY = 'archwright.apply-fix';

/** Offers the fixes of problems as quick fixes in the text; each is one undoable step of the document. */
export function registerFixes(uri: monaco.Uri): void {
  monaco.editor.registerCommand(APPLY, (_accessor, code: string, start: number, index: number) => {
    const problem = documentStore
      .getState()
      .problems.find((candidate) => candidate.code === code && candidate.range.start === start);
    const fix = problem?.fixes?.[index];
    if (fix) applyFix(fix);
  });
  monaco.languages.registerCodeActionProvider('yaml', {
    provideCodeActions(model, range) {
      const actions = model.uri.toString() === uri.toString() ? actionsAt(model, range) : [];
      return { actions, dispose: () => undefined };
    },
  });
}

function actionsAt(model: monaco.editor.ITextModel, range: monaco.Range): monaco.languages.CodeAction[] {
  const start = model.getOffsetAt(range.getStartPosition());
  const end = model.getOffsetAt(range.getEndPosition());
  const near = documentStore
    .getState()
    .problems.filter((problem) => problem.range.start <= end && problem.range.end >= start);
  return near.flatMap(({ code, range: { start: offset }, fixes = [] }) =>
    fixes.map(({ title }, index) => ({
      title,
      kind: 'quickfix',
      isPreferred: index === 0,
      command: { id: APPLY, title, arguments: [code, offset, index] },
    })),
  );
}
