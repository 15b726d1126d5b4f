/**
 * Address of a server that somebody has started, for a test that cannot start one.
 *
 * @param variable name of the environment variable that holds it
 * @returns `undefined`, with a loud word about it, where it is not set
 */
export function fromEnvironment(variable: string): string | undefined {
  const value = process.env[variable] || undefined;
  if (value === undefined) process.stdout.write(`skipped: needs ${variable}\n`);
  return value;
}
