import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { ensureBrowser } from './browser.ts';

/** Every benchmark prints ratios against a peer or baseline measured in the same run; arguments choose among them. */
const BENCHES = ['model', 'generate', 'canvas', 'start'];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`unknown benchmark ${unknown.join(', ')}: expected one of ${BENCHES.join(', ')}`);
  process.exit(2);
}
const names = chosen.length > 0 ? chosen : BENCHES;
if (names.includes('canvas') || names.includes('start')) process.env.CHROMIUM_PATH = ensureBrowser();

let failed = false;
for (const name of names) {
  console.log(`\n== ${name}`);
  const file = [`bench/${name}.ts`, `bench/${name}/main.ts`].find((path) => existsSync(path));
  const result =
    file === undefined ? { status: 1 } : spawnSync('node', ['--expose-gc', file], { stdio: 'inherit' });
  failed ||= result.status !== 0;
}
process.exitCode = failed ? 1 : 0;
