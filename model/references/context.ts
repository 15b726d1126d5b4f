import { componentOf } from '../graph/lookup.ts';
import type { Fix, Path } from '../problem.ts';
import type { ArchDocument, Component } from '../schema/document.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { Finding } from '../source/finding.ts';
import { hintFor, suggest } from '../words/suggest.ts';
import { inWords } from '../words/words.ts';

/** What a reference check looks at, and where it reports. */
export interface ReferenceContext {
  readonly document: ArchDocument;
  readonly vocabulary: Vocabulary;
  /** Names of all components that the text has, also of those that could not be read. */
  readonly names: ReadonlySet<string>;
  report(finding: Finding): void;
  /** A component by name; the name is remembered as one that the result depends on. */
  find(name: string): Component | undefined;
}

/**
 * Looks up a component that something refers to, and reports it if nothing has the name.
 *
 * @param context the check
 * @param name the name that is referred to
 * @param path where it is referred to
 * @param replace what the value at `path` would be with another name; for the fix
 */
export function mustExist(
  context: ReferenceContext,
  name: string,
  path: Path,
  replace: (name: string) => string = (other) => other,
  at: 'key' | 'value' = 'value',
): Component | undefined {
  const component = context.find(name);
  if (component !== undefined) return component;
  // A component that is there but cannot be read has its own problems.
  if (context.names.has(name)) return undefined;
  const meant = suggest(name, context.names);
  context.report({
    code: 'reference/unknown-component',
    severity: 'error',
    path,
    at,
    message: `there is no component ${inWords(name)}`,
    ...hint(hintFor(name, [...context.names], 'component')),
    ...(meant === undefined ? {} : { fixes: [changeTo(path, replace(meant), at)] }),
  });
  return undefined;
}

/** Reports a name that is none of those that are possible. */
export function mustBeOneOf(
  context: ReferenceContext,
  name: string,
  options: readonly string[],
  what: {
    code: string;
    kind: string;
    message: string;
    path: Path;
    at?: 'key' | 'value';
    replace: (name: string) => string;
  },
): void {
  if (options.includes(name)) return;
  const { code, kind, message, path, at = 'value', replace } = what;
  const meant = suggest(name, options);
  const fixes = meant === undefined ? {} : { fixes: [changeTo(path, replace(meant), at)] };
  context.report({
    code,
    severity: 'error',
    path,
    at,
    message,
    ...hint(hintFor(name, options, kind)),
    ...fixes,
  });
}

/** A fix that writes another value, or another key, at a path. */
export function changeTo(path: Path, to: string, at: 'key' | 'value' = 'value'): Fix {
  return {
    title: `Change to "${to}"`,
    edits: [at === 'key' ? { type: 'rename-key', path, to } : { type: 'set', path, value: to }],
  };
}

/** A fix that removes what stands at a path. */
export function removeAt(path: Path, title: string): Fix {
  return { title, edits: [{ type: 'set', path, value: undefined }] };
}

function hint(text: string | undefined): { hint?: string } {
  return text === undefined ? {} : { hint: text };
}

/** Keys of a map that may be absent. */
export function keysOf(map: object | null | undefined): readonly string[] {
  return map === undefined || map === null ? [] : Object.keys(map);
}

/** @param names from the text @returns a context that collects what is reported */
export function referenceContext(
  document: ArchDocument,
  vocabulary: Vocabulary,
  names: ReadonlySet<string>,
): ReferenceContext & { findings: Finding[]; used: Set<string> } {
  const findings: Finding[] = [];
  const used = new Set<string>();
  return {
    document,
    vocabulary,
    names,
    findings,
    used,
    report: (finding) => findings.push(finding),
    find: (name) => {
      used.add(name);
      return componentOf(document, name);
    },
  };
}
