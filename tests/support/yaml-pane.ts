import { expect, type Locator, type Page, type Worker } from '@playwright/test';

/** The text of the document in its editor. Reading and writing go over the clipboard, as a person would do it with a whole text. */
export class YamlPane {
  readonly #page: Page;
  readonly #pane: Locator;
  readonly editor: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#pane = page.getByTestId('yaml-editor');
    this.editor = this.#pane.locator('.monaco-editor').first();
  }

  /** Shows the pane, where it is not shown yet. */
  async show(): Promise<void> {
    if (await this.editor.isVisible()) return;
    await this.#page.keyboard.press('ControlOrMeta+Shift+y');
    await expect(this.editor).toBeVisible();
    await expect(this.editor.locator('.view-line').first()).toBeVisible();
  }

  async focus(): Promise<void> {
    await this.show();
    // In a corner of the pane: the element of all lines reaches far beyond what is shown.
    await this.#pane.click({ position: { x: 240, y: 40 } });
    await expect(this.editor).toHaveClass(/focused/);
  }

  /** Waits until the language service runs; the editor starts it some time after it is shown. */
  async serviceRuns(): Promise<void> {
    const isService = (worker: Worker) => worker.url().includes('yaml.worker');
    const service =
      this.#page.workers().find(isService) ??
      (await this.#page.waitForEvent('worker', { predicate: isService }));
    await service.evaluate(() => undefined);
  }

  /** The whole text. */
  async text(): Promise<string> {
    await this.focus();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.evaluate(() => navigator.clipboard.writeText(''));
    await this.#page.keyboard.press('ControlOrMeta+c');
    await expect.poll(() => this.#clipboard()).not.toBe('');
    return this.#clipboard();
  }

  /** Puts a text in place of the whole. */
  async replace(text: string): Promise<void> {
    await this.#page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await this.focus();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.press('ControlOrMeta+v');
  }

  #clipboard(): Promise<string> {
    return this.#page.evaluate(() => navigator.clipboard.readText());
  }
}
