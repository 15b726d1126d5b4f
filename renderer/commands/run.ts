import { notifyError } from '../app/notify.ts';
import type { Command } from './command.ts';
import { commandContext } from './context.ts';
import { isEnabled, titleOf } from './match.ts';

/** Runs a command, if it applies now; a failure is told to the person, not swallowed. */
export async function runCommand(command: Command): Promise<void> {
  const context = commandContext();
  if (!isEnabled(command, context)) return;
  try {
    await command.run(context);
  } catch (error) {
    notifyError(`${titleOf(command, context)} failed`, error);
  }
}
