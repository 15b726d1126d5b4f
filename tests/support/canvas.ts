import { expect, type Locator, type Page } from '@playwright/test';

interface Point {
  x: number;
  y: number;
}

/** The drawing: cards, lines and what the mouse does with them. */
export class Canvas {
  readonly #page: Page;
  readonly area: Locator;
  readonly cards: Locator;
  readonly edges: Locator;
  readonly selected: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.area = page.getByRole('application', { name: 'Drawing of the system' });
    this.cards = this.area.locator('[data-component]');
    this.edges = this.area.locator('[data-edge]');
    this.selected = this.area.locator('[data-component][data-selected]');
  }

  /** The line between two components. */
  edge(from: string, to: string): Locator {
    return this.area.locator(`[data-edge][data-from="${from}"][data-to="${to}"]`);
  }

  card(name: string): Locator {
    return this.area.locator(`[data-component="${name}"]`);
  }

  /** Waits until the drawing stands still: frame and view the same in three pictures on end. */
  async atRest(): Promise<void> {
    await this.area.evaluate(async (area) => {
      const view = area.querySelector('.react-flow__viewport');
      let before = '';
      for (let same = 0; same < 3; ) {
        await new Promise((drawn) => requestAnimationFrame(drawn));
        const now = JSON.stringify([area.getBoundingClientRect(), view?.getAttribute('style')]);
        same = now === before ? same + 1 : 0;
        before = now;
      }
    });
  }

  /** Names of the components that are drawn. */
  async names(): Promise<string[]> {
    const names = await this.cards.evaluateAll((cards) =>
      cards.map((card) => card.getAttribute('data-component') ?? ''),
    );
    return names.toSorted();
  }

  /** Name of the one component of a kind. */
  async nameOf(kind: string): Promise<string> {
    const name = await this.area.locator(`[data-kind="${kind}"]`).getAttribute('data-component');
    if (name === null) throw new Error(`there is no ${kind}`);
    return name;
  }

  /** Middle of a card on the page. */
  async centre(name: string): Promise<Point> {
    const box = await this.card(name).boundingBox();
    if (!box) throw new Error(`${name} is not on the page`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** A point of the canvas, as shares of its width and height. */
  async at(x: number, y: number): Promise<Point> {
    const box = await this.area.boundingBox();
    if (!box) throw new Error('the canvas is not on the page');
    return { x: box.x + box.width * x, y: box.y + box.height * y };
  }

  /** Moves the pressed mouse in steps, as a hand does, from one point to another. */
  async drag(from: Point, to: Point, before: () => Promise<void> = async () => undefined): Promise<void> {
    const { mouse } = this.#page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
    await mouse.move(to.x, to.y, { steps: 6 });
    await before();
    await mouse.up();
  }

  /** Drags a kind from the palette to a place on the canvas. */
  async dropFromPalette(item: Locator, to: Point): Promise<void> {
    const before = await this.cards.count();
    await item.scrollIntoViewIfNeeded();
    const box = await item.boundingBox();
    if (!box) throw new Error('the palette entry is not on the page');
    await this.drag({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, to);
    await expect(this.cards).toHaveCount(before + 1);
  }

  /** Moves a card by a distance in pixels. */
  async moveCard(name: string, by: Point): Promise<void> {
    const from = await this.centre(name);
    await this.drag(from, { x: from.x + by.x, y: from.y + by.y });
  }

  /**
   * Drags a line from a card's handle to another card.
   *
   * @param atTarget looks at the page while the line hangs over the target
   */
  async connect(from: string, to: string, atTarget?: () => Promise<void>): Promise<void> {
    await this.connectTo(from, await this.centre(to), atTarget);
  }

  /** Drags a line from a card's handle to a point of the page. */
  async connectTo(from: string, to: Point, atTarget?: () => Promise<void>): Promise<void> {
    const middle = await this.centre(from);
    await this.#page.mouse.move(middle.x, middle.y);
    const side = to.x >= middle.x ? 'right' : 'left';
    const handle = await this.card(from).locator(`.aw-handle[data-handlepos="${side}"]`).boundingBox();
    if (!handle) throw new Error(`${from} shows no handle`);
    await this.drag({ x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 }, to, atTarget);
  }
}
