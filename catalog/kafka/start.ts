import { BROKER_USER } from './names.ts';

/** Environment variable that the script takes the password from. */
export const PASSWORD_VARIABLE = 'BROKER_PASSWORD';
export const SETTINGS_FILE = '/etc/kafka/server.properties';
const COMPLETED_FILE = '/tmp/server.properties';
const PROGRAMS = '/opt/kafka/bin';

/**
 * Adds the account to the settings, prepares the volume where it is new, and starts the node.
 *
 * The password passes two readers that take a backslash for an escape: that of the properties, and that of the login
 * configuration inside of them.
 *
 * @param cluster id of the cluster
 */
export function startScript(cluster: string): string {
  return `#!/bin/sh
# Written by Archwright. The password is a secret, so it stands in no generated file.
set -eu
umask 077
password=$(printf '%s' "$${PASSWORD_VARIABLE}" | sed -e 's/[\\\\"]/\\\\&/g' -e 's/\\\\/\\\\\\\\/g')
{
  cat ${SETTINGS_FILE}
  printf '%s\\n' "listener.name.clients.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_${BROKER_USER}=\\"$password\\";"
} > ${COMPLETED_FILE}
unset ${PASSWORD_VARIABLE} password
${PROGRAMS}/kafka-storage.sh format --ignore-formatted --cluster-id ${cluster} --config ${COMPLETED_FILE}
exec ${PROGRAMS}/kafka-server-start.sh ${COMPLETED_FILE}
`;
}
