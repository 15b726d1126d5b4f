import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeFileSystem } from '../../host/node/disk/file-system.ts';
import type { Tree } from '../../host/node/generate/survey.ts';
import { writeTree } from '../../host/node/generate/write.ts';
import { temporaryFolder, treeAt } from '../../host/node/testing/folder.ts';
import { expectNothingLost } from './invariant.ts';
import { Place } from './place.ts';

const folder = temporaryFolder();

/** Lines that repeat, as those of generated files do: what makes merging hard. */
const generatedLine = fc.constantFrom(
  'services:',
  '  a:',
  '  b:',
  '    image: x',
  '    restart: always',
  '',
  '}',
);
const generatedText = fc.array(generatedLine, { maxLength: 14 }).map((lines) => `${lines.join('\n')}\n`);
const paths = ['a.yaml', 'deep/b.yaml', 'deep/er/c.ts', 'handler.ts'];
const version = fc.dictionary(fc.constantFrom(...paths), generatedText, { minKeys: 1 });

/** What a person does to a file. `line` is something that nobody else would write. */
const personLine = fc.integer({ min: 0, max: 99_999 }).map((number) => `# mine ${number}`);
const act = fc.oneof(
  fc.record({
    kind: fc.constant('insert'),
    path: fc.constantFrom(...paths),
    at: fc.nat(15),
    line: personLine,
  }),
  fc.record({
    kind: fc.constant('replace'),
    path: fc.constantFrom(...paths),
    at: fc.nat(15),
    line: personLine,
  }),
  fc.record({ kind: fc.constant('cut'), path: fc.constantFrom(...paths), at: fc.nat(15), line: personLine }),
  fc.record({
    kind: fc.constant('delete'),
    path: fc.constantFrom(...paths),
    at: fc.nat(15),
    line: personLine,
  }),
  fc.record({ kind: fc.constant('move'), path: fc.constantFrom(...paths), at: fc.nat(2), line: personLine }),
  fc.record({ kind: fc.constant('crlf'), path: fc.constantFrom(...paths), at: fc.nat(1), line: personLine }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** The same system, generated and edited by turns. */
const story = fc.array(fc.tuple(version, fc.array(act, { maxLength: 4 })), { minLength: 2, maxLength: 4 });

test('whatever people do between generations, no line of theirs is lost, and the second run has nothing to do', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (turns) => {
      const place = new Place(folder.path('out'));
      await rm(place.out, { recursive: true, force: true });
      for (const [files, acts] of turns) {
        const before = await treeAt(place.out);
        const { notable } = await writeTree(nodeFileSystem, place.out, treeOf(files));
        const after = await treeAt(place.out);
        expectNothingLost({}, personsPart(before), after, notable);
        const again = await writeTree(nodeFileSystem, place.out, treeOf(files));
        expect([again.written, again.removed]).toEqual([0, []]);
        expect(await treeAt(place.out)).toEqual(after);
        for (const each of acts) await perform(place, each);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

function treeOf(files: Record<string, string>): Tree {
  const generated = Object.entries(files).map(([path, content]) => {
    const owner = path.startsWith('handler') ? ('user' as const) : ('tool' as const);
    return { path, content, owner };
  });
  return { system: 'shop', layout: 'one', files: generated, everyPath: Object.keys(files) };
}

/** Of a text only what a person wrote counts: generated lines repeat, and none can be told from another. */
function personsPart(files: Record<string, string>): Record<string, string> {
  const lines = (text: string) => text.split(/\r?\n/).filter((line) => line.startsWith('# mine'));
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, lines(text).join('\n')]));
}

async function perform(place: Place, { kind, path, at, line }: Act): Promise<void> {
  const text = (await treeAt(place.out))[path];
  if (text === undefined) return;
  if (kind === 'delete') return place.remove(path);
  if (kind === 'move') return place.move(path, `elsewhere/${at}/${path}`);
  if (kind === 'crlf') return place.write(path, text.replaceAll(/\r?\n/g, '\r\n'));
  const lines = text.split('\n');
  const index = Math.min(at, lines.length - 1);
  if (kind === 'insert') lines.splice(index, 0, line);
  if (kind === 'replace') lines.splice(index, 1, line);
  if (kind === 'cut' && !lines[index]?.startsWith('# mine')) lines.splice(index, 1);
  return place.write(path, lines.join('\n'));
}
