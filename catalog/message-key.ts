import type { Shape } from '#model';

/**
 * Field of a message whose value keeps messages in order: the first of type `id`, which by custom names what the
 * message is about.
 */
export function keyField(payload: Shape | undefined): string | undefined {
  return Object.entries(payload ?? {}).find(([, type]) => type === 'id')?.[0];
}
