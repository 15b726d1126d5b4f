import { catalog } from '#catalog';
import { type LintRule, lintRules } from '#model';

const rules = new Map([...lintRules, ...catalog.vocabulary.rules].map((rule) => [rule.id, rule]));

/** The rule that a problem comes from, if it comes from one: explanation and source. */
export function ruleOf(code: string): LintRule | undefined {
  return rules.get(code) ?? rules.get(code.replace(/^lint\//, ''));
}
