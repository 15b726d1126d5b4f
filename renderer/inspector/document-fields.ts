import { documentFrame } from '#model';
import { fieldsOf } from './form/field.ts';

/** Fields of the system as a whole: its name and what it is for. */
export const documentFrameFields = fieldsOf(documentFrame).filter(
  ({ path }) => path[0] === 'name' || path[0] === 'description',
);
