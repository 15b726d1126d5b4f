import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../testing/arbitrary.ts';
import { escapeData } from './escape.ts';
import { block, section, sectionOfList, templateText, value } from './marks.ts';

describe('a template', () => {
  it('looks values up where an object has marks', () => {
    const object = {
      replicas: value('$unit.replicas'),
      hosts: [value('. | quote'), 'plain'],
      nested: [{ resources: block('toYaml $unit.resources') }],
    };
    expect(templateText(object)).toBe(
      [
        'replicas: {{ $unit.replicas }}',
        'hosts:',
        '  - {{ . | quote }}',
        '  - plain',
        'nested:',
        '  - resources: {{- toYaml $unit.resources | nindent 6 }}',
        '',
      ].join('\n'),
    );
  });

  it('has members of maps and lists only under a condition', () => {
    const object = {
      spec: {
        kept: 1,
        ...section('if $unit.a', { a: 1 }),
        ...section('with $unit.b', { b: value('.') }),
        list: ['x', ...sectionOfList('if $unit.c', { c: 1 })],
      },
    };
    expect(templateText(object)).toBe(
      [
        'spec:',
        '  kept: 1',
        '  {{- if $unit.a }}',
        '  a: 1',
        '  {{- end }}',
        '  {{- with $unit.b }}',
        '  b: {{ . }}',
        '  {{- end }}',
        '  list:',
        '    - x',
        '    {{- if $unit.c }}',
        '    - c: 1',
        '    {{- end }}',
        '',
      ].join('\n'),
    );
  });

  it('has no action but its own, whatever people write', () => {
    const written = fc.oneof(
      hostileText,
      fc.constantFrom(
        '{{mark value fail}}',
        "'{{mark line fail}}'",
        '{{{{',
        '{{- end }}',
        "a\nx: '{{mark value y}}'",
      ),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[A-Z]{1,5}$/), written), written, (map, text) => {
        const data = { map, list: [text], own: 'x' };
        const template = templateText({ ...escapeData(data), own: value('$unit.own') });
        const rendered = template.replaceAll('{{ $unit.own }}', 'x').replaceAll('{{`{{`}}', '{{');
        expect(template.replaceAll('{{ $unit.own }}', '').replaceAll('{{`{{`}}', '')).not.toContain('{{');
        expect(load(rendered)).toEqual(data);
      }),
    );
  });

  it('leaves alone what needs no escaping', () => {
    const data = { a: ['b', { c: 1, d: null, e: true }] };
    expect(escapeData(data)).toBe(data);
    expect(escapeData({ 'a{{b': ['{{c', 1, null, undefined, { d: '}}' }] })).toEqual({
      'a{{`{{`}}b': ['{{`{{`}}c', 1, null, undefined, { d: '}}' }],
    });
  });
});
