import { describe, expect, it } from 'vitest';
import { callForm, moved, without } from './call-forms.ts';

describe('callForm', () => {
  it('tells the forms apart', () => {
    expect(callForm('payments.charge')).toEqual({ form: 'call', text: 'payments.charge' });
    expect(callForm({ all: ['a.b'] })).toEqual({ form: 'all', calls: ['a.b'] });
    expect(callForm({ '10%': 'a.b' })).toEqual({ form: 'chance', share: '10%', call: 'a.b' });
    expect(callForm({ cached: 'c', key: 'id', ttl: '60s', calls: ['a.b'] })).toEqual({
      form: 'cached',
      cache: 'c',
      key: 'id',
      ttl: '60s',
      hit: '',
      calls: ['a.b'],
    });
    expect(callForm({ a: 1, b: 2 })).toEqual({ form: 'unknown' });
    expect(callForm(null)).toEqual({ form: 'unknown' });
  });
});

describe('lists', () => {
  it('move and lose items', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(without(['a', 'b'], 0)).toEqual(['b']);
    expect(without(['a'], 0)).toBeUndefined();
  });
});
