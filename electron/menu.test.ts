import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, ipcMain: {}, Menu: {} }));
const { accelerator, menuTemplate } = await import('./menu.ts');

const commands = [
  { id: 'help.shortcuts', title: 'Shortcuts', category: 'Help', shortcut: '?' },
  { id: 'file.save', title: 'Save', category: 'File', shortcut: 'mod+s' },
  { id: 'extra.x', title: 'X', category: 'Extra' },
];

test.each([
  ['mod+z', 'CmdOrCtrl+Z'],
  ['mod+shift+z', 'CmdOrCtrl+Shift+Z'],
  ['alt+arrowup', 'Alt+Up'],
  ['mod++', 'CmdOrCtrl+Plus'],
  ['+', 'Plus'],
  ['f2', 'F2'],
  ['delete', 'Delete'],
])('%s is %s to Electron', (shortcut, expected) => {
  expect(accelerator(shortcut)).toBe(expected);
});

test('menus stand in the order that people expect, without empty ones', () => {
  const labels = (mac: boolean) =>
    menuTemplate(commands, () => undefined, mac, false).map(({ label, role }) => label ?? role);
  expect(labels(false)).toEqual(['File', 'Edit', 'View', 'Extra', 'Help']);
  expect(labels(true)).toEqual(['appMenu', 'File', 'Edit', 'View', 'Extra', 'Help', 'windowMenu']);
});

test('developer tools are there in development only', () => {
  const roles = (developer: boolean) =>
    JSON.stringify(menuTemplate(commands, () => undefined, false, developer));
  expect(roles(false)).not.toContain('toggleDevTools');
  expect(roles(true)).toContain('toggleDevTools');
});
