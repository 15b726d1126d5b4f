import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkshop, startApplication, type Workshop } from './double/application.ts';
import { eventually, heard, type TestWindow } from './double/test-page.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const inFolder = (name: string) => join(workshop.folder, name);

describe('closing', () => {
  const ask = (page: Page, answer: boolean) =>
    page.evaluate((given) => {
      const { desktop, heard: log } = window as unknown as TestWindow;
      desktop.onClose(async () => {
        log.push('asked');
        return given;
      });
    }, answer);

  test('asks the page, stays where it says so, and keeps the place of the window', async () => {
    const { window, page, state, module } = await startApplication(workshop);
    await ask(page, false);
    window.close();
    await eventually(async () => expect(await heard(page)).toEqual(['asked']));
    expect(window.destroyed).toBe(false);
    await ask(page, true);
    window.close();
    await eventually(() => expect(window.destroyed).toBe(true));
    module.app.emit('window-all-closed');
    expect(state.quits).toBe(process.platform === 'darwin' ? 0 : 1);

    const next = await startApplication(workshop);
    expect(next.window.options).toMatchObject({ x: 10, y: 20, width: 1200, height: 800 });
    next.window.close();
    await eventually(() => expect(next.window.destroyed).toBe(true));
  });

  test('a page that asks nothing does not hold the window', async () => {
    const { window } = await startApplication(workshop);
    window.close();
    await eventually(() => expect(window.destroyed).toBe(true));
  });

  test('a page that crashed or hangs is offered to be closed', async () => {
    const { window, state } = await startApplication(workshop);
    window.emit('unresponsive');
    await eventually(() => expect(state.dialogs).toHaveLength(1));
    expect(window.destroyed).toBe(false);
    window.webContents.crashed = true;
    state.answers.message = 1;
    window.webContents.emit('render-process-gone');
    await eventually(() => expect(window.destroyed).toBe(true));
    expect(state.dialogs[1]?.options).toMatchObject({
      message: 'Archwright has crashed.',
      buttons: ['Reload', 'Close'],
    });
  });

  test('a damaged or off-screen place of the window is forgotten', async () => {
    await mkdir(workshop.folder, { recursive: true });
    for (const text of [
      '{',
      JSON.stringify({ bounds: { x: 9000, y: 0, width: 800, height: 600 }, maximized: false }),
    ]) {
      await writeFile(inFolder('window.json'), text);
      const { window } = await startApplication(workshop);
      expect(window.options).toMatchObject({ width: 1440, height: 900 });
      expect(window.options.x).toBeUndefined();
      window.close();
      // A closing window first asks its page, then notes its place: not over what the next round begins with.
      await eventually(() => expect(window.destroyed).toBe(true));
    }
  });
});
