import type { Place } from './place.ts';
import { type RunningShell, startWebShell } from './web-shell.ts';

/** The web shell of a test: can be killed and started again over the same folders. */
export class ShellControl {
  readonly #place: Place;
  readonly #by: readonly string[];
  #running: RunningShell | undefined;

  /** @param by program and arguments that it is started by */
  constructor(place: Place, by: readonly string[] = []) {
    this.#place = place;
    this.#by = by;
  }

  /** Starts it, naming a document to open where one is given. */
  async start(openPath?: string): Promise<RunningShell> {
    if (this.#running) throw new Error('the web shell of this test runs already');
    this.#running = await startWebShell({
      data: this.#place.data,
      home: this.#place.home,
      openPath,
      by: this.#by,
    });
    return this.#running;
  }

  /** Ends it without warning, as a crash or the machine's end would. */
  async kill(): Promise<void> {
    await this.#running?.stop('SIGKILL');
    this.#running = undefined;
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }
}
