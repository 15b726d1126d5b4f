import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileGroups } from './file-groups.ts';

const file = (name: string, content: string) => ({ path: name, mountPath: `/etc/${name}`, content });

describe('files in ConfigMaps', () => {
  it('stand together where they fit', () => {
    expect(fileGroups({ files: [file('a', 'x'), file('b', 'y')] })).toHaveLength(1);
    expect(fileGroups({ files: [] })).toEqual([]);
  });

  it('are parted where they would be too large for kubectl apply, and keep their order', () => {
    const sizes = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 90_000 }), fc.constantFrom('x', 'ä', '日', '😀')),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(sizes, (parts) => {
        const files = parts.map(([size, letter], index) => file(`f${index}`, letter.repeat(size)));
        const groups = fileGroups({ files });
        expect(groups.flat()).toEqual(files);
        for (const group of groups) {
          const bytes = group.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
          expect(group.length === 1 || bytes <= 200 * 1024).toBe(true);
        }
      }),
    );
  });
});
