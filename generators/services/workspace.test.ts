import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { documentFrom, filesOf } from '../testing/documents.ts';
import { EVERYTHING } from './testing/documents.ts';
import { GRPC_SYSTEM } from './testing/grpc.ts';
import { AMBIGUOUS_NAMES } from './testing/names.ts';
import { Workspace } from './testing/workspace.ts';

const sample = (file: string) =>
  readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../samples', file), 'utf8');
const MINUTES = 60_000;

const systems = [
  { name: 'the shop', text: sample('shop.arch.yaml'), layouts: ['microservices', 'monolith'] },
  {
    name: 'a system of every engine',
    text: sample('everything.arch.yaml'),
    layouts: ['microservices', 'by-context'],
  },
  { name: 'a system of all that calls can say', text: EVERYTHING, layouts: ['microservices', 'one'] },
  { name: 'a system that speaks gRPC', text: GRPC_SYSTEM, layouts: ['microservices', 'one'] },
  { name: 'a system of ambiguous names', text: AMBIGUOUS_NAMES, layouts: ['microservices', 'one'] },
];

describe.each(systems)('generated services of $name', ({ text, layouts }) => {
  const document = documentFrom(text);
  let workspace: Workspace | undefined;
  afterEach(() => workspace?.remove());

  it.each(layouts)(
    'pass the compiler as %s',
    (layout) => {
      workspace = new Workspace(document, layout);
      expect(workspace.build()).toBe('');
    },
    3 * MINUTES,
  );

  it('pass their linter', () => {
    workspace = new Workspace(document);
    expect(workspace.lint()).toBe('');
  });

  it(
    'pass their own tests',
    () => {
      workspace = new Workspace(document);
      expect(workspace.test()).toBe('');
    },
    3 * MINUTES,
  );

  it(
    'are checked unit by unit, each without the others',
    () => {
      const packed = layouts.at(-1);
      workspace = new Workspace(document, packed);
      const unit = [...filesOf(document, ['services'], packed).keys()].find((path) =>
        path.startsWith('services/apps/'),
      );
      const [, , name = ''] = unit?.split('/') ?? [];
      for (const script of ['build', 'lint', 'test'] as const)
        expect(workspace.script(name, script)).toBe('');
    },
    3 * MINUTES,
  );

  it('are the same code in every layout: only the programs differ', () => {
    const [first, ...others] = layouts.map((layout) => codeOutsideApps(layout));
    for (const other of others) expect(other).toEqual(first);
    expect(first?.size).toBeGreaterThan(50);
  });

  function codeOutsideApps(layout: string): Map<string, string> {
    const files = [...filesOf(document, ['services'], layout)].filter(
      ([path]) => !path.startsWith('services/apps/'),
    );
    return new Map(files.map(([path, { content }]) => [path, content]));
  }
});
