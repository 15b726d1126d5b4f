/**
 * Turns runtime folders, which are ordinary type-checked TypeScript, into modules of strings: generators are pure and
 * read no file. `npm run embed` writes them; `--check` only tells whether they are up to date (exit code 1: not).
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The modules that the runtime folders make: path to text. */
export function embeddedModules(): Map<string, string> {
  const folders = globSync(['generators/services/runtime', 'catalog/*/runtime'], { cwd: root }).toSorted();
  return new Map(
    folders.map((folder) => [join(root, `${folder}.generated.ts`), moduleOf(join(root, folder))]),
  );
}

function moduleOf(folder: string): string {
  const paths = globSync('**/*.ts', { cwd: folder, exclude: (name) => name.endsWith('.test.ts') }).toSorted();
  const entries = paths.map((path) => {
    const name = relative('', path).split(sep).join('/');
    return `  ${JSON.stringify(name)}:\n    ${JSON.stringify(readFileSync(join(folder, path), 'utf8'))},\n`;
  });
  return `// Written by npm run embed from the folder runtime/. Do not edit.\nexport const runtimeFiles: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale = [...embeddedModules()].filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
  );
  if (process.argv.includes('--check')) {
    for (const [path] of stale)
      process.stderr.write(`${relative(root, path)} is out of date: run npm run embed\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const [path, text] of stale) writeFileSync(path, text);
  }
}
