import { IconDownload } from '@tabler/icons-react';
import type { Command } from '../command.ts';

export const downloadGenerated: Command = {
  id: 'generate.download',
  title: 'Download the generated files as a zip',
  category: 'Generate',
  keywords: ['archive', 'export'],
  icon: IconDownload,
  when: ({ open, tab }) => open && tab === 'generate',
  run: async () => (await import('../../generate/current.ts')).downloadZip(),
};
