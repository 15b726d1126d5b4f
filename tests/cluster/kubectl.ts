import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type CommandOptions, command, succeeds } from '../system/command.ts';

/** The cluster to test on: KUBECONFIG, or that of a local rig (RIG_HOME). Its nodes use this machine's Docker engine. */
function kubeconfig(): string | undefined {
  const rig = join(process.env.RIG_HOME ?? join(homedir(), '.cache/rig'), 'kubeconfig');
  return process.env.KUBECONFIG ?? (existsSync(rig) ? rig : undefined);
}

const options: CommandOptions = { env: { KUBECONFIG: kubeconfig() ?? '' } };

export function kubectl(args: readonly string[], input?: string): Promise<string> {
  return command('kubectl', args, { ...options, ...(input === undefined ? {} : { input }) });
}

/** What is missing for tests on a cluster; `undefined`: nothing. @param namespace must not be in use */
export async function missingForCluster(namespace: string): Promise<string | undefined> {
  if (kubeconfig() === undefined) return 'a cluster (KUBECONFIG)';
  if (!(await succeeds('kubectl', ['get', 'nodes', '--request-timeout=5s'], options)))
    return 'a cluster that answers';
  if (!(await succeeds('docker', ['image', 'inspect', 'node:24-bookworm-slim'])))
    return 'a Docker engine with images';
  if (await succeeds('kubectl', ['get', 'namespace', namespace], options))
    return `a cluster without a namespace ${namespace}`;
  return undefined;
}

/**
 * Opens a way to a Service.
 *
 * @returns when it is open: its address, and what closes it
 */
export function forward(
  namespace: string,
  service: string,
  port: number,
): Promise<{ address: string; close: () => void }> {
  const child = spawn('kubectl', ['-n', namespace, 'port-forward', `service/${service}`, `:${port}`], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (data: Buffer) => {
      output += data;
      const local = /Forwarding from 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (local !== undefined) resolve({ address: `http://127.0.0.1:${local}`, close: () => child.kill() });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('close', () => reject(new Error(`the way to ${service} closed: ${output}`)));
  });
}
