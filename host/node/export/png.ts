import { readAsset } from './assets.ts';

const RENDERER = '@resvg/resvg-wasm/index_bg.wasm';
/** Inter in the two weights of the drawing; names are in Latin letters, subtitles may be in others. */
const FONTS = ['latin', 'latin-ext', 'greek', 'cyrillic'].flatMap((script) =>
  [400, 600].map((weight) => `@fontsource/inter/files/inter-${script}-${weight}-normal.woff2`),
);
/** Files that drawing in PNG needs, for who bundles them. */
export const PNG_ASSETS: readonly string[] = [RENDERER, ...FONTS];

/** Pixels on one unit of the drawing, so that it is sharp on dense screens. */
const SCALE = 2;
/** Pixels in width or height at most: beyond that viewers refuse a picture, and memory runs out. */
const MAX_SIDE = 12_000;

let tools: Promise<{ draw: (svg: string) => Uint8Array }> | undefined;

/**
 * Draws an SVG as PNG, with the same font on every machine.
 *
 * @param svg with `width` and `height`
 * @returns the file's bytes
 */
export async function drawPng(svg: string): Promise<Uint8Array> {
  tools ??= load();
  return (await tools).draw(svg);
}

/** Loaded when first needed: the renderer is a few megabytes. */
async function load() {
  const [{ initWasm, Resvg }, wasm, ...fonts] = await Promise.all([
    import('@resvg/resvg-wasm'),
    readAsset(RENDERER),
    ...FONTS.map(readAsset),
  ]);
  await initWasm(wasm);
  return {
    draw: (svg: string) => {
      const sheet = new Resvg(svg);
      const scale = Math.min(SCALE, MAX_SIDE / Math.max(sheet.width, sheet.height));
      sheet.free();
      const picture = new Resvg(svg, {
        fitTo: { mode: 'zoom', value: scale },
        font: { fontBuffers: fonts, loadSystemFonts: false, defaultFontFamily: 'Inter' },
      });
      const image = picture.render();
      const bytes = image.asPng();
      image.free();
      picture.free();
      return bytes;
    },
  };
}
