import { expect, type Locator, type Page } from '@playwright/test';
import { Canvas } from './canvas.ts';
import type { ConsoleGuard } from './console-guard.ts';
import type { Place } from './place.ts';
import { YamlPane } from './yaml-pane.ts';

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
    await expect(this.canvas.area).toBeVisible();
  }

  /** From the welcome screen into a sample. */
  async openSample(title: RegExp | string): Promise<void> {
    await this.page.getByRole('button', { name: title }).click();
    await expect(this.canvas.cards.first()).toBeVisible();
  }

  /** Runs a command by the command palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    const search = this.page.getByRole('textbox', { name: 'Find a command or component' });
    await search.fill(title);
    await this.page.locator('.mantine-Spotlight-action').filter({ hasText: title }).first().click();
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
