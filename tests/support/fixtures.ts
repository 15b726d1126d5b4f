import { test as base, expect } from '@playwright/test';
import { App } from './app.ts';
import { ConsoleGuard } from './console-guard.ts';
import { Place } from './place.ts';
import { ShellControl } from './shell-control.ts';

export { expect };

interface Fixtures {
  /** Program and arguments that the web shell is started by. */
  by: readonly string[];
  /** Folders of this test. */
  place: Place;
  /** The web shell: not started until a test (or `app`) asks for it. */
  shell: ShellControl;
  /** What pages complained of; a test fails if there is anything it did not expect. */
  guard: ConsoleGuard;
  /** The product in a browser, at the welcome screen. */
  app: App;
}

/** Each test has a web shell, a home folder and a browser context of its own: none sees what another left behind. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  place: async ({}, use) => {
    const place = new Place();
    await use(place);
    place.remove();
  },
  by: [[], { option: true }],
  shell: async ({ place, by }, use) => {
    const shell = new ShellControl(place, by);
    await use(shell);
    await shell.stop();
  },
  guard: async ({ context }, use) => {
    const guard = new ConsoleGuard();
    guard.watch(context);
    await use(guard);
    expect(guard.complaints(), 'complaints of the page').toEqual([]);
  },
  app: async ({ page, context, shell, guard, place }, use) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const app = new App(page, place, guard);
    await app.visit((await shell.start()).url);
    await use(app);
  },
});
