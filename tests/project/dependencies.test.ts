import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, textOf } from './tracked-files.ts';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const manifest = JSON.parse(textOf('package.json')) as Manifest;

/** Licences under which the product may carry a package. */
const ALLOWED =
  /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|EPL-2\.0|MPL-2\.0|CC0-1\.0|OFL-1\.1|BlueOak-1\.0\.0|Unlicense|Python-2\.0)$/;

/** Whether a licence expression lets us choose an allowed one: `(MIT OR GPL-3.0)` does, `MIT AND GPL-3.0` does not. */
function allows(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  return inner
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((licence) => ALLOWED.test(licence.trim())));
}

describe('dependencies', () => {
  it('carry a licence that lets the product be given away', () => {
    const refused = Object.keys(manifest.dependencies).flatMap((name) => {
      const path = join(ROOT, 'node_modules', name, 'package.json');
      if (!existsSync(path)) return [`${name}: not installed`];
      const { license } = JSON.parse(readFileSync(path, 'utf8')) as { license?: string };
      return license !== undefined && allows(license) ? [] : [`${name}: ${license ?? 'no licence'}`];
    });
    expect(refused).toEqual([]);
  });

  it('are declared once', () => {
    expect(Object.keys(manifest.dependencies).filter((name) => name in manifest.devDependencies)).toEqual([]);
  });
});

describe('continuous integration', () => {
  it('has one way in, and it can be run', () => {
    expect(readdirSync(join(ROOT, '.ci'))).toEqual(['run']);
    expect(textOf('.ci/run').startsWith('#!/usr/bin/env bash\n')).toBe(true);
  });
});
