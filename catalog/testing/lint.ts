import { lint, type Problem, parse } from '#model';
import { catalog } from '../index.ts';

/**
 * What the rules of engines find in a document, as `code: message`.
 *
 * @param components YAML below `components:`, indented by two
 * @param rest further sections
 */
export function findings(components: string, engine: string, rest = ''): string[] {
  const parsed = parse(`archwright: 1\nname: s\ncomponents:\n${components}\n${rest}`, catalog.vocabulary);
  const errors = parsed.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const told = (problem: Problem) => `${problem.code.replace('lint/', '')}: ${problem.message}`;
  return lint(parsed.document, catalog.vocabulary, parsed.locate)
    .filter(({ code }) => code.startsWith(`lint/${engine}-`))
    .map(told);
}
