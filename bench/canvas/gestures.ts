/** What is done with the canvas while frames are counted. */
export const GESTURES = ['pan', 'zoom', 'drag'] as const;
export type Gesture = (typeof GESTURES)[number];

/**
 * Runs in the page: makes one step of a gesture per frame and returns how long each frame took, in milliseconds.
 * Both pages get the very same events; a function of its own, because only its text reaches the browser.
 */
export async function framesOf({ gesture, steps }: { gesture: Gesture; steps: number }): Promise<number[]> {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const settled = async (frames: number) => {
    for (let frame = 0; frame < frames; frame++) await nextFrame();
  };
  const pane = document.querySelector('.react-flow__pane');
  if (!pane) throw new Error('The page has no canvas.');
  const { width, height } = pane.getBoundingClientRect();
  const mouse = (target: EventTarget, type: string, x: number, y: number, buttons: number) =>
    target.dispatchEvent(
      new MouseEvent(type, {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: x,
        clientY: y,
        buttons,
      }),
    );
  const wheel = (deltaX: number, deltaY: number, ctrlKey: boolean) =>
    pane.dispatchEvent(
      new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: width / 2,
        clientY: height / 2,
        deltaX,
        deltaY,
        ctrlKey,
      }),
    );

  let step: (index: number) => void;
  let after = () => {};
  if (gesture === 'pan') {
    step = (index) => wheel(index < steps / 2 ? 6 : -6, index % 2 === 0 ? 3 : -3, false);
  } else if (gesture === 'zoom') {
    step = (index) => wheel(0, index < steps / 2 ? -6 : 6, true);
  } else {
    const grip = await gripNear(width / 2, height / 2);
    mouse(grip.node, 'mousedown', grip.x, grip.y, 1);
    step = (index) => mouse(window, 'mousemove', grip.x + 2 * index + 4, grip.y + index, 1);
    after = () => mouse(window, 'mouseup', grip.x, grip.y, 0);
  }

  /** A card near a point; the pointer first rests on it, as a hand's would. */
  async function gripNear(x: number, y: number) {
    for (let shift = 0; shift < 300; shift += 3) {
      const [px, py] = [x + shift, y + shift / 3];
      const below = document.elementFromPoint(px, py);
      below?.dispatchEvent(
        new PointerEvent('pointermove', { bubbles: true, view: window, clientX: px, clientY: py }),
      );
      if (below) mouse(below, 'mousemove', px, py, 0);
      await settled(3);
      const node = document.elementFromPoint(px, py)?.closest('.react-flow__node');
      if (node) return { node, x: px, y: py };
    }
    throw new Error('There is no card to drag.');
  }

  await settled(10);
  const frames: number[] = [];
  let before = await nextFrame();
  for (let index = 0; index < steps; index++) {
    step(index);
    const now = await nextFrame();
    frames.push(now - before);
    before = now;
  }
  after();
  await settled(10);
  return frames;
}
