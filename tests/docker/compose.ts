import { type CommandOptions, command, succeeds } from '../system/command.ts';

/** Whether the tests can run: an engine answers and has, or can get, the images that the shop is made of. */
export async function missingForDocker(images: readonly string[]): Promise<string | undefined> {
  if (!(await succeeds('docker', ['info']))) return 'a Docker engine';
  if (!(await succeeds('docker', ['compose', 'version']))) return 'Docker Compose';
  for (const image of images) {
    if (!(await succeeds('docker', ['image', 'inspect', image]))) return `the image ${image}`;
  }
  return undefined;
}

export interface ContainerState {
  name: string;
  service: string;
  pid: number;
  health: string;
}

/** A Compose project under a name of its own, so that it disturbs no other. */
export class ComposeProject {
  readonly #name: string;
  readonly #options: CommandOptions;

  constructor(name: string, folder: string, environment: Readonly<Record<string, string>>) {
    this.#name = name;
    this.#options = { cwd: folder, env: environment };
  }

  compose(...args: string[]): Promise<string> {
    return command('docker', ['compose', '-p', this.#name, ...args], this.#options);
  }

  async containers(): Promise<ContainerState[]> {
    const ids = await this.#labelled('ps', '-a');
    if (ids.length === 0) return [];
    const states = JSON.parse(await command('docker', ['inspect', ...ids])) as Inspected[];
    return states.map(({ Name, Config, State }) => ({
      name: Name.slice(1),
      service: Config.Labels['com.docker.compose.service'] ?? '',
      pid: State.Pid,
      health: State.Health?.Status ?? State.Status,
    }));
  }

  /** Everything of the project's that the engine holds. */
  async leftovers(): Promise<string[]> {
    const kinds = await Promise.all([
      this.#labelled('ps', '-a'),
      this.#labelled('volume', 'ls'),
      this.#labelled('network', 'ls'),
    ]);
    return kinds.flat();
  }

  /** Takes everything away, also after a test that failed half-way. @param registry prefix of the images to remove */
  async remove(registry: string): Promise<void> {
    await this.compose('--profile', 'monitoring', 'down', '--volumes', '--remove-orphans');
    const images = await command('docker', ['image', 'ls', '-q', '--filter', `reference=${registry}/*`]);
    const ids = [...new Set(images.split('\n').filter(Boolean))];
    if (ids.length > 0) await command('docker', ['image', 'rm', '--force', ...ids]);
  }

  async #labelled(...args: string[]): Promise<string[]> {
    const output = await command('docker', [
      ...args,
      '-q',
      '--filter',
      `label=com.docker.compose.project=${this.#name}`,
    ]);
    return output.split('\n').filter(Boolean);
  }
}

interface Inspected {
  Name: string;
  Config: { Labels: Record<string, string | undefined> };
  State: { Pid: number; Status: string; Health?: { Status: string } };
}
