import { chmod, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '#host/contract';
import { FORMATS } from './formats.ts';
import { runInMemory } from './testing/memory-terminal.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archwright-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runInMemory(folder, args);
const write = (name: string, content: string) => writeFile(join(folder, name), content);

const VALID =
  'archwright: 1\nname: demo\ncomponents:\n  web:\n    kind: client\n  api:\n    kind: service\nconnections:\n  - { from: web, to: api }\n';
const DANGLING = VALID.replace('to: api', 'to: apii');

describe('help and usage', () => {
  test('every command has help with an example, on standard output', async () => {
    for (const command of ['new', 'validate', 'lint', 'generate', 'open', 'export']) {
      const { exit, out, notes } = await run(command, '--help');
      expect([exit, notes]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`Example:\\n {2}\\$ archwright ${command} `));
      expect(out).toContain('--json');
    }
    expect((await run('--help')).out).toContain('Exit codes: 0 done, 1 problems found in the input');
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each([
    [['bogus'], /unknown command/],
    [['valdate', 'x'], /Did you mean validate/],
    [['validate'], /missing required argument/],
    [['validate', 'x', '--nope'], /unknown option/],
    [['generate', 'x'], /--out/],
    [['generate', 'x', '--out', ''], /--out is empty/],
    [['generate', 'x', '--out', 'o', '--only', ','], /at least one target/],
    [['export', 'x', '--format', 'svg', '--out', ''], /--out is empty/],
    [['export', 'x'], /--format[\s\S]*Add --help/],
    [['export', 'x', '--format', 'pdf'], /Allowed choices are svg, png, mermaid, structurizr, markdown/],
    [['export', 'x', '--format', 'png'], /no text. Name a file.*--out shop\.png/],
    [['new', 'demo', '--from', 'nope'], /There is no sample "nope"\. There is: .*shop/],
    [['new', 'Not_A_Label'], /DNS label/],
  ])('%j is wrong usage', async (args, message) => {
    const { exit, notes } = await run(...args);
    expect(exit).toBe(2);
    expect(notes).toMatch(message);
  });
});

describe('new', () => {
  test('creates a valid document, empty or from a sample under its own name', async () => {
    expect(await run('new', 'demo')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('demo.arch.yaml'),
    });
    expect((await run('validate', 'demo.arch.yaml')).exit).toBe(0);
    await run('new', 'mine', '--from', 'shop');
    expect(await readFile(join(folder, 'mine.arch.yaml'), 'utf8')).toMatch(/^name: mine$/m);
    expect((await run('validate', 'mine.arch.yaml')).exit).toBe(0);
  });

  test('never overwrites', async () => {
    await write('demo.arch.yaml', 'mine');
    expect(await run('new', 'demo')).toMatchObject({
      exit: 3,
      notes: expect.stringContaining('exists already'),
    });
    expect(await readFile(join(folder, 'demo.arch.yaml'), 'utf8')).toBe('mine');
  });
});

describe('validate and lint', () => {
  test('a problem is shown with its place, its line and the way out', async () => {
    await write('a.arch.yaml', DANGLING);
    const { exit, out, notes } = await run('validate', 'a.arch.yaml');
    expect([exit, out]).toEqual([1, '']);
    const [first, line, mark, ...rest] = notes.split('\n');
    expect(first).toMatch(/^a\.arch\.yaml:9:22 error reference\/\S+ .*apii/);
    expect(line).toBe('    9 |   - { from: web, to: apii }');
    expect(mark).toBe('      |                      ^^^^');
    expect(rest.join('\n')).toContain('did you mean');
    expect(rest.at(-1)).toBe('1 error');
  });

  test('as JSON on standard output, with the same exit code', async () => {
    await write('a.arch.yaml', DANGLING);
    const { exit, out } = await run('validate', 'a.arch.yaml', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      problems: [{ line: 9, column: 22, severity: 'error', path: ['connections', 0, 'to'] }],
    });
    await write('a.arch.yaml', VALID);
    expect(JSON.parse((await run('lint', 'a.arch.yaml', '--json')).out)).toHaveProperty('problems');
  });

  test('reads standard input', async () => {
    expect(await runInMemory(folder, ['validate', '-'], VALID)).toMatchObject({ exit: 0 });
    expect(await runInMemory(folder, ['validate', '-'], DANGLING)).toMatchObject({
      exit: 1,
      notes: expect.stringContaining('<stdin>:9:22'),
    });
    expect(await runInMemory(folder, ['validate', '-'], new Uint8Array([0, 1, 2]))).toMatchObject({
      exit: 1,
      notes: expect.stringContaining('binary'),
    });
  });

  test('empty, binary, huge, a folder, missing: words and the right exit code', async () => {
    await write('empty', '');
    await write('binary', '\0\0');
    await write('huge', '');
    await truncate(join(folder, 'huge'), 50 * 1024 * 1024);
    expect((await run('validate', 'empty')).exit).toBe(1);
    expect(await run('validate', 'binary')).toMatchObject({
      exit: 1,
      notes: expect.stringContaining('binary file'),
    });
    expect(await run('validate', 'huge')).toMatchObject({
      exit: 1,
      notes: expect.stringContaining('too large: 50 MB'),
    });
    expect(await run('validate', '.')).toMatchObject({
      exit: 1,
      notes: expect.stringContaining('is a folder'),
    });
    expect(await run('validate', 'none')).toMatchObject({
      exit: 3,
      notes: expect.stringContaining('no such file'),
    });
    expect(JSON.parse((await run('validate', 'none', '--json')).out)).toMatchObject({
      ok: false,
      error: { code: 'OUTSIDE' },
    });
  });

  test('whatever the text is: an exit code of the table, no stack trace, no control character', async () => {
    const document = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 60 }).map((text) => VALID.replace('client', text)),
    );
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const { exit, notes } = await runInMemory(folder, ['lint', '-'], text);
        expect([0, 1]).toContain(exit);
        expect(notes).not.toMatch(/\n\s+at .*:\d+:\d+\)?$/m);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
        expect(notes).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('generate', () => {
  test('tells, writes, keeps what was edited, and removes nothing of it', async () => {
    await write('a.arch.yaml', VALID);
    const plan = await run('generate', 'a.arch.yaml', '--out', 'build', '--dry-run');
    expect(plan).toMatchObject({ exit: 0, notes: expect.stringContaining('Nothing was written') });
    expect(plan.out).toMatch(/^create +compose\.yaml$/m);
    expect(await run('generate', 'a.arch.yaml', '--out', 'build')).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^build: \d+ files written, 0 removed\.$/),
    });
    expect((await run('generate', 'a.arch.yaml', '--out', 'build')).out).toBe('build is up to date.');
    await writeFile(join(folder, 'build/compose.yaml'), 'mine');
    await write('a.arch.yaml', VALID.replace('name: demo', 'name: demo\ndescription: changed'));
    const again = JSON.parse((await run('generate', 'a.arch.yaml', '--out', 'build', '--json')).out);
    expect(again).toMatchObject({ ok: true, kept: ['compose.yaml'] });
    expect(await readFile(join(folder, 'build/compose.yaml'), 'utf8')).toBe('mine');
  });

  test('merges what was edited, tells of conflicts, and settles them as asked', async () => {
    await write('a.arch.yaml', VALID);
    await run('generate', 'a.arch.yaml', '--out', 'build', '--only', 'compose');
    const app = join(folder, 'build/compose.app.yaml');
    const written = await readFile(app, 'utf8');
    await writeFile(app, `${written}x-team: web\n`);
    await write(
      'a.arch.yaml',
      VALID.replace('kind: service', 'kind: service\n    resources: { memory: 1Gi }'),
    );
    const again = (...more: string[]) =>
      run('generate', 'a.arch.yaml', '--out', 'build', '--only', 'compose', ...more);

    const plan = await again('--dry-run');
    expect(plan.out).toMatch(/^merge +compose\.app\.yaml$/m);
    expect(plan.out).toMatch(/^ +\+ .*memory: 1024M$/m);
    expect((await again('--dry-run', '--no-diff')).out).not.toContain('@@');
    const { files } = JSON.parse((await again('--dry-run', '--json')).out);
    expect(files).toContainEqual(
      expect.objectContaining({
        path: 'compose.app.yaml',
        action: 'merge',
        diff: expect.stringContaining('@@'),
      }),
    );

    await writeFile(app, written.replaceAll(/memory: .*/g, 'memory: 7M'));
    const conflict = await again();
    expect(conflict).toMatchObject({ exit: 0, notes: expect.stringMatching(/^Conflicts\..*--take-new/m) });
    expect(conflict.notes).toContain('The new text is in compose.app.yaml.new.');
    expect(await readFile(app, 'utf8')).toContain('memory: 7M');
    const taken = await again('--take-new', 'build/compose.app.yaml', '--keep-mine', 'nothing/here');
    expect(taken.notes).toContain('Yours is put aside as compose.app.yaml.mine.');
    expect(taken.notes).toContain('Nothing at nothing/here is in conflict');
    expect(await readFile(app, 'utf8')).toContain('memory: 1024M');
    expect(await readFile(`${app}.mine`, 'utf8')).toContain('memory: 7M');
  });

  test('leaves deleted files deleted until they are asked for', async () => {
    await write('a.arch.yaml', VALID);
    const generate = (...more: string[]) =>
      run('generate', 'a.arch.yaml', '--out', 'build', '--only', 'compose', ...more);
    await generate();
    await rm(join(folder, 'build/compose.yaml'));
    const deleted = await generate();
    expect(deleted.out).toBe('build is up to date.');
    expect(deleted.notes).toMatch(/^Deleted by hand.*--restore PATH.*\n {2}compose\.yaml$/m);
    const restored = await generate('--restore', '.');
    expect(restored.notes).toContain('brought back');
    expect(await readFile(join(folder, 'build/compose.yaml'), 'utf8')).toContain('name: demo');
  });

  test('only the targets asked for', async () => {
    await write('a.arch.yaml', VALID);
    const { files } = JSON.parse(
      (await run('generate', 'a.arch.yaml', '--out', 'b', '--only', 'compose', '--dry-run', '--json')).out,
    );
    const paths = files.map(({ path }: { path: string }) => path);
    expect(paths).toContain('compose.yaml');
    expect(paths.filter((path: string) => path.endsWith('kustomization.yaml'))).toEqual([]);
  });

  test.each([
    ['--layout', 'nope'],
    ['--only', 'nope'],
  ])('%s %s is wrong usage that names what there is', async (option, value) => {
    await write('a.arch.yaml', VALID);
    const { exit, notes } = await run('generate', 'a.arch.yaml', '--out', 'b', option, value);
    expect(exit).toBe(2);
    expect(notes).toMatch(/There is no (layout|target) "nope"\. Expected one of (microservices|compose)/);
  });

  test('a document with errors generates nothing', async () => {
    await write('a.arch.yaml', DANGLING);
    expect(await run('generate', 'a.arch.yaml', '--out', 'b')).toMatchObject({
      exit: 1,
      notes: expect.stringContaining('a.arch.yaml:9:22'),
    });
    await expect(readFile(join(folder, 'b/compose.yaml'))).rejects.toThrow();
  });

  test('a folder that cannot be written to is said', async () => {
    await write('a.arch.yaml', VALID);
    await write('b', 'a file');
    expect(await run('generate', 'a.arch.yaml', '--out', 'b')).toMatchObject({
      exit: 3,
      notes: expect.stringContaining('b is a file'),
    });
  });
});

describe('export', () => {
  test('to standard output and to a file', async () => {
    await write('a.arch.yaml', VALID);
    expect((await run('export', 'a.arch.yaml', '--format', 'mermaid')).out).toMatch(/^flowchart /);
    expect((await runInMemory(folder, ['export', '-', '--format', 'svg'], VALID)).out).toMatch(
      /^<svg|^<\?xml/,
    );
    expect(await run('export', 'a.arch.yaml', '--format', 'svg', '--out', 'a.svg')).toMatchObject({
      exit: 0,
      out: 'Wrote a.svg.',
    });
    expect(await readFile(join(folder, 'a.svg'), 'utf8')).toContain('</svg>');
  });

  test('as a picture, a C4 workspace and a description', async () => {
    await write('a.arch.yaml', VALID);
    await run('export', 'a.arch.yaml', '--format', 'png', '--theme', 'dark', '--out', 'a.png');
    expect((await readFile(join(folder, 'a.png'))).subarray(1, 4).toString()).toBe('PNG');
    expect((await run('export', 'a.arch.yaml', '--format', 'structurizr')).out).toMatch(/^workspace "demo" /);
    expect((await run('export', 'a.arch.yaml', '--format', 'markdown')).out).toMatch(
      /^# Architecture of demo$/m,
    );
  });

  test('offers what the user interface offers', () => {
    expect(FORMATS).toEqual(EXPORT_FORMATS);
  });

  test('a read-only file and a missing folder are the outside world', async () => {
    await write('a.arch.yaml', VALID);
    await write('ro.svg', 'old');
    await chmod(join(folder, 'ro.svg'), 0o444);
    expect((await run('export', 'a.arch.yaml', '--format', 'svg', '--out', 'ro.svg')).exit).toBe(3);
    expect((await run('export', 'a.arch.yaml', '--format', 'svg', '--out', 'none/a.svg')).exit).toBe(3);
    await mkdir(join(folder, 'dir'));
    expect((await run('export', 'a.arch.yaml', '--format', 'svg', '--out', 'dir')).exit).toBe(3);
  });

  test('a document with errors is shown, not drawn', async () => {
    await write('a.arch.yaml', DANGLING);
    expect(await run('export', 'a.arch.yaml', '--format', 'svg')).toMatchObject({ exit: 1, out: '' });
  });
});
