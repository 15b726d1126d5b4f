import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, ensureBrowser } from './browser.ts';

/** Renders build/icon.svg to build/icon.png, from which electron-builder makes every platform's format. */
const SIZE = 1024;
const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const svg = await readFile(inProject('build/icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: CHROMIUM_ARGS });
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
await writeFile(inProject('build/icon.png'), await page.screenshot({ omitBackground: true }));
await browser.close();
