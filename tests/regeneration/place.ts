import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** An output folder, as a person with an editor sees it. */
export class Place {
  readonly out: string;

  constructor(out: string) {
    this.out = out;
  }

  path(name: string): string {
    return join(this.out, name);
  }

  read(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8');
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(this.path(name)), { recursive: true });
    await writeFile(this.path(name), content);
  }

  /** Replaces the first occurrence; fails where there is none. */
  async edit(name: string, from: string | RegExp, to: string): Promise<void> {
    const text = await this.read(name);
    const edited = text.replace(from, () => to);
    if (edited === text) throw new Error(`${name} does not hold ${from}`);
    await this.write(name, edited);
  }

  async append(name: string, text: string): Promise<void> {
    await this.write(name, `${await this.read(name)}${text}`);
  }

  async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(this.path(to)), { recursive: true });
    await rename(this.path(from), this.path(to));
  }

  remove(name: string): Promise<void> {
    return rm(this.path(name), { recursive: true });
  }
}
