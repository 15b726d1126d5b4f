import { EventEmitter } from 'node:events';
import type { Page } from '@playwright/test';
import { installPreload } from './page-side.ts';
import type { MessagePortDouble } from './ports.ts';

/** Chromium outside of Electron knows no `app://`; it is given this origin, and the main process never sees it. */
const OUTSIDE = 'https://archwright.test';
const INSIDE = 'app://archwright';

type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

/** What the double needs of its surroundings. */
export interface Surroundings {
  openPage(): Promise<Page>;
  preload: string;
  /** Answers a request to the application's scheme. */
  serve(request: Request): Promise<Response>;
  ipcMain: EventEmitter;
}

/** A page of the window: the real Chromium behind the part of Electron's interface that the application uses. */
export class WebContentsDouble extends EventEmitter {
  readonly mainFrame = { url: '' };
  openHandler: OpenHandler = () => ({ action: 'allow' });
  crashed = false;
  page: Page | undefined;
  readonly sent: { channel: string; args: unknown[] }[] = [];
  readonly #surroundings: Surroundings;
  #ports = 0;
  readonly #portsById = new Map<number, MessagePortDouble>();

  constructor(surroundings: Surroundings) {
    super();
    this.#surroundings = surroundings;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  reload(): void {
    void this.page?.reload();
  }

  send(channel: string, ...args: unknown[]): void {
    this.sent.push({ channel, args });
    void this.#receive(channel, args, []);
  }

  postMessage(channel: string, message: unknown, ports: MessagePortDouble[] = []): void {
    const ids = ports.map((port) => this.#bring(port));
    void this.#receive(channel, [message], ids);
  }

  /** A message as if from this page, or from somebody who pretends to be it. */
  pretend(
    channel: string,
    args: unknown[],
    senderFrame: { url: string } | null,
    sender: unknown = this,
  ): void {
    this.#surroundings.ipcMain.emit(channel, { sender, senderFrame }, ...args);
  }

  async load(url: string): Promise<void> {
    const page = await this.#surroundings.openPage();
    this.page = page;
    this.mainFrame.url = url;
    await page.exposeFunction('doubleSend', (channel: string, args: unknown[]) =>
      this.pretend(channel, args, this.mainFrame),
    );
    await page.exposeFunction('doublePortMessage', (id: number, data: unknown) =>
      this.#portsById.get(id)?.other?.receive(data),
    );
    await page.addInitScript(installPreload, this.#surroundings.preload);
    await page.route(`${OUTSIDE}/**`, async (route) => {
      const request = new Request(route.request().url().replace(OUTSIDE, INSIDE), {
        method: route.request().method(),
      });
      const response = await this.#surroundings.serve(request);
      const body = Buffer.from(await response.arrayBuffer());
      await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
    });
    await page.goto(url.replace(INSIDE, OUTSIDE));
  }

  /** What is sent to a page that is gone is lost, as it is in Electron. */
  async #receive(channel: string, args: unknown[], ports: number[]): Promise<void> {
    const sent = this.page?.evaluate(
      ([name, values, ids]) =>
        (window as unknown as { doubleReceive(...given: unknown[]): void }).doubleReceive(name, values, ids),
      [channel, args, ports] as const,
    );
    await sent?.catch(() => undefined);
  }

  #bring(port: MessagePortDouble): number {
    const id = ++this.#ports;
    this.#portsById.set(id, port);
    port.deliver = (data) => {
      const delivered = this.page?.evaluate(
        ([to, message]) =>
          (window as unknown as { doubleDeliver(id: number, data: unknown): void }).doubleDeliver(
            to,
            message,
          ),
        [id, data] as const,
      );
      delivered?.catch(() => undefined);
    };
    return id;
  }
}
