import { BROKER_USER } from './names.ts';

/** Environment variable that the script takes the password from. */
export const PASSWORD_VARIABLE = 'BROKER_PASSWORD';
export const DEFINITIONS_FILE = '/etc/rabbitmq/definitions.json';
const COMPLETED_FILE = '/tmp/definitions.json';

/** Where the broker finds its definitions; beside the image's own settings. */
export const CONFIGURATION = `# Written by Archwright from the document: change it there.
load_definitions = ${COMPLETED_FILE}
`;

/**
 * Text of the file that the script completes.
 *
 * @param definitions its first line has to be the opening brace alone: the account comes behind it
 */
export function definitionsFile(definitions: object): string {
  return `${JSON.stringify(definitions, null, 2)}\n`;
}

/**
 * Adds the account to the definitions, and starts the broker. A broker that has definitions makes no default account
 * by itself; as they are imported at every boot, a new password holds after a restart.
 */
export const START_SCRIPT = `#!/bin/sh
# Written by Archwright. The password is a secret, so it stands in no generated file.
set -eu
umask 077
password=$(printf '%s' "$${PASSWORD_VARIABLE}" | sed 's/[\\\\"]/\\\\&/g')
{
  cat <<ACCOUNT
{
  "vhosts": [{ "name": "/" }],
  "users": [{ "name": "${BROKER_USER}", "password": "$password", "tags": "monitoring" }],
  "permissions": [{ "user": "${BROKER_USER}", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*" }],
ACCOUNT
  # The rest, behind the brace that opens it.
  tail -n +2 ${DEFINITIONS_FILE}
} > ${COMPLETED_FILE}
unset ${PASSWORD_VARIABLE} password
exec docker-entrypoint.sh rabbitmq-server
`;
