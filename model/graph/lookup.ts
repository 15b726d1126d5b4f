import type { ArchDocument, Component } from '../schema/document.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';

/**
 * A component by its name. Use this instead of indexing: names come from people, and `document.components['toString']`
 * is something else than a component.
 *
 * @returns `undefined` where no component has the name
 */
export function componentOf(document: Pick<ArchDocument, 'components'>, name: string): Component | undefined {
  return Object.hasOwn(document.components, name) ? document.components[name] : undefined;
}

/** The engine that runs a component: the one it names, or its kind's first. `undefined` for kinds without engines. */
export function engineOf(component: Component, vocabulary: Vocabulary): string | undefined {
  return component.engine ?? vocabulary.enginesOf(component.kind)[0];
}

/** Protocols that a component accepts, the default first. */
export function protocolsInto(component: Component, vocabulary: Vocabulary): readonly string[] {
  return vocabulary.protocolsInto(component.kind, engineOf(component, vocabulary));
}

/** Protocols that a component can start a call in. */
export function protocolsOutOf(component: Component, vocabulary: Vocabulary): readonly string[] {
  return vocabulary.protocolsOutOf(component.kind, engineOf(component, vocabulary));
}
