import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of 64 KiB, in memory, mounted over a folder: full as soon as a test says so. */
export class SmallDisk {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns `undefined` where the right to mount is missing */
  static mount(folder: string): SmallDisk | undefined {
    mkdirSync(folder, { recursive: true });
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=777', 'tmpfs', folder]);
    return status === 0 ? new SmallDisk(folder) : undefined;
  }

  /** Leaves not one byte. */
  fill(): void {
    const { bavail, bsize } = statfsSync(this.#folder);
    writeFileSync(this.#ballast, Buffer.alloc(bavail * bsize));
  }

  /** Gives back what `fill` took. */
  free(): void {
    rmSync(this.#ballast);
  }

  unmount(): void {
    spawnSync('umount', ['--lazy', this.#folder]);
  }

  get #ballast(): string {
    return join(this.#folder, 'ballast');
  }
}
