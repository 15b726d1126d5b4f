import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../host/node/testing/folder.ts';
import { play } from './run.ts';
import { edits } from './scenarios/edits.ts';
import { files } from './scenarios/files.ts';
import { system } from './scenarios/system.ts';

const folder = temporaryFolder();
const groups = { 'edited texts': edits, 'whole files': files, 'another system': system };

test('there are scenarios enough, each told once', () => {
  const names = Object.values(groups).flatMap((group) => group.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(30);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(Object.entries(groups))('%s', (_title, scenarios) => {
  test.each(scenarios)('$name', (scenario) => play(scenario, folder.path('out')));
});
