#!/usr/bin/env node
// Starts the command line. The program is TypeScript that Node 24 runs as it is; where the `node` on the path is older,
// the one that `npm ci` installed takes over, with the same arguments, streams, signals and exit code.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const WRONG_MACHINE = 3;

async function start() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major >= 24) return import('./main.ts').then(({ main }) => main(process.argv));
  const newer = inProject(`node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);
  if (!existsSync(newer)) {
    process.stderr.write(
      `archwright needs Node 24, and this is Node ${process.versions.node}. Run "npm ci" in ${inProject('.')}, which installs one.\n`,
    );
    process.exitCode = WRONG_MACHINE;
    return;
  }
  handOver(newer);
}

/** @param {string} node */
function handOver(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // A terminal sends its signals to both; what another process sends to this one alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`archwright could not start ${node}: ${error.message}\n`);
    process.exitCode = WRONG_MACHINE;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

await start();
