import {
  type ArchDocument,
  type Journey,
  type JourneyStep,
  journeysOf,
  operationsOf,
  splitPair,
} from '#model';
import { fenced } from './words.ts';

/** Steps that a diagram shows; nobody reads more, and readers refuse to draw very many. */
const MAX_STEPS = 60;

/** What one request of a client sets off, as a sequence of messages. */
export function journeysSection(document: ArchDocument): string[] {
  const journeys = journeysOf(document).flatMap((journey) => {
    const { client, component, operation, rate } = journey;
    const often = rate === undefined ? [] : [`${Number(rate.toFixed(3))} times a second.`];
    const cut =
      journey.steps.length > MAX_STEPS ? [`The first ${MAX_STEPS} of ${journey.steps.length} steps.`] : [];
    return [
      `### ${client}: ${component}.${operation}`,
      ...(often.length + cut.length === 0 ? [] : [[...often, ...cut].join(' ')]),
      fenced('mermaid', sequence(journey, document)),
    ];
  });
  return journeys.length === 0 ? [] : ['## Journeys', ...journeys];
}

function sequence(journey: Journey, document: ArchDocument): string {
  const steps = journey.steps.slice(0, MAX_STEPS);
  const lines = [message(journey.client, '->>', journey.component, journey.operation)];
  const introduced = new Set([`${journey.component}.${journey.operation}`]);
  for (const step of steps) {
    lines.push(...introduction(step, introduced, document), callLine(step));
  }
  const names = new Set([journey.client, journey.component, ...lines.flatMap(({ from, to }) => [from, to])]);
  return [
    'sequenceDiagram',
    ...[...names].map((name) => `  participant ${id(name)} as ${shown(name)}`),
    ...lines.map(({ from, arrow, to, text }) => `  ${id(from)}${arrow}${id(to)}: ${text}`),
  ].join('\n');
}

interface Message {
  from: string;
  arrow: string;
  to: string;
  text: string;
}

function message(from: string, arrow: string, to: string, text: string): Message {
  return { from, arrow, to, text };
}

/** The broker hands a message to whoever handles it, before that calls anybody. */
function introduction(
  { caller, asynchronous }: JourneyStep,
  introduced: Set<string>,
  document: ArchDocument,
): Message[] {
  if (introduced.has(caller)) return [];
  introduced.add(caller);
  const [component, operation] = splitPair(caller, '.');
  const consumes = operationsOf(document.components[component])[operation]?.consumes;
  if (!asynchronous || consumes === undefined) return [];
  const [broker, topic] = splitPair(consumes, ' ');
  return [message(broker, '-)', component, `${topic} to ${operation}`)];
}

function callLine({ caller, call, asynchronous, expected }: JourneyStep): Message {
  const [from] = splitPair(caller, '.');
  const publishes = call.verb === 'publish';
  const object = call.object === undefined ? '' : ` ${call.object}`;
  return message(
    from,
    publishes || asynchronous ? '-)' : '->>',
    call.target,
    `${call.verb}${object}${often(call, expected)}`,
  );
}

function often({ probability, repeat }: JourneyStep['call'], expected: number): string {
  if (probability < 1) return ` (in ${Number((100 * Math.min(1, expected)).toFixed(1))} percent)`;
  return repeat > 1 ? ` (${repeat} times)` : '';
}

/** The one word that would end a block of Mermaid's wherever it stands. */
function shown(name: string): string {
  return name === 'end' ? '#101;nd' : name;
}

/** A prefix, because Mermaid takes `end`, `loop` and others for its own words. */
function id(name: string): string {
  return `c_${name.replaceAll('-', '_')}`;
}
