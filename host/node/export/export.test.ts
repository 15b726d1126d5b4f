import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../contract/index.ts';
import { createHost } from '../host.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { drawPng } from './png.ts';

const folder = temporaryFolder();
const sample = fileURLToPath(new URL('../../../samples/shop.arch.yaml', import.meta.url));
const host = createRouterClient(createHost({ shell: 'test', version: '1.0.0', samplesFolder: '/none' }), {
  context: {},
});

/** Width and height in the header of a PNG (https://www.w3.org/TR/png-3/#11IHDR). */
function sizeOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const BEGINNINGS = {
  svg: /^<\?xml /,
  png: /^.PNG\r\n/,
  mermaid: /^flowchart LR\n/,
  structurizr: /^workspace "shop" /,
  markdown: /^# Architecture of shop\n/,
};

describe('export', () => {
  test.each(EXPORT_FORMATS)('writes %s, and over a file only when told to', async (format) => {
    const text = await readFile(sample, 'utf8');
    const path = folder.path(`shop.${format}`);
    expect(await host.export.write({ text, format, path })).toEqual({ path });
    expect((await readFile(path)).toString('latin1')).toMatch(BEGINNINGS[format]);
    await writeFile(path, 'mine');
    await expect(host.export.write({ text, format, path })).rejects.toMatchObject({
      code: 'OUTSIDE',
      data: { code: 'EEXIST' },
    });
    expect(await readFile(path, 'utf8')).toBe('mine');
    await host.export.write({ text, format, path, force: true });
    expect((await readFile(path)).toString('latin1')).toMatch(BEGINNINGS[format]);
  });

  test('refuses a document with errors, and writes nothing', async () => {
    const path = folder.path('bad.svg');
    const text = 'archwright: 1\nname: s\ncomponents: { a: { kind: nothing } }\n';
    await expect(host.export.write({ text, format: 'svg', path })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('comes in light and in dark', async () => {
    const text = await readFile(sample, 'utf8');
    const path = folder.path('dark.svg');
    await host.export.write({ text, format: 'svg', path, theme: 'dark' });
    expect(await readFile(path, 'utf8')).not.toContain('#ffffff');
  });
});

describe('PNG', () => {
  const svg = (width: number, height: number, inner: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Inter">${inner}</svg>`;

  test('has two pixels for each unit of the drawing, and is never too large to be shown', async () => {
    expect(sizeOf(await drawPng(svg(100, 50, '')))).toEqual({ width: 200, height: 100 });
    expect(sizeOf(await drawPng(svg(60_000, 600, '')))).toEqual({ width: 12_000, height: 120 });
  });

  test('shows text in the font that comes along, regular and semibold', async () => {
    const drawn = (weight: number, text: string) =>
      drawPng(svg(200, 40, `<text x="4" y="28" font-size="24" font-weight="${weight}">${text}</text>`));
    const [blank, regular, bold, greek] = await Promise.all([
      drawPng(svg(200, 40, '')),
      drawn(400, 'orders'),
      drawn(600, 'orders'),
      drawn(400, '\u03c0\u03bb\u03b7'),
    ]);
    const different = new Set(
      [blank, regular, bold, greek].map((png) => Buffer.from(png ?? []).toString('base64')),
    );
    expect(different.size).toBe(4);
  });
});
