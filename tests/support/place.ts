import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A home of its own for one test: where the person's files lie, and where the product keeps recent files and the journal. */
export class Place {
  readonly #root = realpathSync(mkdtempSync(join(tmpdir(), 'archwright-e2e-')));
  readonly home = join(this.#root, 'home');
  readonly data = join(this.#root, 'data');

  constructor() {
    mkdirSync(this.home);
  }

  /** Path of a file in the home folder. */
  path(name: string): string {
    return join(this.home, name);
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** Text of a file in the home folder; `null` where there is none. */
  read(name: string): string | null {
    return existsSync(this.path(name)) ? readFileSync(this.path(name), 'utf8') : null;
  }

  /** Texts that the recovery journal holds. */
  journal(): { id: string; text: string; name: string }[] {
    const folder = join(this.data, 'journal');
    const names = listed(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
