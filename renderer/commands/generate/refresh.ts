import { IconRefresh } from '@tabler/icons-react';
import type { Command } from '../command.ts';

export const refreshGenerated: Command = {
  id: 'generate.refresh',
  title: 'Compare with the output folder again',
  category: 'Generate',
  keywords: ['refresh', 'reload', 'preview'],
  icon: IconRefresh,
  when: ({ open, tab }) => open && tab === 'generate',
  run: async () => (await import('../../generate/current.ts')).generator.refresh(),
};
