import { Command, Option } from 'commander';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { FORMATS } from './formats.ts';
import type { Terminal } from './terminal.ts';

/**
 * The command line. Commands are loaded when they run: `--help` and `validate` start without the generators.
 *
 * @param ended is told the exit code of the command that ran
 */
export function createProgram(terminal: Terminal, version: string, ended: (code: ExitCode) => void): Command {
  const program = new Command('archwright')
    .description('Draw a system, see how it behaves, and ship it.')
    .version(version, '-V, --version', 'print the version')
    .showSuggestionAfterError()
    .showHelpAfterError('Add --help to see how it is used.')
    .addHelpText(
      'after',
      example('archwright new my-shop --from shop', 'archwright generate my-shop.arch.yaml --out build') +
        EXITS,
    );

  const command = (usage: string, description: string, ...examples: string[]) =>
    program
      .command(usage)
      .description(description)
      .option('--json', 'print the result as JSON')
      .addHelpText('after', example(...examples));

  command('new <name>', 'create NAME.arch.yaml in this folder', 'archwright new my-shop --from shop')
    .option('--from <sample>', 'begin with a sample')
    .action(async (name: string, options) =>
      ended(await (await import('./commands/new.ts')).create(terminal, name, options)),
    );

  command(
    'validate <file>',
    'check syntax, fields and references ("-" reads standard input)',
    'archwright validate shop.arch.yaml --json',
  ).action(async (file: string, options) =>
    ended(await (await import('./commands/validate.ts')).validate(terminal, file, options)),
  );

  command(
    'lint <file>',
    'check the rules of good architecture too ("-" reads standard input)',
    'archwright lint shop.arch.yaml',
  ).action(async (file: string, options) =>
    ended(await (await import('./commands/validate.ts')).lint(terminal, file, options)),
  );

  command(
    'generate <file>',
    'write Compose file, Kubernetes manifests, services and more',
    'archwright generate shop.arch.yaml --layout monolith --out build',
    'archwright generate shop.arch.yaml --out build --only compose,kubernetes --dry-run',
  )
    .requiredOption('--out <folder>', 'folder to write into; changes made there by hand are kept', aPath)
    .option('--layout <name>', 'layout of the document; by default every service is a unit of its own')
    .option('--only <targets>', 'targets, separated by commas', commaSeparated)
    .option('--dry-run', 'only tell what would be written, with the differences')
    .option('--no-diff', 'with --dry-run: the list alone')
    .option(
      '--restore <path>',
      'bring back what was deleted or moved by hand (repeatable; "." for all)',
      collected,
    )
    .option(
      '--take-new <path>',
      'replace an edited file; yours is put aside as PATH.mine (repeatable)',
      collected,
    )
    .option('--keep-mine <path>', 'settle a conflict in favour of the edited file (repeatable)', collected)
    .action(async (file: string, options) =>
      ended(await (await import('./commands/generate.ts')).generate(terminal, file, options)),
    );

  command(
    'open [file]',
    'open the application: on the desktop, or else in a browser',
    'archwright open shop.arch.yaml',
  )
    .option('--web', 'in a browser, also where the desktop application is installed')
    .option('--no-browser', 'only print the address')
    .action(async (file: string | undefined, options) =>
      ended(await (await import('./commands/open.ts')).open(terminal, file, options)),
    );

  command(
    'export <file>',
    'write the drawing, a C4 workspace or a description ("-" reads standard input)',
    'archwright export shop.arch.yaml --format png --out shop.png',
    'archwright export shop.arch.yaml --format markdown > architecture.md',
  )
    .addOption(new Option('--format <format>', 'what to write').choices(FORMATS).makeOptionMandatory())
    .addOption(new Option('--theme <theme>', 'colours of svg and png').choices(['light', 'dark']))
    .option('--out <file>', 'file to write; by default standard output', aPath)
    .action(async (file: string, options) =>
      ended(await (await import('./commands/export.ts')).exportFile(terminal, file, options)),
    );

  return program;
}

const EXITS = `\nExit codes: ${EXIT.done} done, ${EXIT.problems} problems found in the input, ${EXIT.usage} wrong usage, ${EXIT.outside} the outside world failed.\n`;

function example(...lines: string[]): string {
  return `\nExample:\n${lines.map((line) => `  $ ${line}\n`).join('')}`;
}

/** An empty path would mean this folder: a script's unset variable, never what is wanted. */
function aPath(value: string): string {
  if (value.trim() === '') throw new UsageError('--out is empty. Name where to write, e.g. --out build.');
  return value;
}

/** Of an option that may be given several times. */
function collected(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function commaSeparated(value: string): string[] {
  const items = value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0)
    throw new UsageError('--only needs at least one target, e.g. --only compose,kubernetes.');
  return items;
}
