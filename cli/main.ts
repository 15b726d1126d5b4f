import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit.ts';
import { createProgram } from './program.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/**
 * Runs a command line.
 *
 * @param argv as Node gives it: the program's own two names first
 * @returns the exit code
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  const program = createProgram(terminal, VERSION, (code) => {
    exit = code;
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
    });
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    // Commander has said already what is wrong; its own code 0 is for help and version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const { showFailure } = await import('./failure.ts');
    return showFailure(terminal, error, argv.includes('--json'));
  }
  return exit;
}

/** Runs the process's own command line. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv, processTerminal());
}
