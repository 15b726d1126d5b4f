import { useComputedColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { monaco } from './monaco.ts';
import { DARK_THEME, LIGHT_THEME } from './theme.ts';

/** Lets every editor follow the colour scheme. */
export function useMonacoTheme(): void {
  const scheme = useComputedColorScheme('light');
  useEffect(() => monaco.editor.setTheme(scheme === 'dark' ? DARK_THEME : LIGHT_THEME), [scheme]);
}
