import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { applyEdit, type Edit, lint, type Parsed, parse } from '#model';
import { largeDocumentText } from '../model/testing/large.ts';
import { testVocabulary } from '../model/testing/vocabulary.ts';

/** Components of the document that is measured. */
const SIZE = 1000;
const WARM_UP = 5;
const ROUNDS = 25;
/** Processes that each read the document once, as the program does when it opens one. */
const COLD_PROCESSES = 9;
const COLD = '--cold';

/** Budgets in milliseconds, from the product's requirements. */
const BUDGET = { parse: 150, edit: 16, lint: 30 };

const text = largeDocumentText(SIZE);

interface Measured {
  /** Milliseconds: the middle of all rounds, and the best, which other programs on the machine disturb least. */
  median: number;
  best: number;
}

function measure(run: (round: number) => unknown): Measured {
  for (let round = 0; round < WARM_UP; round += 1) run(-1 - round);
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const start = performance.now();
    run(round);
    return performance.now() - start;
  });
  return measured(times);
}

function report(name: string, { median, best }: Measured, budget: number): void {
  const share = `${Math.round((median / budget) * 100)}%`;
  console.log(
    `${name.padEnd(40)} ${median.toFixed(2).padStart(8)} ms  best ${best.toFixed(2).padStart(7)} ms  ${share.padStart(5)} of ${budget} ms`,
  );
}

function measured(times: number[]): Measured {
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? Number.NaN, best: times[0] ?? Number.NaN };
}

/** Milliseconds that a process of its own takes for its first document, its start and the loading of the model left out. */
function coldTime(): number {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), COLD], {
    encoding: 'utf8',
  });
  return Number.parseFloat(stdout);
}

const coldStart = performance.now();
const first = parse(text, testVocabulary);
const cold = performance.now() - coldStart;
if (process.argv.includes(COLD)) {
  console.log(cold);
  process.exit();
}
const errors = first.problems.filter((problem) => problem.severity === 'error');
if (errors.length > 0) throw new Error(`the measured document has problems: ${errors[0]?.message}`);

/** Alternates between two edits, each on the result of the one before, as a person would. */
function editing(edits: (round: number) => Edit): () => void {
  let parsed: Parsed = first;
  let round = 0;
  return () => {
    round += 1;
    const result = applyEdit(parsed, edits(round), testVocabulary);
    if (!result.ok) throw new Error(result.problem.message);
    parsed = result.parsed;
  };
}

const service = (round: number) => `service-${(round * 35) % SIZE}`;

console.log(`model, ${SIZE} components, ${Math.round(text.length / 1024)} KiB`);
report(
  'parse and validate, first in a process',
  measured(Array.from({ length: COLD_PROCESSES }, coldTime)),
  BUDGET.parse,
);
// A comment that differs makes every component new to the caches.
report(
  'parse and validate, all of it new',
  measure((round) => parse(text.replaceAll('# number', `# round ${round} number`), testVocabulary)),
  BUDGET.parse,
);
report(
  'move a component',
  measure(editing((round) => ({ type: 'move', positions: { [service(round)]: { x: round, y: round } } }))),
  BUDGET.edit,
);
report(
  'set a field',
  measure(
    editing((round) => ({
      type: 'set',
      path: ['components', service(round), 'scale', 'max'],
      value: 2 + (round % 50),
    })),
  ),
  BUDGET.edit,
);
report(
  'type a character',
  measure(
    editing(() => ({
      type: 'text',
      changes: [{ offset: text.indexOf('# number 500') + 2, remove: 0, insert: 'x' }],
    })),
  ),
  BUDGET.edit,
);
report(
  'add a component',
  measure(
    editing((round) => ({
      type: 'add-component',
      name: `new-${round}`,
      component: { kind: 'service' },
      position: { x: round, y: 0 },
    })),
  ),
  BUDGET.edit,
);
report(
  'rename a component',
  measure(
    editing((round) =>
      round % 2 === 1
        ? { type: 'rename-component', from: 'service-500', to: 'renamed' }
        : { type: 'rename-component', from: 'renamed', to: 'service-500' },
    ),
  ),
  BUDGET.edit,
);
report(
  'remove a component',
  measure(editing((round) => ({ type: 'remove-component', name: `service-${round * 5}` }))),
  BUDGET.edit,
);
report(
  'lint',
  measure(() => lint(first.document, testVocabulary, first.locate)),
  BUDGET.lint,
);
