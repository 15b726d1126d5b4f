import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { applyEdit, type Edit, parse } from '#model';
import { generate } from './generate.ts';

const SHOP = fileURLToPath(new URL('../samples/shop.arch.yaml', import.meta.url));
const parsed = parse(readFileSync(SHOP, 'utf8'), catalog.vocabulary);
const before = new Map(generate(parsed.document, catalog).files.map(({ path, content }) => [path, content]));

/** Files that differ, came or went after an edit. */
function changedBy(edit: Edit): string[] {
  const result = applyEdit(parsed, edit, catalog.vocabulary);
  if (!result.ok) throw new Error(result.problem.message);
  const after = new Map(
    generate(result.parsed.document, catalog).files.map(({ path, content }) => [path, content]),
  );
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .toSorted();
}

const set = (path: (string | number)[], value: string | number): Edit => ({
  type: 'set',
  path: ['components', ...path],
  value,
});

it.each([
  [
    'how long an operation works',
    set(['payments', 'operations', 'charge', 'work'], '77ms'),
    ['services/modules/payments/src/handlers/charge.ts'],
  ],
  [
    'what an operation answers',
    set(['payments', 'operations', 'charge', 'output', 'extra'], 'string'),
    [
      'docs/architecture.md',
      'services/contracts/openapi/payments.json',
      'services/contracts/payments.ts',
      'services/modules/payments/src/handlers/charge.ts',
    ],
  ],
  [
    'a column',
    set(['orders-db', 'tables', 'orders', 'columns', 'extra'], 'string'),
    [
      'docs/architecture.md',
      'services/modules/orders/migrations/orders-db/R__orders.sql',
      'services/modules/orders/src/databases/orders-db.ts',
    ],
  ],
  [
    'how far a service scales',
    set(['payments', 'scale', 'max'], 9),
    [
      'README.md',
      'docs/architecture.md',
      'docs/architecture.svg',
      'docs/workspace.dsl',
      'helm/values.yaml',
      'kubernetes/base/autoscalers.yaml',
    ],
  ],
  [
    "an engine's version",
    set(['orders-db', 'version'], '16'),
    [
      '.github/workflows/_system.yml',
      '.gitlab/ci/_system.yml',
      'compose.app.yaml',
      'docs/architecture.svg',
      'docs/workspace.dsl',
      'helm/values.yaml',
      'kubernetes/base/stateful-sets.yaml',
    ],
  ],
])('%s changes only the files that tell of it', (_what, edit, files) => {
  expect(changedBy(edit)).toEqual(files);
});
