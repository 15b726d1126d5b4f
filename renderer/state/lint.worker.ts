import { catalog } from '#catalog';
import { lint, type Parsed, parse } from '#model';
import type { LintAnswer, LintRequest } from './linter.ts';

let previous: Parsed | undefined;

addEventListener('message', ({ data }: MessageEvent<LintRequest>) => {
  previous = parse(data.text, catalog.vocabulary, previous);
  const problems = lint(previous.document, catalog.vocabulary, previous.locate);
  const answer: LintAnswer = { id: data.id, problems };
  postMessage(answer);
});
