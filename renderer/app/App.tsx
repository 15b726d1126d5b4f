import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { CommandPalette } from '../commands/CommandPalette.tsx';
import { listenToKeys } from '../commands/keyboard.ts';
import { Dialogs } from '../files/Dialogs.tsx';
import { startSession } from '../files/start.ts';
import { Welcome } from '../files/Welcome.tsx';
import { viewStore } from '../state/view.ts';
import { theme } from '../theme/mantine.ts';
import { viewSchemeManager } from '../theme/scheme.ts';
import { Lazily } from './lazily.tsx';
import { showNotices } from './notices.tsx';
import { useWindowTitle } from './use-window-title.ts';

const loadFrame = async () => (await import('./Frame.tsx')).Frame;

/** The window: providers, the frame or the welcome screen, and what floats above them. */
export function App() {
  const welcome = useStore(viewStore, (state) => state.welcome);
  const schemeManager = useMemo(viewSchemeManager, []);
  useEffect(listenToKeys, []);
  useEffect(startSession, []);
  // The welcome screen stands without the canvas; it comes while the person reads.
  useEffect(() => void loadFrame().catch(() => undefined), []);
  useEffect(showNotices, []);
  useWindowTitle();
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Notifications position="bottom-center" limit={4} />
      {welcome ? <Welcome /> : <Lazily what="the document" load={loadFrame} props={{}} />}
      <CommandPalette />
      <Dialogs />
    </MantineProvider>
  );
}
