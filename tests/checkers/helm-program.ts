import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { command } from '../system/command.ts';
import { type Outcome, run } from './programs.ts';

const FETCHED = fileURLToPath(new URL('../../node_modules/.cache/helm/helm', import.meta.url));

/** The official Helm: HELM, the one that is installed, or the one that `npm run helm` fetches; said aloud where there is none. */
export const helmProgram: string | undefined = [process.env.HELM, 'helm', FETCHED].find(works);
if (helmProgram === undefined) console.warn('SKIPPED: Helm is not installed; `npm run helm` fetches it.');

function works(program: string | undefined): program is string {
  if (program === undefined || (program.includes('/') && !existsSync(program))) return false;
  return run(program, ['version'], '.').status === 0;
}

/** Runs Helm in a folder; without a cluster and without a configuration of its user's. */
export function helm(args: readonly string[], folder: string): Outcome {
  if (helmProgram === undefined) throw new Error('There is no Helm.');
  return run(helmProgram, args, folder);
}

/**
 * Runs Helm against a cluster, while this process goes on answering.
 *
 * @param address of the cluster's API
 * @returns what it prints
 */
export function helmWith(address: string, args: readonly string[], folder: string): Promise<string> {
  // Its user's clusters are none of the tests' business.
  const env = { KUBECONFIG: '/dev/null' };
  const connection = ['--kube-apiserver', address, '--disable-openapi-validation'];
  return command(helmProgram ?? 'helm', [...args, ...connection], { cwd: folder, env });
}
