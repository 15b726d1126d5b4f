import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { type ColourScheme, viewStore } from '../../state/view.ts';
import type { Command, CommandIcon } from '../command.ts';

const theme = (scheme: ColourScheme, title: string, icon: CommandIcon): Command => ({
  id: `view.theme-${scheme}`,
  title,
  category: 'View',
  keywords: ['theme', 'colour', 'color', 'scheme', 'mode'],
  icon,
  run: () => {
    viewStore.setState({ scheme });
  },
});

export const lightTheme = theme('light', 'Light theme', IconSun);
export const darkTheme = theme('dark', 'Dark theme', IconMoon);
export const systemTheme = theme('auto', 'Theme of the system', IconDeviceDesktop);
