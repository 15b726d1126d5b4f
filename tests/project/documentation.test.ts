import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { parse } from '#model';
import { createProgram } from '../../cli/program.ts';
import { processTerminal } from '../../cli/terminal.ts';
import { projectFiles, ROOT, textOf } from './tracked-files.ts';

const pages = projectFiles().filter((path) => path.endsWith('.md') && !path.includes('/golden/'));
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

/** Anchor that a heading gets, as code hosts make it. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
}

function linksOf(page: string): string[] {
  const text = textOf(page).replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)|<img[^>]*\ssrc="([^"]+)"|srcset="([^"]+)"/g)].map(
    (match) => match.slice(1).find(Boolean) ?? '',
  );
}

describe('documentation', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const broken = linksOf(page).filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const named = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', '.ci/run'].flatMap((page) =>
      [...textOf(page).matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    );
    expect(named).not.toEqual([]);
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('shows only documents and commands that work', () => {
    const documents = [...textOf('README.md').matchAll(/```yaml\n(archwright: 1\n[\s\S]*?)```/g)].map(
      ([, text]) => text ?? '',
    );
    expect(documents).not.toEqual([]);
    expect(documents.flatMap((text) => parse(text, catalog.vocabulary).problems)).toEqual([]);
    const known = createProgram(processTerminal(), '0.0.0', () => undefined).commands.map((command) =>
      command.name(),
    );
    const named = [...textOf('README.md').matchAll(/npx archwright ([a-z]+)/g)].map(([, name]) => name ?? '');
    expect([...new Set(named)].toSorted()).toEqual(known.toSorted());
  });

  it('lists every decision', () => {
    const records = projectFiles().filter((path) => /^docs\/decisions\/\d{4}-.*\.md$/.test(path));
    const index = textOf('docs/decisions/README.md');
    expect(records.filter((path) => !index.includes(`(${path.slice('docs/decisions/'.length)})`))).toEqual(
      [],
    );
  });

  it('shows every screenshot that is kept', () => {
    const kept = projectFiles().filter((path) => path.startsWith('docs/screenshots/'));
    const text = pages.map(textOf).join('\n');
    expect(kept.filter((path) => !text.includes(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
  });
});
