import { describe, expect, it } from 'vitest';
import type { PlannedFileState } from '#host/contract';
import { rowsOf } from '../tree/rows.ts';
import { fileTreeOf } from './file-tree.ts';

const file = (path: string): PlannedFileState => ({
  path,
  content: '',
  current: null,
  action: 'create',
  owner: 'tool',
});

describe('fileTreeOf', () => {
  it('puts folders before files, each by name', () => {
    const tree = fileTreeOf(
      ['compose.yaml', 'services/b.ts', 'kubernetes/base/x.yaml', 'services/a.ts', 'README.md'].map(file),
    );
    const rows = rowsOf(tree, new Set());
    expect(rows.map(({ node, level }) => `${level} ${node.label}`)).toEqual([
      '1 kubernetes',
      '2 base',
      '3 x.yaml',
      '1 services',
      '2 a.ts',
      '2 b.ts',
      '1 README.md',
      '1 compose.yaml',
    ]);
    expect(rows[2]?.node.id).toBe('kubernetes/base/x.yaml');
    expect(rows[1]?.node.id).toBe('kubernetes/base/');
  });
});
