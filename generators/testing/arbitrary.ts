import fc from 'fast-check';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { type ArchDocument, type Component, canConnect } from '#model';
import { documentFrom } from './documents.ts';

/** What no document may hold, as it stands (YAML 1.2 section 5.1) or escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNWRITABLE = /[\u0000\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

/** Text that somebody could type to break out of the file that it lands in. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    `"'\`\\`,
    'two\nlines\r\nand a\ttab',
    `\${HOME} $HOME $$ $`,
    '$(touch /tmp/x) `id` ; rm -rf / #',
    '{{ .Values.x }} {% raw %} <%= 1 %>',
    '../../etc/passwd',
    '\u{1f6a2}\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u202e\u2028\ufeff',
    ']]> --> <script>alert(1)</script> &amp;',
    '---\n- x: &a *a !!js/function "x"\n...',
    'yes',
    'null',
    '~',
    '0777',
    '1e3',
    '=',
    '# comment',
    '| block\n  scalar',
    '<<CONFIG\nCONFIG\n',
    '} location / { return 200; }',
    '%{time} %(x)s $(NAME) $$(NAME) $',
    'x'.repeat(10_000),
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(UNWRITABLE, '')),
);

/** Names that are words of some format, or at the limits of a DNS label. */
const TRICKY = [
  'end',
  'graph',
  'default',
  'on',
  'y',
  'null',
  'true',
  'system',
  'entrance',
  'outside',
  'prometheus',
  'secrets',
  'pg-stats',
  'postgres',
  `a${'-b'.repeat(31)}`,
];
const label = fc.oneof(fc.constantFrom(...TRICKY), fc.stringMatching(/^[a-z]([-a-z0-9]{0,10}[a-z0-9])?$/));
const context = fc.option(fc.constantFrom('ordering', 'payment', 'system', 'default'), { nil: undefined });
const scale = fc.option(
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .map(([min, more]) => ({ min, max: min + more })),
  { nil: undefined },
);
const environment = fc.dictionary(fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}$/), hostileText, { maxKeys: 4 });

const origins = fc.constantFrom(['*'], ['https://a.example.com', 'http://localhost:3000']);
const entrance = {
  kind: fc.constant('gateway'),
  scale,
  host: fc.constantFrom('shop.example.com', 'x'),
  expose: fc.constantFrom('ingress', 'gateway-api', 'none'),
  'class-name': fc.constantFrom('nginx', 'on', '1e3'),
  'tls-secret': fc.constantFrom('shop-tls', 'null', '0777'),
  'cors-origins': origins,
};
const gateway = fc.oneof(
  fc.record(entrance, { requiredKeys: ['kind'] }),
  fc.record(
    {
      ...entrance,
      engine: fc.constant('kong'),
      auth: fc.constantFrom('none', 'jwt', 'key'),
      consumers: fc.uniqueArray(label, { maxLength: 3 }),
      'rate-limit': fc.constantFrom('100/s', '1/h'),
    },
    { requiredKeys: ['kind', 'engine'] },
  ),
  fc.record(
    {
      ...entrance,
      engine: fc.constant('aws-api-gateway'),
      api: fc.constantFrom('http', 'rest'),
      auth: fc.constantFrom('none', 'jwt', 'key'),
      issuer: fc.constant("https://login.example.com/a'b"),
      audience: fc.array(
        hostileText.map((text) => text.slice(0, 100) || 'x'),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['kind', 'engine'] },
  ),
);
const registry = fc.record({
  kind: fc.constant('discovery'),
  engine: fc.constantFrom('consul', 'eureka', 'kubernetes'),
});

const component: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    base: fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('service'), scale, env: environment }) },
      fc.record({
        kind: fc.constant('service'),
        scale,
        env: environment,
        image: fc.constant('ghcr.io/acme/legacy:1.4'),
        port: fc.integer({ min: 1, max: 65_535 }),
      }),
      fc.record({ kind: fc.constant('service'), build: fc.constant('./legacy') }),
      fc.record({ kind: fc.constant('client') }),
      gateway,
      registry,
      fc.record({ kind: fc.constant('database') }),
      fc.record({ kind: fc.constant('cache'), persistence: fc.boolean() }),
      fc.record({ kind: fc.constant('queue') }),
      fc.record({ kind: fc.constant('monitoring') }),
      fc.record({
        kind: fc.constant('external'),
        url: fc.option(
          fc.constantFrom('https://api.example.com', 'http://user:pw@api.example.com:8080/x?y=$(z)'),
          { nil: undefined },
        ),
      }),
    ),
    description: fc.option(hostileText, { nil: undefined }),
    context,
  })
  .map(({ base, ...common }) => ({ ...base, ...common }));

interface Draft {
  name: string;
  description: string | undefined;
  components: Record<string, Record<string, unknown>>;
  pairs: [number, number][];
  packed: number[];
  note: string;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  name: label,
  description: fc.option(hostileText, { nil: undefined }),
  components: fc
    .uniqueArray(fc.tuple(label, component), { minLength: 1, maxLength: 10, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries)),
  pairs: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 }),
  packed: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
  note: hostileText,
});

/** A valid document: all kinds, any legal connections, routes, a layout that packs services, hostile free text. */
export const anyDocument: fc.Arbitrary<ArchDocument> = draft.map(complete);

function complete({ name, description, components, pairs, packed, note }: Draft): ArchDocument {
  const names = Object.keys(components);
  const at = (index: number) => names[index % names.length] ?? '';
  const document = documentFrom(JSON.stringify({ archwright: 1, name, description, components }));
  for (const [from, to] of pairs) {
    const legal = canConnect(document, catalog.vocabulary, at(from), at(to));
    if (legal.ok) document.connections.push({ from: at(from), to: at(to), description: note });
  }
  const services = names.filter((one) => document.components[one]?.kind === 'service');
  const gateways = names.filter((one) => document.components[one]?.kind === 'gateway');
  const routed = Object.fromEntries(
    gateways.map((one) => [one, withRoutes(document.components[one], services)]),
  );
  const members = [...new Set(packed.map(at))].filter((one) => services.includes(one));
  return {
    ...document,
    components: { ...document.components, ...routed },
    layouts: members.length === 0 ? {} : { packed: { description: note, units: { together: members } } },
  };
}

function withRoutes(gateway: Component | undefined, services: readonly string[]): Component {
  const routes = Object.fromEntries(services.map((name) => [`/${name}`, name]));
  return { kind: 'gateway', ...gateway, routes } as Component;
}

/** The same document with the keys of its maps and its connections in another order. */
export function shuffled(document: ArchDocument, order: (keys: string[]) => string[]): ArchDocument {
  const maps = <T>(map: Record<string, T>): Record<string, T> =>
    Object.fromEntries(
      order(Object.keys(map)).flatMap((key) => (map[key] === undefined ? [] : [[key, map[key]]])),
    );
  const components = Object.entries(maps(document.components)).map(([name, component]) => {
    const copy = { ...component };
    if ('env' in copy && copy.env) copy.env = maps(copy.env);
    if ('routes' in copy && copy.routes) copy.routes = maps(copy.routes);
    return [name, copy];
  });
  const indices = order(document.connections.map((_, index) => String(index)));
  return {
    ...document,
    components: Object.fromEntries(components),
    connections: indices.flatMap((index) => document.connections[Number(index)] ?? []),
    canvas: maps(document.canvas),
  };
}
