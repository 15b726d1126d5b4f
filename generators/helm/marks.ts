import { toYaml } from '#catalog';

/**
 * Places in an object where a chart looks a value up. They are texts until the object is YAML, and then become template
 * actions. Nobody can forge one: what people write is escaped before it gets into an object, so that no `{{` is followed by
 * `mark`.
 */
const START = "'{{mark ";
const END = "}}'";
/** The line that a mark stands in: indentation and hyphens, the key, and what kind of mark with which expression. */
const LINE = /^( *)((?:- )*)(?:([^\s:'"]+): )?'\{\{mark (value|block|line|end) ([^'\n]*)$/;

/** An object of Kubernetes with marks in it. */
export interface TemplateObject {
  apiVersion?: string;
  kind?: string;
  metadata?: object;
  [member: string]: unknown;
}

/** An object, and the condition, if any, under which the chart has it. */
export interface Template {
  /** Of the template language, e.g. `if $unit.autoscaling.enabled`. */
  condition?: string;
  object: TemplateObject;
}

/** A value that a template expression gives, on one line. It must hold no single quote. */
export function value(expression: string): string {
  return `{{mark value ${expression}}}`;
}

/** A member's value that a template expression gives as lines of YAML. */
export function block(expression: string): string {
  return `{{mark block ${expression}}}`;
}

/** Members that are there only if a condition holds: `if ...`, or `with ...`, which makes `.` what it asks for. */
export function section(condition: string, members: Record<string, unknown>): Record<string, unknown> {
  return { [line(condition)]: 0, ...members, [end(condition)]: 0 };
}

/** The same for members of a list. */
export function sectionOfList(condition: string, ...members: unknown[]): unknown[] {
  return [line(condition), ...members, end(condition)];
}

/** The condition stands in both, because the members of a map have different keys. */
function line(condition: string): string {
  return `{{mark line ${condition}}}`;
}
function end(condition: string): string {
  return `{{mark end ${condition}}}`;
}

/** An object with its marks, as part of a template file. */
export function templateText(object: unknown): string {
  const text = toYaml(object);
  let result = '';
  let from = 0;
  for (let mark = text.indexOf(START); mark !== -1; mark = text.indexOf(START, from)) {
    const line = text.lastIndexOf('\n', mark) + 1;
    const end = text.indexOf(END, mark);
    result += text.slice(from, line) + action(text.slice(line, end));
    // A mark that is a key has a member of no meaning.
    from = text.indexOf('\n', end);
  }
  return result + text.slice(from);
}

/** A line of a mark as the template has it. */
function action(line: string): string {
  const [, indent = '', dashes = '', key, what, expression] = LINE.exec(line) ?? [];
  const start = `${indent}${dashes}${key === undefined ? '' : `${key}: `}`;
  switch (what) {
    case 'value':
      return `${start}{{ ${expression} }}`;
    case 'block':
      return `${start}{{- ${expression} | nindent ${indent.length + dashes.length + 2} }}`;
    case 'line':
      return `${indent}{{- ${expression} }}`;
    default:
      return `${indent}{{- end }}`;
  }
}
