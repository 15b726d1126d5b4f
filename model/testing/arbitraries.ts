import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Edit, Value } from '../edit/edit.ts';

/** Names that components have in made-up documents: few, so that references meet. */
export const NAMES = [
  'orders',
  'catalog',
  'orders-db',
  'events',
  'cache',
  'edge',
  'web',
  'true',
  'pay',
] as const;
const OPERATIONS = ['get', 'create-order', 'on'] as const;

const name = fc.constantFrom(...NAMES);
const operation = fc.constantFrom(...OPERATIONS);

/** Text that is hard on printers: quotes, line ends, indicators, other scripts, nothing at all. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '\n',
      '\r',
      '\t',
      ' ',
      '#',
      ':',
      '-',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      'a',
      '\\',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\u0007',
    ),
    maxLength: 12,
  }),
  fc.constantFrom(
    '',
    'null',
    'yes',
    '~',
    '1e3',
    '0x1f',
    '.inf',
    '---',
    '...',
    '- a',
    '? a',
    '<<',
    ['$', '{x}'].join(''),
    '$(x)',
    '{{ x }}',
    '../..',
    'a: b',
    'a #b',
    'x'.repeat(10_000),
    'line\n\n\n',
    '\n',
    ' lead',
    'trail ',
  ),
);

const call: fc.Arbitrary<Value> = fc.letrec<{ call: Value }>((tie) => ({
  call: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc
      .tuple(
        fc.constantFrom('', '10% ', '3x '),
        name,
        fc.constantFrom(
          '.get',
          '.create-order',
          '.write orders',
          '.publish order-placed',
          '.subtract items.stock by n',
        ),
      )
      .map((parts) => parts.join('')),
    fc.array(tie('call'), { minLength: 1, maxLength: 3 }).map((all): Value => ({ all })),
    tie('call').map((inner): Value => ({ '10%': inner })),
    fc
      .tuple(name, fc.array(tie('call'), { minLength: 1, maxLength: 3 }))
      .map(([cached, calls]): Value => ({ cached, key: 'id', calls })),
  ),
})).call;

const operationValue = fc.record(
  {
    work: fc.constant('3ms'),
    description: hostileText,
    consumes: name.map((queue) => `${queue} order-placed`),
    calls: fc.array(call, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: [] },
);

const component: fc.Arbitrary<Record<string, Value>> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('service'),
      description: hostileText,
      scale: fc.record({ min: fc.nat(9), max: fc.integer({ min: 10, max: 20 }) }),
      operations: fc.dictionary(operation, operationValue, { maxKeys: 3 }),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    {
      kind: fc.constant('gateway'),
      engine: fc.constant('nginx'),
      routes: fc.dictionary(fc.constantFrom('/a', '/b', '/c'), name, { maxKeys: 3 }),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    {
      kind: fc.constant('client'),
      workload: fc.record({
        rate: fc.constant('40/s'),
        mix: fc.dictionary(
          fc.tuple(name, operation).map((pair) => pair.join('.')),
          fc.constant('50%'),
          { maxKeys: 3 },
        ),
      }),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    {
      kind: fc.constant('database'),
      storage: fc.constant('10Gi'),
      tables: fc.constant({ items: { key: 'id', columns: { id: 'id', stock: 'integer' } } }),
    },
    { requiredKeys: ['kind'] },
  ),
) as fc.Arbitrary<Record<string, Value>>;

const position = fc.record({
  x: fc.integer({ min: -999, max: 999 }),
  y: fc.integer({ min: -999, max: 999 }),
});
const connection = fc.record(
  { from: name, to: name, timeout: fc.constant('300ms') },
  { requiredKeys: ['from', 'to'] },
);

/** The plain value of a document: its shape is right, its references need not be. */
export const documentValue: fc.Arbitrary<Record<string, Value>> = fc.record(
  {
    archwright: fc.constant(1),
    name: fc.constant('shop'),
    components: fc.dictionary(name, component, { maxKeys: 7 }),
    connections: fc.array(connection, { maxLength: 4 }),
    layouts: fc.dictionary(
      fc.constantFrom('mono', 'two'),
      fc.record({
        units: fc.dictionary(fc.constantFrom('u', 'v'), fc.array(name, { minLength: 1, maxLength: 3 }), {
          maxKeys: 2,
        }),
      }),
      { maxKeys: 2 },
    ),
    canvas: fc.dictionary(name, position, { maxKeys: 5 }),
  },
  { requiredKeys: ['archwright', 'name', 'components'] },
) as fc.Arbitrary<Record<string, Value>>;

const styles = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  flowAt: fc.constantFrom(1, 2, 3, 4, 99),
  eol: fc.constantFrom('\n', '\r\n'),
  comments: fc.array(fc.nat(1000), { maxLength: 4 }),
  lastLine: fc.boolean(),
});

/** A document's text, written in one of many styles: block or flow, any indentation, comments, either line ending. */
export const documentText: fc.Arbitrary<string> = fc.tuple(documentValue, styles).map(([value, style]) => {
  const text = stringify(value, (_key, inner: unknown) => inner, {
    indent: style.indent,
    indentSeq: style.indentSeq,
    lineWidth: 0,
    aliasDuplicateObjects: false,
    ...(style.flowAt === 1 ? { collectionStyle: 'any' as const } : {}),
  });
  const flowed = style.flowAt >= 99 ? text : flowBelow(value, style.flowAt, style.indent);
  const lines = flowed.replace(/\n$/, '').split('\n');
  for (const place of style.comments) commentAt(lines, place % lines.length);
  return lines.join(style.eol) + (style.lastLine ? style.eol : '');
});

/** Maps and lists from a level on in one line, as JSON is valid there. */
function flowBelow(value: Value, level: number, indent: number, margin = ''): string {
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    level === 0 ||
    Object.keys(value).length === 0
  )
    return `${JSON.stringify(value)}\n`;
  const step = margin + ' '.repeat(indent);
  return Object.entries(value)
    .map(([key, inner]) => {
      const nested =
        typeof inner === 'object' &&
        inner !== null &&
        !Array.isArray(inner) &&
        level > 1 &&
        Object.keys(inner).length > 0;
      const text = flowBelow(inner as Value, level - 1, indent, step);
      return `${margin}${JSON.stringify(key)}:${nested ? `\n${text}` : ` ${text}`}`;
    })
    .join('');
}

/** Adds a comment line before a line that starts a plain `key:` or item, where a comment is always legal. */
function commentAt(lines: string[], at: number): void {
  const line = lines[at] ?? '';
  const outside = /^ {0,4}(archwright|name|components|connections|canvas|layouts|kind):/.exec(line);
  if (outside !== null) lines.splice(at, 0, `${' '.repeat(line.search(/\S/))}# a remark`);
}

const value: fc.Arbitrary<Value> = fc.oneof(
  hostileText,
  fc.integer(),
  fc.boolean(),
  fc.constant({ a: 1, b: ['x', 'y'] }),
  fc.array(call, { maxLength: 3 }),
  operationValue as fc.Arbitrary<Value>,
);

const path = fc.oneof(
  fc.tuple(
    fc.constant('components'),
    name,
    fc.constantFrom('description', 'scale', 'operations', 'routes', 'storage'),
  ),
  fc.tuple(fc.constant('components'), name, fc.constant('scale'), fc.constantFrom('min', 'max')),
  fc.tuple(
    fc.constant('components'),
    name,
    fc.constant('operations'),
    operation,
    fc.constantFrom('work', 'calls', 'description', 'http'),
  ),
  fc.tuple(
    fc.constant('components'),
    name,
    fc.constant('operations'),
    operation,
    fc.constant('calls'),
    fc.nat(3),
  ),
  fc.tuple(fc.constant('connections'), fc.nat(3), fc.constantFrom('timeout', 'retries', 'from')),
  fc.tuple(
    fc.constant('layouts'),
    fc.constantFrom('mono', 'two'),
    fc.constant('units'),
    fc.constantFrom('u', 'w'),
  ),
  fc.constantFrom(['description'], ['name'], ['canvas'], ['connections'], ['components']),
) as fc.Arbitrary<(string | number)[]>;

/** Any edit but free typing; many of them make no sense for a given document and have to be refused. */
export const structuralEdit: fc.Arbitrary<Edit> = fc.letrec<{ edit: Edit }>((tie) => ({
  edit: fc.oneof(
    { maxDepth: 1 },
    fc.record({ type: fc.constant('set' as const), path, value: fc.option(value, { nil: undefined }) }),
    fc.record({
      type: fc.constant('add-component' as const),
      name,
      component,
      position: fc.option(position, { nil: undefined }),
    }),
    fc.record({ type: fc.constant('remove-component' as const), name }),
    fc.record({
      type: fc.constant('rename-component' as const),
      from: name,
      to: fc.oneof(name, fc.constantFrom('new-name', 'null', 'Bad Name', 'constructor')),
    }),
    fc.record({
      type: fc.constant('rename-key' as const),
      path,
      to: fc.constantFrom('get', 'other', 'x: y', '__proto__'),
    }),
    fc.record({ type: fc.constant('connect' as const), connection }),
    fc.record({ type: fc.constant('disconnect' as const), from: name, to: name }),
    fc.record({
      type: fc.constant('move' as const),
      positions: fc.dictionary(name, position, { maxKeys: 4 }),
    }),
    fc.record({
      type: fc.constant('batch' as const),
      title: fc.constant('several'),
      edits: fc.array(tie('edit'), { maxLength: 3 }),
    }),
  ),
})).edit as fc.Arbitrary<Edit>;
