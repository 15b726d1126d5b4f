import { parseSize } from '#model';
import { DEFAULT_MAX_PAYLOAD, DEFAULT_STORAGE, type NatsComponent } from './fields.ts';
import { BROKER_USER, MONITORING_PORT, NATS_PORT } from './names.ts';

/** Environment variable that the configuration takes the password from. */
export const PASSWORD_VARIABLE = 'NATS_PASSWORD';
/** Where the volume is mounted. */
export const DATA_FOLDER = '/var/tmp';
/** Share of the volume that messages may fill; the rest is for indexes, and for the file being compacted. */
const DATA_SHARE = 0.9;

/**
 * Configuration of a NATS server with JetStream.
 *
 * Source: the server's documentation, "Configuration", blocks `jetstream`, `authorization` and "Connectivity".
 *
 * @param name component's name: what the server calls itself
 */
export function natsConf(name: string, component: NatsComponent): string {
  const storage = Math.floor(parseSize(component.storage ?? DEFAULT_STORAGE) * DATA_SHARE);
  return `# Written by Archwright from the document: change it there.
server_name: ${JSON.stringify(name)}
port: ${NATS_PORT}
# /healthz for probes, /jsz for what the streams hold; inside of the network only.
http_port: ${MONITORING_PORT}

max_payload: ${Math.floor(parseSize(component['max-payload'] ?? DEFAULT_MAX_PAYLOAD))}

# A client that does not answer three of these is gone, and its messages go to another reader.
ping_interval: "20s"
ping_max: 2
# Time that clients have to find another server, or to wait for this one, when it stops.
lame_duck_grace_period: "1s"
lame_duck_duration: "30s"

jetstream {
  store_dir: "${DATA_FOLDER}"
  # Messages are on disk; nothing is kept in memory only.
  max_memory_store: 0
  # A full store refuses what is published, instead of forgetting what it holds.
  max_file_store: ${storage}
  # What is confirmed is on the disk, also when the power fails.
  sync_interval: always
}

authorization {
  users: [
    { user: ${BROKER_USER}, password: $${PASSWORD_VARIABLE} }
  ]
}
`;
}
