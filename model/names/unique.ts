import type { ArchDocument } from '../schema/document.ts';
import { MAX_LABEL } from '../schema/quantity.ts';

/**
 * A name that no component has yet.
 *
 * @param document the document that the name is for
 * @param base the wanted name; anything that is no DNS label is made one
 * @returns `base`, or `base-2`, `base-3` ... where it is taken
 */
export function uniqueName(document: Pick<ArchDocument, 'components'>, base: string): string {
  const label = toLabel(base);
  if (!Object.hasOwn(document.components, label)) return label;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const name = label.slice(0, MAX_LABEL - suffix.length).replace(/-+$/, '') + suffix;
    if (!Object.hasOwn(document.components, name)) return name;
  }
}

/** @param text any text @returns the nearest DNS label; `component` where nothing of the text is left */
export function toLabel(text: string): string {
  const label = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, MAX_LABEL)
    .replace(/-+$/, '');
  return label === '' || label === 'constructor' || label === 'prototype' ? 'component' : label;
}

/** Text of a new, empty document. @param name name of the system, a DNS label */
export function emptyDocumentText(name: string): string {
  return `archwright: 1\nname: ${name}\ncomponents: {}\n`;
}
