import { createRouterClient } from '@orpc/server';
import { expect } from 'vitest';
import { createHost } from '#host';
import type { FileOutcome } from '#host/contract';
import { treeAt } from '../../host/node/testing/folder.ts';
import { SHOP } from './document.ts';
import { expectNothingLost, expectOthersUntouched } from './invariant.ts';
import { Place } from './place.ts';
import type { Scenario } from './scenario.ts';

const host = createRouterClient(createHost({ shell: 'test', version: '1.0.0', samplesFolder: '/none' }), {
  context: {},
});

/** Plays a scenario through, and holds it to its promise and to those that hold for all. */
export async function play(scenario: Scenario, out: string): Promise<void> {
  const { targets = ['compose'], change = (text: string) => text } = scenario;
  const place = new Place(out);
  await host.generate.write({ text: SHOP, out, targets });
  const first = await generatedFiles(SHOP, { targets });
  await scenario.person(place);
  const before = await treeAt(out);

  const text = change(SHOP);
  const again = { targets, ...scenario.again };
  const second = await generatedFiles(text, again);
  const preview = await host.generate.preview({ text, out, ...again });
  expect(await treeAt(out), 'a preview writes nothing').toEqual(before);
  const result = await host.generate.write({ text, out, ...again });
  const after = await treeAt(out);

  expectNothingLost(first, before, after, result.notable);
  expectOthersUntouched(first, before, after, result.notable);
  expectAsPreviewed(preview.files, after);
  const reports = new Map(result.notable.map((file): [string, FileOutcome] => [file.path, file]));
  scenario.promise({
    report: (path) => reports.get(path),
    now: (path) => after[path],
    before: (path) => before[path],
    generated: (path) => second[path],
    kept: result.kept,
    removed: result.removed,
  });

  const third = await host.generate.write({ text, out, ...again, choices: {} });
  expect([third.written, third.removed], 'nothing is left to do').toEqual([0, []]);
  expect(await treeAt(out)).toEqual(after);
}

async function generatedFiles(text: string, options: object): Promise<Record<string, string>> {
  const { files } = await host.generate.preview({ text, ...options });
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

type Previewed = Awaited<ReturnType<typeof host.generate.preview>>['files'];

/** What was said would happen is what happened. */
function expectAsPreviewed(files: Previewed, after: Record<string, string>): void {
  for (const { path, place = path, action, content, result, current, beside } of files) {
    if (path.endsWith('secrets.env')) continue;
    const written = ['create', 'update', 'merge'].includes(action);
    if (written) expect(after[place], `${action} ${place}`).toBe(result ?? content);
    else if (action === 'remove' || action === 'deleted') expect(after[place]).toBeUndefined();
    else if (current !== null) expect(after[place], `${action} ${place}`).toBe(current);
    if (beside !== undefined) expect(after[beside]).toBe(content);
  }
}
