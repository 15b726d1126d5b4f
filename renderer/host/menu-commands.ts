import type { Command, CommandContext } from '../commands/command.ts';
import type { MenuCommand } from '../host.ts';

/**
 * The commands as Electron's menu shows them.
 *
 * @param context decides titles that depend on the state, as it is at the start
 */
export function menuCommands(commands: readonly Command[], context: CommandContext): MenuCommand[] {
  return commands
    .filter(({ hidden }) => !hidden)
    .map(({ id, title, category, shortcut }) => ({
      id,
      title: typeof title === 'string' ? title : title(context),
      category,
      shortcut: shortcut?.[0],
    }));
}
