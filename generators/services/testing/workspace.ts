import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ArchDocument } from '#model';
import { filesOf } from '../../testing/documents.ts';

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/**
 * A generated workspace on disk, installed without a network: packages are those of this project, in the versions
 * that the workspace asks for (see versions.test.ts), and workspaces are linked as npm links them.
 */
export class Workspace {
  readonly folder: string;

  constructor(document: ArchDocument, layout?: string) {
    this.folder = mkdtempSync(join(tmpdir(), 'archwright-services-'));
    for (const [path, { content }] of filesOf(document, ['services'], layout)) {
      const target = join(this.folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    this.#install(document.name);
  }

  #install(system: string): void {
    const packages = join(ROOT, 'node_modules');
    const modules = join(this.folder, 'services/node_modules');
    mkdirSync(join(modules, `@${system}`), { recursive: true });
    for (const name of readdirSync(packages)) {
      if (name !== `@${system}` && !name.startsWith('.'))
        symlinkSync(join(packages, name), join(modules, name));
    }
    const link = (folder: string, name: string) =>
      symlinkSync(join(this.folder, 'services', folder), join(modules, `@${system}`, name));
    link('runtime', 'runtime');
    link('contracts', 'contracts');
    for (const name of readdirSync(join(this.folder, 'services/modules')))
      link(`modules/${name}`, `${name}-module`);
  }

  /** What `npm run build` says: nothing where all is well. */
  build(): string {
    return this.#run(join(ROOT, 'node_modules/.bin/tsc'), ['--pretty', 'false']);
  }

  /** What `npm run lint` says: nothing where all is well. */
  lint(): string {
    return this.#run(join(ROOT, 'node_modules/.bin/biome'), ['lint', '--error-on-warnings', '.']);
  }

  /** What `npm test` says where a test fails. */
  test(): string {
    return this.#run(process.execPath, [
      '--test',
      '--test-isolation=none',
      '--test-reporter=dot',
      'modules/*/test/**/*.test.ts',
    ]);
  }

  /** What a script of a unit says, run in the unit's folder as npm does: nothing where all is well. */
  script(unit: string, name: 'build' | 'lint' | 'test'): string {
    const folder = join('apps', unit);
    const { scripts } = JSON.parse(
      readFileSync(join(this.folder, 'services', folder, 'package.json'), 'utf8'),
    ) as { scripts: Record<string, string> };
    return this.#run(
      'sh',
      ['-c', `PATH="$1:$PATH"; ${scripts[name]}`, 'sh', join(ROOT, 'node_modules/.bin')],
      folder,
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #run(program: string, args: readonly string[], folder = '.'): string {
    const { NODE_OPTIONS: _, VITEST: __, NODE_TEST_CONTEXT: ___, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: join(this.folder, 'services', folder),
      env,
      encoding: 'utf8',
    });
    return status === 0 ? '' : `exit code ${status}\n${stdout}${stderr}`;
  }
}
