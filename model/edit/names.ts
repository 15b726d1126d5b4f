import { dnsLabel } from '../schema/quantity.ts';
import { childOf, rootOf } from '../source/locate.ts';
import type { Source } from '../source/source.ts';
import { Refusal } from './draft.ts';
import { checkKey } from './put.ts';

const label = dnsLabel();

/** Refuses a name that no component can have, or that one has. */
export function checkNewName(source: Source, name: string): void {
  checkKey(name);
  if (!label.safeParse(name).success) {
    throw new Refusal(
      'edit/name',
      `"${name.slice(0, 80)}" is no DNS label: lower-case letters, digits and hyphens, starting with a letter, at most 63 characters`,
    );
  }
  if (hasComponent(source, name))
    throw new Refusal('edit/name-taken', `there is already a component "${name}"`);
}

/** Refuses a name that no component has. */
export function checkOldName(source: Source, name: string): void {
  if (!hasComponent(source, name))
    throw new Refusal('edit/unknown-component', `there is no component "${name}"`);
}

function hasComponent(source: Source, name: string): boolean {
  const root = rootOf(source);
  const components = root === undefined ? undefined : childOf(root, 'components');
  return components !== undefined && childOf(components, name) !== undefined;
}
