import { componentOf } from '../graph/lookup.ts';
import { type ArchDocument, type Component, MAX_COMPONENTS } from '../schema/document.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { Finding } from '../source/finding.ts';
import { checkComponentReferences } from './components.ts';
import { referenceContext } from './context.ts';
import { checkCanvas, checkConnections, checkLayouts } from './document.ts';
import { endlessCalls } from './endless.ts';

/** Where the parts of a document stand in its text, as far as the document does not say it. */
export interface Origin {
  /** Names of all components in the text, also of those that could not be read. */
  names: ReadonlySet<string>;
  /** Index in the text of each connection of the document. */
  connections: readonly number[];
}

/**
 * Checks that everything a document refers to exists.
 *
 * @param document a document whose shape is valid, as far as it could be read
 * @param vocabulary the engines that exist
 * @param origin where its parts stand in the text
 * @returns what refers to nothing, or to the wrong thing
 */
export function checkReferences(document: ArchDocument, vocabulary: Vocabulary, origin: Origin): Finding[] {
  const context = referenceContext(document, vocabulary, origin.names);
  const findings = Object.entries(document.components).flatMap(([name, component]) =>
    checkOne(document, vocabulary, origin, name, component),
  );
  if (origin.names.size > MAX_COMPONENTS) {
    findings.push({
      code: 'schema/too-many',
      severity: 'error',
      path: ['components'],
      at: 'key',
      message: `a document has at most ${MAX_COMPONENTS} components, not ${origin.names.size}`,
    });
  }
  checkConnections(context, origin.connections);
  checkLayouts(context);
  checkCanvas(context);
  return [...findings, ...context.findings, ...endlessCalls(document)];
}

/** That a component refers to nothing wrong holds as long as it and all that it refers to stay the same objects. */
interface Sound {
  vocabulary: Vocabulary;
  name: string;
  uses: readonly (readonly [string, Component | undefined])[];
}

const sound = new WeakMap<Component, Sound>();
const NONE: Finding[] = [];

function checkOne(
  document: ArchDocument,
  vocabulary: Vocabulary,
  origin: Origin,
  name: string,
  component: Component,
): Finding[] {
  const known = sound.get(component);
  if (
    known?.vocabulary === vocabulary &&
    known.name === name &&
    known.uses.every(([used, as]) => componentOf(document, used) === as)
  )
    return NONE;
  const context = referenceContext(document, vocabulary, origin.names);
  checkComponentReferences(context, component, ['components', name]);
  if (context.findings.length === 0)
    sound.set(component, {
      vocabulary,
      name,
      uses: [...context.used].map((used) => [used, componentOf(document, used)]),
    });
  return context.findings;
}
