import { app, type BrowserWindow, ipcMain, Menu, type MenuItemConstructorOptions } from 'electron';
import { z } from 'zod';
import { CHANNEL } from './channels.ts';
import { isTrusted } from './origin.ts';

const menuCommand = z.object({
  id: z.string().regex(/^[a-z0-9.-]{1,80}$/),
  title: z.string().max(120),
  category: z.string().max(40),
  /** As the page writes it, e.g. `mod+shift+z`. */
  shortcut: z.string().max(40).optional(),
});
export type MenuCommand = z.output<typeof menuCommand>;

/** Menus in the order in which people look for them; categories not named here come before `Help`. */
const ORDER = ['File', 'Edit', 'Add', 'Select', 'Arrange', 'View', 'Generate', 'Help'];

/**
 * Builds the menu from the page's own commands, so that menu, palette and keyboard cannot drift apart. Until the page has
 * told them there are the system's own items only.
 */
export function setupMenu(currentWindow: () => BrowserWindow | undefined): void {
  const show = (commands: readonly MenuCommand[]) => {
    const run = (id: string) => currentWindow()?.webContents.send(CHANNEL.run, id);
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(commands, run, process.platform === 'darwin', !app.isPackaged)),
    );
  };
  show([]);
  ipcMain.on(CHANNEL.commands, (event, commands: unknown) => {
    const parsed = z.array(menuCommand).max(500).safeParse(commands);
    if (parsed.success && isTrusted(event, currentWindow()?.webContents)) show(parsed.data);
  });
}

/**
 * @param run is told the id of the command that was chosen
 * @returns the menu as data
 */
export function menuTemplate(
  commands: readonly MenuCommand[],
  run: (id: string) => void,
  mac: boolean,
  developer: boolean,
): MenuItemConstructorOptions[] {
  const categories = [
    ...new Set([
      ...ORDER.slice(0, -1),
      ...commands.map(({ category }) => category).filter((name) => name !== 'Help'),
      'Help',
    ]),
  ];
  const menus = categories.map((category) => {
    const items = commands
      .filter((command) => command.category === category)
      .map((command) => item(command, run));
    const system = systemItems(category, mac, developer);
    const separator: MenuItemConstructorOptions[] =
      items.length > 0 && system.length > 0 ? [{ type: 'separator' }] : [];
    return { label: category, submenu: [...items, ...separator, ...system] };
  });
  const filled = menus.filter(({ submenu }) => submenu.length > 0);
  return mac ? [{ role: 'appMenu' }, ...filled, { role: 'windowMenu' }] : filled;
}

function item({ id, title, shortcut }: MenuCommand, run: (id: string) => void): MenuItemConstructorOptions {
  // The page listens to the keyboard itself and knows when a key belongs to a text field; the menu only shows the key.
  return {
    id,
    label: title,
    accelerator: shortcut && accelerator(shortcut),
    registerAccelerator: false,
    click: () => run(id),
  };
}

/** What the system does by itself and the page has no command for. */
function systemItems(category: string, mac: boolean, developer: boolean): MenuItemConstructorOptions[] {
  if (category === 'File') return mac ? [] : [{ role: 'quit' }];
  if (category === 'Edit') return [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }];
  if (category !== 'View') return [];
  return developer
    ? [{ role: 'togglefullscreen' }, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [{ role: 'togglefullscreen' }];
}

const KEYS: Record<string, string> = {
  mod: 'CmdOrCtrl',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
  '+': 'Plus',
};

/** @returns a shortcut of the page in Electron's spelling, e.g. `CmdOrCtrl+Shift+Z` */
export function accelerator(shortcut: string): string {
  const keys = shortcut.split(/(?<!^|\+)\+/);
  return keys.map((key) => KEYS[key] ?? key.charAt(0).toUpperCase() + key.slice(1)).join('+');
}
