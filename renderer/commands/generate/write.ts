import { IconPackageExport } from '@tabler/icons-react';
import type { Command } from '../command.ts';

export const writeGenerated: Command = {
  id: 'generate.write',
  title: 'Write the generated files',
  category: 'Generate',
  keywords: ['export', 'build', 'output'],
  shortcut: ['mod+enter'],
  icon: IconPackageExport,
  when: ({ open, tab }) => open && tab === 'generate',
  run: async () => (await import('../../generate/current.ts')).writeFiles(),
};
