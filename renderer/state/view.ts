import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { JournalEntry } from '#host/contract';

export type Tab = 'design' | 'generate';
export type Panel = 'left' | 'right' | 'bottom';
export type BottomTab = 'problems' | 'yaml';
export type ColourScheme = 'light' | 'dark' | 'auto';

/** Dialogs of the frame: one at a time. */
export type Dialog =
  | { type: 'none' }
  | { type: 'shortcuts' }
  | { type: 'open-file' }
  /** `saved` goes on with what waited for the save. */
  | { type: 'save-file'; saved?: (() => void) | undefined }
  | { type: 'export' }
  /** The document has unsaved changes; `proceed` is what the person was about to do. */
  | { type: 'unsaved'; proceed: () => void }
  /** Writing to `path` was refused: what stands there now is not what was read from it. */
  | { type: 'changed-on-disk'; path: string; version: string | null; text: string }
  /** Documents that an earlier window left unsaved. */
  | { type: 'recovery'; entries: readonly JournalEntry[] };

/** What the window shows; never part of the document, never undone. */
export interface ViewState {
  tab: Tab;
  /** The welcome screen covers the frame. */
  welcome: boolean;
  panels: Record<Panel, boolean>;
  bottomTab: BottomTab;
  scheme: ColourScheme;
  /** Layout that Generate uses. */
  layout: string;
  /** The hint bar was dismissed once: never shown again. */
  hintsSeen: boolean;
  /** A sample was just opened: the hint bar is due. */
  hint: boolean;
  dialog: Dialog;
}

const REMEMBERED = ['panels', 'bottomTab', 'scheme', 'hintsSeen'] as const;

/** The window's state. What people arranged is remembered by the browser's local storage; the rest starts afresh. */
export const viewStore = createStore<ViewState>()(
  persist(
    (): ViewState => ({
      tab: 'design',
      welcome: true,
      // The drawing has the room until somebody asks for the problems or the text; the status bar counts problems.
      panels: { left: true, right: true, bottom: false },
      bottomTab: 'problems',
      scheme: 'auto',
      layout: 'microservices',
      hintsSeen: false,
      hint: false,
      dialog: { type: 'none' },
    }),
    {
      name: 'archwright.view',
      version: 1,
      partialize: (state) => Object.fromEntries(REMEMBERED.map((key) => [key, state[key]])),
    },
  ),
);

/** Shows or hides a panel. */
export function togglePanel(panel: Panel, shown?: boolean): void {
  const { panels } = viewStore.getState();
  viewStore.setState({ panels: { ...panels, [panel]: shown ?? !panels[panel] } });
}

/** Opens the bottom panel at one of its tabs. */
export function showBottom(bottomTab: BottomTab): void {
  viewStore.setState({ bottomTab });
  togglePanel('bottom', true);
}

export function showDialog(dialog: Dialog): void {
  viewStore.setState({ dialog });
}

export function closeDialog(): void {
  viewStore.setState({ dialog: { type: 'none' } });
}
