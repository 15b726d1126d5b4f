import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, ROOT, textFiles, textOf } from './tracked-files.ts';

const files = textFiles();
const findAll = (pattern: RegExp, among = files) =>
  among.flatMap((path) => {
    const lines = textOf(path).split('\n');
    return lines.flatMap((line, index) =>
      pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
    );
  });

describe('the repository', () => {
  it('names no path of the machine it was written on', () => {
    // Folders in which homes and checkouts lie; `ada` is the person of our examples.
    const homes = [
      '/ho[m]e/(?!ada\\b)[a-z]\\w*/',
      '/User[s]/(?!ada\\b)[a-z]\\w*/',
      '/wor[k]/[a-z]\\w*/',
      'C:\\\\Use[r]s\\\\(?!ada\\b)',
    ];
    expect(findAll(new RegExp(homes.join('|')))).toEqual([]);
  });

  it('is installed from a registry that everybody reaches, whatever this machine is set up for', () => {
    const hosts = [...textOf('package-lock.json').matchAll(/"resolved": "([a-z+]+:\/\/[^/"]+)/g)].map(
      ([, origin]) => origin ?? '',
    );
    // One public host over TLS: no mirror by address, by port or in a private domain.
    expect(new Set(hosts).size).toBeLessThanOrEqual(1);
    expect(hosts.filter((origin) => !/^https:\/\/[a-z-]+(\.[a-z-]+)*\.(org|com|dev)$/.test(origin))).toEqual(
      [],
    );
    expect(projectFiles().filter((path) => path.endsWith('.npmrc') || path.endsWith('.yarnrc.yml'))).toEqual(
      [],
    );
  });

  it('holds no unfinished work', () => {
    const sources = files.filter((path) => /\.(tsx?|mjs|css|html)$/.test(path));
    const marks = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].map((word) => `\\b${word}\\b`);
    expect(findAll(new RegExp(marks.join('|')), sources)).toEqual([]);
    expect(findAll(/\bcoming so[o]n\b|\bnot implemented y[e]t\b|lorem ips[u]m/i, sources)).toEqual([]);
  });

  it('runs every test, on every machine, without waiting for the clock', () => {
    const tests = files.filter(
      (path) => /\.(test|e2e)\.tsx?$/.test(path) || path.startsWith('tests/support/'),
    );
    expect(findAll(/\b(describe|it|test)\.(on[l]y|to[d]o)\b/, tests)).toEqual([]);
    expect(findAll(/waitFor[T]imeout\(|\bsl[e]ep\(|setTimeout\(\s*res/, tests)).toEqual([]);
  });

  it('does not switch off the compiler', () => {
    expect(
      findAll(
        /@ts-(ig[n]ore|noch[e]ck|expect-er[r]or)/,
        files.filter((path) => /\.(tsx?|mjs)$/.test(path)),
      ),
    ).toEqual([]);
  });

  it('keeps files small enough to read', () => {
    const sources = files.filter((path) => /\.(tsx?|mjs|css)$/.test(path) && !path.endsWith('.generated.ts'));
    const long = sources
      .map((path) => ({ path, lines: textOf(path).split('\n').length }))
      .filter(({ lines }) => lines > 350);
    expect(long).toEqual([]);
    const heavy = projectFiles().filter((path) => statSync(join(ROOT, path)).size > 1_500_000);
    expect(heavy).toEqual([]);
  });
});
