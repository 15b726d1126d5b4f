import { spawn } from 'node:child_process';

export interface Finished {
  code: number;
  output: string;
  /** Standard output alone. */
  stdout: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** Text for standard input. */
  input?: string;
}

/** Runs a program to its end. @returns how it ended, whatever the exit code */
export function tryCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  const { cwd, env, input } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
    let stdout = '';
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      stdout += data;
      output += data;
    });
    child.stderr.on('data', (data: Buffer) => {
      output += data;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, output, stdout }));
    child.stdin.end(input);
  });
}

/** Runs a program that must succeed. @returns its standard output @throws Error with all that it said */
export async function command(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { code, output, stdout } = await tryCommand(program, args, options);
  if (code !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output.slice(-8_000)}`);
  return stdout;
}

/** Whether a program runs and succeeds. */
export async function succeeds(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<boolean> {
  return tryCommand(program, args, options).then(
    ({ code }) => code === 0,
    () => false,
  );
}
