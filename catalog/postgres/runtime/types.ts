import { types as standard } from 'pg';

const { INT8, TIMESTAMPTZ } = standard.builtins;

/** How columns become values of JSON: 64-bit integers numbers, instants ISO 8601 texts. */
export const types: typeof standard = {
  ...standard,
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number;
    if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    return standard.getTypeParser(oid, format as 'text');
  }) as typeof standard.getTypeParser,
};
