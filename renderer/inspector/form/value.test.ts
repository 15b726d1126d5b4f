import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { componentSchema, cpu, duration, parse } from '#model';
import { fieldsOf } from './field.ts';
import { problemsAt, rawAt, refusalOf, valueFrom, withUnits } from './value.ts';

const meta = { title: 'T', description: 'D' };

describe('rawAt', () => {
  it('reads what stands in the text, valid or not', () => {
    const parsed = parse(
      'archwright: 1\nname: shop\ncomponents:\n  a: { kind: service, port: nonsense }\n',
      catalog.vocabulary,
    );
    expect(rawAt(parsed, ['components', 'a', 'port'])).toBe('nonsense');
    expect(rawAt(parsed, ['components', 'b', 'port'])).toBeUndefined();
    expect(problemsAt(parsed.problems, ['components', 'a', 'port'])).toHaveLength(1);
    expect(problemsAt(parsed.problems, ['components', 'b'])).toHaveLength(0);
  });
});

describe('valueFrom', () => {
  const [port] = fieldsOf(componentSchema('service', undefined, catalog.vocabulary)).filter(
    ({ title }) => title === 'Port',
  );

  it('writes numbers as numbers where nothing is lost by it', () => {
    expect(valueFrom(' 8081 ', 'integer', port?.schema ?? cpu(meta))).toBe(8081);
    expect(valueFrom('2', 'cpu', cpu(meta))).toBe(2);
    expect(valueFrom('250m', 'cpu', cpu(meta))).toBe('250m');
    expect(valueFrom('17.10', 'text', cpu(meta))).toBe('17.10');
    expect(valueFrom('', 'text', cpu(meta))).toBeUndefined();
  });
});

describe('refusalOf', () => {
  it('says what was expected', () => {
    expect(refusalOf('300', duration(meta))).toBe('Expected a duration such as 300ms, 2s or 5m.');
    expect(refusalOf('300ms', duration(meta))).toBeUndefined();
    expect(refusalOf(undefined, duration(meta))).toBeUndefined();
  });
});

describe('withUnits', () => {
  it('offers units for a bare number', () => {
    expect(withUnits('duration', '300')).toEqual(['300ms', '300s', '300m']);
    expect(withUnits('size', '20', '10Gi')).toEqual(['20Gi', '20Mi', '20Ti']);
    expect(withUnits('percentage', '70')).toEqual(['70%']);
    expect(withUnits('duration', '300ms')).toEqual([]);
    expect(withUnits('text', '300')).toEqual([]);
  });
});
