import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FuseV1Options } from '@electron/fuses';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string) => readFile(inProject(path), 'utf8');

const config = load(await read('electron-builder.yml'));
const known = z
  .object({
    electronFuses: z.record(z.string(), z.boolean()),
    files: z.array(z.string()),
    linux: z.object({ target: z.array(z.string()) }),
    mac: z.object({ target: z.array(z.string()) }),
    win: z.object({ target: z.array(z.string()) }),
    fileAssociations: z.array(z.object({ ext: z.string() })),
  })
  .parse(config);

test("the configuration is valid by electron-builder's own schema", async () => {
  const schema: unknown = JSON.parse(await read('node_modules/app-builder-lib/scheme.json'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(
    z.record(z.string(), z.unknown()).parse(schema),
  );
  validate(config);
  expect(validate.errors).toBeNull();
});

describe('fuses', () => {
  /** Known to Electron, not yet to electron-builder's configuration; a switch of speed, not of safety. */
  const UNSUPPORTED = ['WasmTrapHandlers'];

  test('every one is stated, so that a new one is noticed', () => {
    const names = Object.keys(FuseV1Options).filter(
      (name) => Number.isNaN(Number(name)) && !UNSUPPORTED.includes(name),
    );
    const expected = names.map((name) => name.charAt(0).toLowerCase() + name.slice(1));
    expect(Object.keys(known.electronFuses).sort()).toEqual(expected.sort());
  });

  test('the executable runs nothing but the packed application', () => {
    expect(known.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

test('packages exist for the three systems, with the file association', () => {
  expect(known.linux.target).toEqual(['AppImage', 'deb']);
  expect(known.mac.target).toEqual(['dmg', 'zip']);
  expect(known.win.target).toEqual(['nsis']);
  expect(known.fileAssociations.map(({ ext }) => ext)).toEqual(['arch.yaml']);
});

test('what the main process reads is packed', async () => {
  const manifest = z.object({ main: z.string() }).parse(JSON.parse(await read('package.json')));
  expect(manifest.main).toBe('dist/electron/main.js');
  expect(known.files).toEqual(
    expect.arrayContaining(['dist/electron/**', 'dist/renderer/**', 'samples/*.arch.yaml', 'package.json']),
  );
});

test('the icon is a square PNG of 1024 pixels, large enough for every system', async () => {
  const png = await readFile(inProject('build/icon.png'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
});
