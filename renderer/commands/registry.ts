import { canvasCommands } from '../canvas/commands/index.ts';
import { addCommands } from './add/entries.ts';
import type { Command } from './command.ts';
import { close } from './file/close.ts';
import { exportFile } from './file/export.ts';
import { newDocument } from './file/new.ts';
import { openFile } from './file/open.ts';
import { save } from './file/save.ts';
import { saveAs } from './file/save-as.ts';
import { downloadGenerated } from './generate/download.ts';
import { refreshGenerated } from './generate/refresh.ts';
import { writeGenerated } from './generate/write.ts';
import { palette } from './help/palette.ts';
import { shortcuts } from './help/shortcuts.ts';
import { runCommand } from './run.ts';
import { toggleBottom, toggleLeft, toggleRight } from './view/panels.ts';
import { showDesign, showGenerate, showProblems, showYaml } from './view/show.ts';
import { darkTheme, lightTheme, systemTheme } from './view/theme.ts';

/** Every command there is, in the order in which the palette lists them. */
export const commands: readonly Command[] = [
  newDocument,
  openFile,
  save,
  saveAs,
  exportFile,
  close,
  ...canvasCommands,
  ...addCommands,
  showDesign,
  showGenerate,
  showProblems,
  showYaml,
  toggleLeft,
  toggleRight,
  toggleBottom,
  writeGenerated,
  refreshGenerated,
  downloadGenerated,
  lightTheme,
  darkTheme,
  systemTheme,
  palette,
  shortcuts,
];

const byId = new Map(commands.map((command) => [command.id, command]));

/** Runs a command by its id, if there is one and it applies now: for menus outside of this page. */
export function runCommandById(id: string): void {
  const command = byId.get(id);
  if (command) void runCommand(command);
}

/** @throws if there is no such command: a mistake in the program */
export function commandOf(id: string): Command {
  const command = byId.get(id);
  if (!command) throw new Error(`There is no command "${id}".`);
  return command;
}
