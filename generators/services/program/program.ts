import { type CachedCalls, type LeafCall, type ParsedCall, parseDuration } from '#model';
import type { Operation } from '../system/operations.ts';
import { fieldsOf } from '../system/shapes.ts';
import { indent, literal, objectLiteral, quote } from '../text/code.ts';
import { type Helpers, property, UNKNOWN_VALUE, valueOr } from './arguments.ts';
import type { Facts, Observer } from './facts.ts';
import { leafOf } from './leaf.ts';
import { NOTHING, type Result, Scope } from './scope.ts';
import type { Leaf, Writing } from './writing.ts';

/** The body of an operation's function. */
export interface Program {
  lines: string[];
  helpers: Helpers;
  usesInput: boolean;
  usesPorts: boolean;
  /** Fields of the output that may be unknown. */
  nullableOutputs: ReadonlySet<string>;
}

/** A statement; its text is made last, when it is known which variables are read. */
type Statement = () => string;

/**
 * Writes an operation's calls as code: each call gives its result a name, and takes what it needs from what is at hand
 * (see `Scope`).
 */
export function programOf(operation: Operation, facts: Facts, observer: Observer = {}): Program {
  const helpers: Helpers = new Set();
  const scope = new Scope();
  const input = scope.bind('input');
  scope.add(input, { kind: 'one', fields: fieldsOf(operation.input) });
  const outputFields =
    operation.output === undefined || Array.isArray(operation.output) ? [] : Object.keys(operation.output);
  const writing: Writing = { facts, observer, helpers, operation: operation.name, outputFields };
  const statements = operation.calls.flatMap((call) => statementsOf(call, scope, writing));
  const output = outputOf(operation, scope, helpers);
  const lines = [
    ...workOf(operation, helpers),
    ...statements.map((statement) => statement()),
    ...output.lines,
  ];
  return {
    lines,
    helpers,
    usesInput: input.name !== undefined,
    usesPorts: statements.length > 0,
    nullableOutputs: output.nullable,
  };
}

/** The CPU time that the operation declares: the first thing that real code takes the place of. */
function workOf({ work }: Operation, helpers: Helpers): string[] {
  if (work === undefined) return [];
  helpers.add('work');
  if (typeof work === 'string') return [`await work(${milliseconds(work)});`];
  const { mean, distribution, cv } = work;
  return [`await work(${literal({ meanMs: milliseconds(mean), distribution, cv })});`];
}

function milliseconds(duration: string): number {
  return Number(parseDuration(duration).toFixed(6));
}

function statementsOf(call: ParsedCall, scope: Scope, writing: Writing): Statement[] {
  switch (call.type) {
    case 'call':
      return leafStatements(call, scope, writing);
    case 'chance': {
      const inner = statementsOf(call.call, scope.inner(), writing);
      return inner.length === 0 ? [] : [conditional(call.probability, inner, writing)];
    }
    case 'cached':
      return cachedStatements(call, scope, writing);
    case 'all':
      return parallelStatements(call.calls, scope, writing);
  }
}

function leafStatements(call: LeafCall, scope: Scope, writing: Writing): Statement[] {
  if (call.probability < 1)
    return statementsOf(
      { type: 'chance', probability: call.probability, call: { ...call, probability: 1 } },
      scope,
      writing,
    );
  const leaf = leafOf(call, scope, writing);
  return leaf === undefined ? [] : [assignment(repeated(leaf, call.repeat, writing), scope)];
}

function repeated(leaf: Leaf, times: number, { helpers }: Writing): Leaf {
  if (times === 1) return leaf;
  helpers.add('repeat');
  return { ...leaf, code: `repeat(${times}, () => ${leaf.code})` };
}

/** `const NAME = await CODE;`, without the name where nothing reads it. */
function assignment({ code, result, name }: Leaf, scope: Scope): Statement {
  if (result.kind === 'nothing') return () => `await ${code};`;
  const binding = scope.bind(name);
  scope.add(binding, result);
  return () => (binding.name !== undefined ? `const ${binding.name} = await ${code};` : `await ${code};`);
}

function conditional(probability: number, inner: readonly Statement[], { helpers }: Writing): Statement {
  helpers.add('chance');
  return () =>
    `if (chance(${Number(probability.toFixed(6))})) {\n${indent(inner.map((statement) => statement()).join('\n'))}\n}`;
}

function cachedStatements(call: CachedCalls, scope: Scope, writing: Writing): Statement[] {
  const { facts, observer, helpers } = writing;
  const port = facts.system.names.get(call.cache);
  if (port === undefined) return statementsOf({ type: 'all', calls: call.calls }, scope, writing);
  const inner = scope.inner();
  const before = call.calls.slice(0, -1).flatMap((one) => statementsOf(one, inner, writing));
  const last = call.calls.at(-1);
  const leaf = last?.type === 'call' ? leafOf(last, inner, writing) : undefined;
  if (leaf === undefined || leaf.result.kind === 'nothing')
    return call.calls.flatMap((one) => statementsOf(one, scope, writing));
  const namespace = writing.operation;
  observer.kept?.({
    cache: call.cache,
    namespace,
    kind: leaf.result.kind,
    fields: leaf.result.fields,
    loaded: true,
  });
  const key = valueOr(call.key, scope, helpers, quote('all'));
  const keyText =
    key.type === undefined || ['id', 'string', 'timestamp'].includes(String(key.type))
      ? key.code
      : `String(${key.code})`;
  const options = objectLiteral(
    call.ttl === undefined ? [] : [{ key: 'ttlMs', code: String(parseDuration(call.ttl)) }],
  );
  const load = () =>
    before.length === 0
      ? `() =>\n  ${indent(leaf.code).trimStart()},\n`
      : `async () => {\n${indent([...before.map((statement) => statement()), `return ${leaf.code};`].join('\n'))}\n}`;
  const code = () => `ports.${port.id}.through(${quote(namespace)}, ${keyText}, ${options}, ${load()})`;
  const binding = scope.bind(leaf.name);
  scope.add(binding, leaf.result);
  return [
    () => (binding.name !== undefined ? `const ${binding.name} = await ${code()};` : `await ${code()};`),
  ];
}

function parallelStatements(calls: readonly ParsedCall[], scope: Scope, writing: Writing): Statement[] {
  // Each branch sees what was at hand before, not what the others find.
  const branches = calls.flatMap((call) => branchOf(call, scope.inner(), writing));
  const bound = branches.map(({ code, result, name }) => {
    const binding = scope.bind(name);
    return { code, result, binding };
  });
  for (const { binding, result } of bound) scope.add(binding, result);
  if (bound.length === 0) return [];
  return [
    () => {
      const all = `await Promise.all([\n${bound.map(({ code }) => indent(`${code()},`)).join('\n')}\n]);`;
      const names = bound.map(({ binding }) => binding.name ?? '');
      while (names.at(-1) === '') names.pop();
      return names.length === 0 ? all : `const [${names.join(', ')}] = ${all}`;
    },
  ];
}

function branchOf(
  call: ParsedCall,
  scope: Scope,
  writing: Writing,
): { code: () => string; result: Result; name: string }[] {
  if (call.type === 'call' && call.probability === 1) {
    const leaf = leafOf(call, scope, writing);
    if (leaf === undefined) return [];
    const { code, result, name } = repeated(leaf, call.repeat, writing);
    return [{ code: () => code, result, name }];
  }
  const statements = statementsOf(call, scope, writing);
  if (statements.length === 0) return [];
  const code = () => `(async () => {\n${indent(statements.map((statement) => statement()).join('\n'))}\n})()`;
  return [{ code, result: NOTHING, name: 'branch' }];
}

function outputOf(
  { output }: Operation,
  scope: Scope,
  helpers: Helpers,
): { lines: string[]; nullable: Set<string> } {
  const nullable = new Set<string>();
  if (output === undefined) return { lines: [], nullable };
  if (!Array.isArray(output)) {
    const properties = [...fieldsOf(output)].map(([name, field]) => {
      const unknown = scope.find(name, field.type)?.nullable === true;
      if (unknown) nullable.add(name);
      return property(name, { ...field, nullable: unknown }, scope, helpers);
    });
    return { lines: [`return ${objectLiteral(properties)};`], nullable };
  }
  const list = scope.list();
  if (list === undefined) return { lines: [`return []; // ${UNKNOWN_VALUE}`], nullable };
  const each = scope.bind(list.each);
  const item = new Scope();
  item.add(each, { kind: 'one', fields: list.fields });
  const properties = [...fieldsOf(output[0])].map(([name, field]) => {
    const unknown = item.find(name, field.type)?.nullable === true;
    if (unknown) nullable.add(name);
    return property(name, { ...field, nullable: unknown }, item, helpers);
  });
  const parameter = each.name ?? '';
  return {
    lines: [`return ${list.read()}.map((${parameter}) => (${objectLiteral(properties)}));`],
    nullable,
  };
}
