import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../testing/arbitrary.ts';
import { documentFrom, filesOf, SMALL_SHOP } from '../testing/documents.ts';
import { hclText } from './hcl.ts';

const hasBuildx = spawnSync('docker', ['buildx', 'version']).status === 0;
if (!hasBuildx) console.warn('SKIPPED: docker buildx is not installed, so that no file is given to it.');

interface Baked {
  group: { default: { targets: string[] } };
  target: Record<
    string,
    {
      context: string;
      dockerfile: string;
      tags: string[];
      labels: Record<string, string>;
      platforms?: string[];
      'cache-from'?: string[];
      'cache-to'?: string[];
    }
  >;
}

const bakeFile = (text: string, layout?: string) =>
  filesOf(documentFrom(text), ['bake'], layout).get('docker-bake.hcl')?.content;

/** What Docker makes of a file; needs no engine. */
function bake(content: string, environment: Readonly<Record<string, string>> = {}): Baked {
  const folder = mkdtempSync(join(tmpdir(), 'archwright-bake-'));
  try {
    writeFileSync(join(folder, 'docker-bake.hcl'), content);
    const { status, stdout, stderr } = spawnSync('docker', ['buildx', 'bake', '--print'], {
      cwd: folder,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout) as Baked;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('Bake file', () => {
  it('has a target for every image that is built, and none where nothing is', () => {
    const content = bakeFile(SMALL_SHOP) ?? '';
    expect([...content.matchAll(/^target "([^"]+)"/gm)].map(([, name]) => name)).toEqual([
      '_common',
      'orders',
      'payments',
    ]);
    expect(bakeFile('archwright: 1\nname: s\ncomponents: { a: { kind: cache } }\n')).toBeUndefined();
  });

  it('calls no target as the group of all is called', () => {
    const content = bakeFile('archwright: 1\nname: s\ncomponents: { default: { kind: service } }\n') ?? '';
    expect(content).toContain('targets = ["default-2"]');
    expect(content).toContain(`tags = ["\${REGISTRY}/default:\${TAG}"]`);
  });

  it.skipIf(!hasBuildx)('is read by Docker as it is meant', () => {
    const { group, target } = bake(bakeFile(SMALL_SHOP) ?? '');
    expect(group.default.targets).toEqual(['orders', 'payments']);
    expect(target.orders).toMatchObject({
      context: 'services',
      dockerfile: 'apps/orders/Dockerfile',
      tags: ['shop/orders:latest'],
      labels: { 'org.opencontainers.image.title': 'orders', 'org.opencontainers.image.version': 'latest' },
    });
    expect(Object.keys(bake(bakeFile(SMALL_SHOP, 'monolith') ?? '').target)).toEqual(['shop']);
  });

  it.skipIf(!hasBuildx)('takes registry, tag, platforms and cache from the environment', () => {
    const { target } = bake(bakeFile(SMALL_SHOP) ?? '', {
      REGISTRY: 'ghcr.io/acme/shop',
      TAG: '1.2',
      PLATFORMS: 'linux/amd64,linux/arm64',
      CACHE: 'gha',
    });
    expect(target.orders?.tags).toEqual(['ghcr.io/acme/shop/orders:1.2']);
    expect(target.orders?.platforms).toEqual(['linux/amd64', 'linux/arm64']);
    expect(JSON.stringify(target.orders?.['cache-from'])).toContain('scope=orders');
    expect(JSON.stringify(target.orders?.['cache-to'])).toContain('max');
  });

  it.skipIf(!hasBuildx)('gives Docker every text as it was written', () => {
    const texts = [...fc.sample(hostileText, { numRuns: 60, seed: 3 }), `$$\${a} %%{b} $\${c} \${"x"}`];
    const attributes = texts.map((text, index) => `    "t${index}" = ${hclText(text)}\n`).join('');
    const { target } = bake(`target "default" {\n  labels = {\n${attributes}  }\n}\n`);
    for (const [index, text] of texts.entries())
      expect(target.default?.labels[`t${index}`]?.normalize('NFC')).toBe(wellFormed(text).normalize('NFC'));
  });

  it('holds every text on one line, in quotes that it cannot leave', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(hclText(text)).toMatch(/^"(?:[^"\\\n\r$%]|[$%](?!\{)|\\(?:["\\nrt]|u[0-9a-f]{4}))*"$/);
      }),
    );
  });
});

function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
