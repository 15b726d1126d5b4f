import type { z } from 'zod';
import type { Path } from '../problem.ts';

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  element?: z.ZodType;
  options?: readonly z.ZodType[];
  getter?: () => z.ZodType;
  in?: z.ZodType;
}

/**
 * Keys that a schema allows at a path.
 *
 * @param schema where the path starts
 * @param path keys and indices below it
 * @returns the keys of the object that stands there, in the schema's order; empty where keys are free
 */
export function keysOfSchema(schema: z.ZodType, path: Path): readonly string[] {
  const [step, ...rest] = path;
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return definition.innerType === undefined ? [] : keysOfSchema(definition.innerType, path);
    case 'lazy':
      return definition.getter === undefined ? [] : keysOfSchema(definition.getter(), path);
    case 'pipe':
      return definition.in === undefined ? [] : keysOfSchema(definition.in, path);
    case 'union':
      return [...new Set((definition.options ?? []).flatMap((option) => keysOfSchema(option, path)))];
    case 'object': {
      const shape = definition.shape ?? {};
      if (step === undefined) return Object.keys(shape);
      const field = Object.hasOwn(shape, step) ? shape[step] : undefined;
      return field === undefined ? [] : keysOfSchema(field, rest);
    }
    case 'record':
      return step === undefined || definition.valueType === undefined
        ? []
        : keysOfSchema(definition.valueType, rest);
    case 'array':
      return step === undefined || definition.element === undefined
        ? []
        : keysOfSchema(definition.element, rest);
    default:
      return [];
  }
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}
