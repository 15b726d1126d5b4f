import type { Page } from '@playwright/test';
import { vi } from 'vitest';
import type { host as hostClient } from '../../../renderer/host.ts';

/** What the test page hands out. */
export interface TestWindow {
  host: typeof hostClient;
  heard: string[];
  desktop: { onClose(ask: () => Promise<boolean>): () => void };
}

/** The page answers in its own time; a busy machine needs patience. */
export const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 20_000 });
/** What the desktop told the page. */
export const heard = (page: Page) => page.evaluate(() => (window as unknown as TestWindow).heard);
