import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { findElectron, hasDisplay } from '../../cli/launch.ts';

/** The real Electron. Runs wherever its executable is installed and there is a display; elsewhere it says that it does not. */
const project = fileURLToPath(new URL('../..', import.meta.url));
const binary = await findElectron(join(project, 'node_modules/electron'));
const missing =
  binary === undefined
    ? 'the Electron binary'
    : hasDisplay(process.platform, process.env)
      ? undefined
      : 'a display';
if (missing) process.stdout.write(`smoke.electron.test.ts skipped: needs ${missing}\n`);

test.skipIf(missing !== undefined)(
  'the application starts, opens its page sandboxed and answers',
  async () => {
    for (const mode of ['main', 'preload']) {
      await build({ configFile: join(project, 'vite.electron.config.ts'), mode, logLevel: 'error' });
    }
    await build({ configFile: join(project, 'vite.config.ts'), logLevel: 'error' });
    const folder = await mkdtemp(join(tmpdir(), 'archwright-smoke-'));
    const application = await _electron.launch({
      executablePath: binary,
      args: [project, `--user-data-dir=${folder}`],
      env: { ...process.env, ARCHWRIGHT_HOME: folder },
    });
    try {
      const page = await application.firstWindow();
      await page.waitForLoadState('load');
      expect(page.url()).toBe('app://archwright/');
      expect(await page.evaluate(() => typeof (globalThis as { process?: unknown }).process)).toBe(
        'undefined',
      );
      const names = await page.evaluate(() =>
        Object.keys((window as unknown as { archwright: object }).archwright),
      );
      expect(names).toContain('connect');
      await page.getByText('shop', { exact: false }).first().waitFor();
    } finally {
      await application.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
