import type { Command, CommandContext } from './command.ts';
import { type KeyStroke, matches } from './shortcut.ts';

/** Where the focus is when a key is pressed. */
export type Focus = 'text' | 'canvas' | 'other';

/** A command's title in this context. */
export function titleOf(command: Command, context: CommandContext): string {
  return typeof command.title === 'function' ? command.title(context) : command.title;
}

/** Whether a command applies now. */
export function isEnabled(command: Command, context: CommandContext): boolean {
  return command.when?.(context) ?? true;
}

/**
 * The command that a key stroke means.
 *
 * @param commands in order of precedence
 * @param focus while typing (`text`), only commands of scope `text` answer; those of scope `canvas` want the focus there
 * @returns `undefined` if no command answers: the key is the browser's
 */
export function commandFor(
  commands: readonly Command[],
  stroke: KeyStroke,
  focus: Focus,
  context: CommandContext,
  mac: boolean,
): Command | undefined {
  return commands.find((command) => {
    const scope = command.scope ?? 'window';
    if (focus === 'text' ? scope !== 'text' : focus === 'other' && scope === 'canvas') return false;
    return (
      command.shortcut?.some((shortcut) => matches(shortcut, stroke, mac)) && isEnabled(command, context)
    );
  });
}

/**
 * Commands that fit what was typed into the palette, best first: every word must occur in title, category or keywords; matches at the
 * start of a word of the title come first.
 */
export function searchCommands(
  commands: readonly Command[],
  query: string,
  context: CommandContext,
): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = commands.filter((command) => !command.hidden && isEnabled(command, context));
  return shown
    .map((command, index) => ({ command, index, score: score(command, words, context) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ command }) => command);
}

function score(command: Command, words: readonly string[], context: CommandContext): number {
  const title = titleOf(command, context).toLowerCase();
  const rest = [command.category, ...(command.keywords ?? [])].join(' ').toLowerCase();
  let sum = 1;
  for (const word of words) {
    if (title.startsWith(word)) sum += 8;
    else if (title.includes(` ${word}`)) sum += 4;
    else if (title.includes(word)) sum += 2;
    else if (rest.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}
