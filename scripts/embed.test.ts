import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { embeddedModules } from './embed.ts';

it('finds what is embedded as it stands in the runtime folders (else: npm run embed)', () => {
  const modules = [...embeddedModules()];
  // One of each place; what a catalogue entry embeds is up to its folder.
  expect(modules.map(([path]) => relative(process.cwd(), path))).toEqual(
    expect.arrayContaining([
      'catalog/consul/runtime.generated.ts',
      'catalog/postgres/runtime.generated.ts',
      'generators/services/runtime.generated.ts',
    ]),
  );
  const stale = modules.filter(([path, text]) => readFileSync(path, 'utf8') !== text).map(([path]) => path);
  expect(stale).toEqual([]);
});
