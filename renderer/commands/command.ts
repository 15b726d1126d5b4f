import type { ComponentType } from 'react';

/** Groups of commands, in the order in which the palette and the shortcuts sheet show them. */
export const COMMAND_CATEGORIES = [
  'File',
  'Edit',
  'Add',
  'Select',
  'Arrange',
  'View',
  'Generate',
  'Help',
] as const;
export type CommandCategory = (typeof COMMAND_CATEGORIES)[number];

/** Facts that decide whether a command applies now. Plain data, so that `when` stays pure and is tested without a window. */
export interface CommandContext {
  /** A document is open (the welcome screen is not shown). */
  open: boolean;
  tab: 'design' | 'generate';
  /** Document differs from what was last saved. */
  dirty: boolean;
  /** Path of the document's file; `null` until it is saved for the first time. */
  path: string | null;
  canUndo: boolean;
  canRedo: boolean;
  undoTitle: string | undefined;
  redoTitle: string | undefined;
  /** Names of the selected components. */
  components: readonly string[];
  /** Ids of the selected edges. */
  edges: readonly string[];
  /** Number of components in the document. */
  componentCount: number;
}

export type CommandIcon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/**
 * One thing that a person can do. One command is one object in one file; the command palette, the keyboard, toolbars, menus and the
 * shortcuts sheet all read the same registry, so that none of them can drift from another.
 */
export interface Command {
  /** Stable, dotted: `file.save`, `arrange.align-left`. */
  id: string;
  /** What it does, in the imperative: `Save as...`. A function where it depends on the state: `Undo rename`. */
  title: string | ((context: CommandContext) => string);
  category: CommandCategory;
  /** Other words people look for in the palette. */
  keywords?: readonly string[];
  /**
   * Key combinations, first the one that is shown: `mod+z`, `shift+?`, `f2`, `alt+arrowup`. `mod` is Command on a Mac and Ctrl elsewhere.
   */
  shortcut?: readonly string[];
  /**
   * Where the shortcut works: `window` anywhere but while typing; `text` even while typing in a field or the editor; `canvas`
   * only with the focus on the canvas, the outline or nothing. Default: `window`.
   */
  scope?: 'window' | 'text' | 'canvas';
  /** The browser acts on the shortcut itself (copy, cut, paste): it is shown, but the keyboard does not run the command. */
  native?: boolean;
  icon?: CommandIcon;
  /** Not listed in the palette: it makes sense only by its key (arrow keys that nudge). */
  hidden?: boolean;
  /** Whether it applies now; always, if absent. */
  when?(context: CommandContext): boolean;
  run(context: CommandContext): void | Promise<void>;
}
