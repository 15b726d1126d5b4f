import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { Canvas } from './canvas.ts';
import type { ConsoleGuard } from './console-guard.ts';
import type { Place } from './place.ts';
import type { ShellControl } from './shell-control.ts';
import { YamlPane } from './yaml-pane.ts';

/** Starts the web shell again, as a person would after a crash, and opens it in a browser that knows nothing. */
export async function visitAgain(
  browser: Browser,
  shell: ShellControl,
  place: Place,
  guard: ConsoleGuard,
): Promise<App> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  guard.watch(context);
  const app = new App(await context.newPage(), place, guard);
  await app.visit((await shell.start()).url);
  return app;
}

/** The product as a person sees it: every step goes through the page, by what is written and announced there. */
export class App {
  readonly page: Page;
  readonly place: Place;
  readonly guard: ConsoleGuard;
  readonly canvas: Canvas;
  readonly yaml: YamlPane;

  constructor(page: Page, place: Place, guard: ConsoleGuard) {
    this.page = page;
    this.place = place;
    this.guard = guard;
    this.canvas = new Canvas(page);
    this.yaml = new YamlPane(page);
  }

  /** Opens the address that the web shell printed. */
  async visit(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.waitForURL((address) => address.search === '');
    await expect(this.page.locator('#root')).not.toBeEmpty();
  }

  /** From the welcome screen into an empty document. */
  async startEmpty(): Promise<void> {
    await this.page.getByRole('button', { name: /empty canvas/i }).click();
    await this.canvas.atRest();
  }

  /** From the welcome screen into a sample. */
  async openSample(title: RegExp | string): Promise<void> {
    await this.page.getByRole('button', { name: title }).click();
    await expect(this.canvas.cards.first()).toBeVisible();
    await this.canvas.atRest();
  }

  /** Opens a file of the home folder by the Open dialog. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+o');
    const dialog = this.dialog('Open a document');
    await dialog.getByRole('button', { name }).dblclick();
    await expect(dialog).toBeHidden();
    await this.canvas.atRest();
  }

  /** Form of what is selected. */
  get inspector(): Locator {
    return this.page.getByTestId('inspector');
  }

  /** A text field of that form; of several with one name, the component's own comes first. */
  field(label: string): Locator {
    return this.inspector.getByRole('textbox', { name: label }).first();
  }

  /** An entry of the palette, by its engine or, without one, its kind. */
  paletteEntry(engine: string): Locator {
    return this.page.getByTestId(`palette-${engine}`);
  }

  /** Renames a component in place. */
  async rename(from: string, to: string): Promise<void> {
    await this.canvas.card(from).click();
    await this.page.keyboard.press('F2');
    await this.page.getByRole('textbox', { name: `New name of ${from}` }).fill(to);
    await this.page.keyboard.press('Enter');
    await expect(this.canvas.card(to)).toBeVisible();
  }

  /**
   * Presses keys again and again until the button with the same purpose has nothing more to do.
   *
   * @returns how many times
   */
  async pressUntilDisabled(keys: string, button: RegExp): Promise<number> {
    const control = this.page.getByRole('banner').getByRole('button', { name: button });
    for (let presses = 0; presses < 200; presses++) {
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      if ((await control.getAttribute('aria-disabled')) === 'true') return presses;
      await this.page.keyboard.press(keys);
    }
    throw new Error(`${keys} finds no end`);
  }

  /** Walks on with Tab until something has the focus, as a person without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 120; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`120 times Tab does not reach ${target}`);
  }

  /** List of problems below the canvas. */
  get problems(): Locator {
    return this.page.getByRole('tabpanel', { name: /^Problems/ });
  }

  async showProblems(): Promise<void> {
    await this.page.getByRole('button', { name: /^Show problems/ }).click();
    await expect(this.problems).toBeVisible();
  }

  /** Takes the keyboard away from fields and the editor, to where shortcuts of the window work. */
  async focusCanvas(): Promise<void> {
    await this.canvas.area.click({ position: { x: 12, y: 12 } });
  }

  /** Opens the command palette, where it is not open yet, and types into it once it takes the keyboard. */
  async openPalette(query: string): Promise<Locator> {
    const search = this.page.getByRole('textbox', { name: 'Find a command or component' });
    if (!(await search.isVisible())) await this.page.keyboard.press('ControlOrMeta+k');
    await expect(search).toBeFocused();
    await search.fill(query);
    return search;
  }

  /** Opens the search for a component and types into it. */
  async findComponent(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+p');
    await expect(this.page.getByRole('combobox', { name: 'Find component' })).toBeFocused();
    await this.page.keyboard.type(name);
  }

  /** What the command palette found. */
  found(title: string): Locator {
    return this.page.locator('.mantine-Spotlight-action').filter({ hasText: title });
  }

  /** Runs a command by the command palette. */
  async command(title: string): Promise<void> {
    const search = await this.openPalette(title);
    await this.found(title).first().click();
    await expect(search).toBeHidden();
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** A message that comes and goes at the edge. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('.mantine-Notification-root').filter({ hasText: text });
  }
}
