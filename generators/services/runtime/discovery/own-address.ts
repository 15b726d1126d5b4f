import { connect } from 'node:net';

const CONNECT_MS = 2_000;

/**
 * Address of this machine on the network that another one is reached by: what others in that network can call. A
 * container may be in several, and its name is known in none of them.
 *
 * @param url address of the other machine
 * @throws Error where it does not answer
 */
export function ownAddress(url: string): Promise<string> {
  const { hostname, port, protocol } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
      signal: AbortSignal.timeout(CONNECT_MS),
    });
    socket.once('error', reject);
    socket.once('connect', () => {
      // An IPv4 address may come in IPv6 clothes (RFC 4291, section 2.5.5.2).
      const address = socket.localAddress?.replace(/^::ffff:/, '');
      socket.destroy();
      if (address === undefined) reject(new Error(`The way to ${hostname} has no address of ours.`));
      else resolve(address);
    });
  });
}
