/** One step of a write: a file gets a text, or goes. */
export interface Operation {
  /** Relative, with `/`. */
  path: string;
  /** `null`: the file is removed. */
  text: string | null;
  /** Text that stands there now and comes back if the write fails; `null`: none. */
  previous: string | null;
  /** Permission bits, before the process's mask. */
  mode: number;
}
