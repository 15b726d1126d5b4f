import type { Page } from '@playwright/test';

/** How many colours a picture has, counted coarsely by the browser itself: an empty page has a few, a drawn one dozens. */
export function coloursIn(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const image = await createImageBitmap(
      new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }),
    );
    const [width, height] = [360, 225];
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    if (!canvas) throw new Error('no canvas to count colours on');
    canvas.drawImage(image, 0, 0, width, height);
    const { data } = canvas.getImageData(0, 0, width, height);
    const colours = new Set<number>();
    for (let i = 0; i < data.length; i += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
      colours.add(((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3));
    }
    return colours.size;
  }, png.toString('base64'));
}
