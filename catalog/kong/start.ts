/** Where the configuration lies with its credentials filled in: in memory only. */
export const FILLED = '/run/kong/kong.yml';

/**
 * Starts Kong after filling the credentials into its configuration. The values come to `sed` over its standard input,
 * since command lines are everybody's to read.
 *
 * @param variables names of the variables that hold credentials
 */
export function startScript(variables: readonly string[]): string {
  const rules = variables.map((name) => `s|\\\${${name}}|$${name}|g`);
  return `#!/bin/sh
# Fills credentials into the configuration and starts Kong.
set -eu
umask 077
sed -f /dev/stdin /etc/kong/kong.yml > ${FILLED} <<RULES
${rules.map((rule) => `${rule}\n`).join('')}RULES
exec /docker-entrypoint.sh kong docker-start
`;
}
