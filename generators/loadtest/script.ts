import { environmentPrefix } from '#catalog';
import { publishedPorts } from '../compose/project.ts';
import type { Plan } from '../plan/plan.ts';
import { commentText, fileText, literal, propertyKey, quote } from '../services/text/code.ts';
import { camelCase, identifiersFor } from '../services/text/identifiers.ts';
import { HELPERS } from './helpers.ts';
import { type IdSource, idSources } from './ids.ts';
import { requestFunction } from './requests.ts';
import type { Request, Workload } from './workload.ts';

/** Names that mean something to k6 or in the script itself. */
const TAKEN = [
  ...['check', 'http', 'default', 'options', 'setup', 'teardown', 'handleSummary'],
  ...['ids', 'turn', 'arrivals', 'gather', 'pick', 'request'],
];
/** Requests that find out ids, where each gives only one. */
const MADE = 10;
/** Address of what no layout publishes. */
const LOCAL = 'http://localhost:8080';

/** The k6 script of one client's workload, https://grafana.com/docs/k6/latest/using-k6/scenarios/. */
export function loadTest(workload: Workload, plan: Plan): string {
  const sources = idSources(workload);
  const requests = new Map(
    [...workload.arrivals, ...sources].map(({ request }) => [request.key, request] as const),
  );
  const names = identifiersFor([...TAKEN, ...requests.keys()], camelCase);
  const nameOf = ({ key }: Request) => names.get(key) ?? key;
  return fileText([
    '// @ts-check',
    ...headOf(workload),
    "import { check } from 'k6';",
    "import http from 'k6/http';",
    '',
    ...settings(workload, plan),
    ...optionsOf(workload, nameOf),
    ...setupOf(sources, nameOf),
    ...[...requests.values()].flatMap((request) => requestFunction(nameOf(request), request)),
    ...HELPERS,
  ]);
}

function headOf({ client, description }: Workload): string[] {
  const path = `loadtest/${client}.js`;
  return [
    `// The workload of ${client}, written by Archwright from the document: change it there.`,
    ...(description === undefined ? [] : [`// ${commentText(description)}`]),
    '//',
    `// k6 run ${path}`,
    `// k6 run -e BASE_URL=https://staging.example.com -e SCALE=2 -e DURATION=10m ${path}`,
    '//',
    '// BASE_URL: where requests go; SCALE: how many times the load; DURATION: how long; P95_MS: what 95 % of answers keep to.',
    '',
  ];
}

/** Where the requests go: one address for all, or one for each entrance. */
function settings({ arrivals, known }: Workload, plan: Plan): string[] {
  const ports = publishedPorts(plan);
  const unitOf = (name: string) =>
    plan.units.find(({ components }) => components.includes(name))?.name ?? name;
  const entrances = [
    ...new Set([...arrivals.map(({ request }) => request), ...known].map(({ entrance }) => entrance)),
  ];
  const addresses = entrances.map((name) => {
    const port = ports.get(unitOf(name))?.port;
    const local = port === undefined ? LOCAL : `http://localhost:${port}`;
    return `  ${propertyKey(name)}: __ENV.${environmentPrefix(name)}_URL || __ENV.BASE_URL || ${quote(local)},`;
  });
  return [
    'const ENTRANCES = {',
    ...addresses,
    '};',
    'const SCALE = Number(__ENV.SCALE || 1);',
    "const DURATION = __ENV.DURATION || '1m';",
    'const P95_MS = Number(__ENV.P95_MS || 500);',
    '',
    '/** Real ids by their names. @typedef {Readonly<Record<string, readonly string[]>>} Ids */',
    '',
  ];
}

function optionsOf({ arrivals }: Workload, nameOf: (request: Request) => string): string[] {
  const scenarios = arrivals.map(
    ({ request, perSecond }) =>
      `    ${quote(request.key.replace('.', '_'))}: arrivals(${quote(nameOf(request))}, ${rounded(perSecond)}),`,
  );
  const thresholds = arrivals.map(
    ({ request }) => `    ${quote(`http_req_duration{operation:${request.key}}`)}: [\`p(95)<\${P95_MS}\`],`,
  );
  return [
    "/** @type {import('k6/options').Options} */",
    'export const options = {',
    '  // Requests arrive at the rate of the document, whether the earlier ones have been answered or not.',
    '  scenarios: {',
    ...scenarios,
    '  },',
    '  thresholds: {',
    `    checks: ${literal(['rate>0.99'])},`,
    `    http_req_failed: ${literal(['rate<0.01'])},`,
    ...thresholds,
    '  },',
    '};',
    '',
    '// Too little stock, say: an answer, and no failure of the system.',
    'http.setResponseCallback(http.expectedStatuses({ min: 200, max: 299 }, 409));',
    '',
  ];
}

function rounded(perSecond: number): string {
  return String(Number(perSecond.toFixed(6)));
}

function setupOf(sources: readonly IdSource[], nameOf: (request: Request) => string): string[] {
  if (sources.length === 0) return [];
  return [
    '/** Finds real ids for the requests that need them. */',
    'export function setup() {',
    '  /** @type {Record<string, string[]>} */',
    '  const ids = {};',
    ...sources.map(({ field, request }) => {
      const times = Array.isArray(request.operation.output) ? 1 : MADE;
      return `  ids[${quote(field)}] = gather(${quote(field)}, ${times}, () => ${nameOf(request)}(ids));`;
    }),
    '  return ids;',
    '}',
    '',
  ];
}
