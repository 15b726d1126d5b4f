import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../../target.ts';

/** A folder of generated files, for programs that read them from a disk. */
export class Folder {
  readonly path: string;

  constructor(files: Iterable<Pick<GeneratedFile, 'path' | 'content'>>) {
    this.path = mkdtempSync(join(tmpdir(), 'archwright-pipelines-'));
    for (const { path, content } of files) this.write(path, content);
  }

  write(path: string, content: string, mode = 0o644): void {
    const target = join(this.path, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    chmodSync(target, mode);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
