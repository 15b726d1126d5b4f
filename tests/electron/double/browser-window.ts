import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { type Surroundings, WebContentsDouble } from './web-contents.ts';

/** A window: remembers how it was made, and shows a page of the real Chromium. */
export class BrowserWindowDouble extends EventEmitter {
  readonly webContents: WebContentsDouble;
  readonly options: BrowserWindowConstructorOptions;
  readonly calls: string[] = [];
  /** Settles once the page is loaded. */
  loaded: Promise<void> = Promise.resolve();
  maximized = false;
  minimized = false;
  destroyed = false;

  constructor(options: BrowserWindowConstructorOptions, surroundings: Surroundings) {
    super();
    this.options = options;
    this.webContents = new WebContentsDouble(surroundings);
  }

  loadURL(url: string): Promise<void> {
    this.loaded = this.webContents.load(url).then(() => void this.emit('ready-to-show'));
    return this.loaded;
  }

  show(): void {
    this.calls.push('show');
  }

  focus(): void {
    this.calls.push('focus');
  }

  maximize(): void {
    this.maximized = true;
  }

  restore(): void {
    this.minimized = false;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  getNormalBounds() {
    return { x: 10, y: 20, width: 1200, height: 800 };
  }

  /** Closes unless somebody prevents it, as the user's click on the cross would. */
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented || this.destroyed) return;
    this.destroyed = true;
    this.emit('closed');
  }
}
