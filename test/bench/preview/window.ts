/** A window of Chromium that tells when a mark in the page’s text has been painted in view. */
import type { Browser, Page } from 'playwright-core';

/** How long a save may take before it counts as never shown, in milliseconds. */
const patience = 30_000;

export class Window {
  readonly #page: Page;
  #painted: (mark: string) => void = () => {};

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser, url: string): Promise<Window> {
    const context = await browser.newContext(); // of its own, so that no window lies behind another
    const window = new Window(await context.newPage());
    await window.#page.exposeBinding('tellPainted', (_source, mark: string) => window.#painted(mark));
    await window.#page.addInitScript(watchFrames);
    await window.#page.goto(url);
    return window;
  }

  /** To be awaited before the save; what it gives is fulfilled with the time at which this process heard of the paint. */
  async expect(mark: string): Promise<{ painted: Promise<number> }> {
    const painted = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.#page.url()} never showed “${mark}”`)), patience);
      this.#painted = (told) => {
        if (told !== mark) return;
        clearTimeout(timer);
        resolve(performance.now());
      };
    });
    painted.catch(() => undefined); // it is told where it is awaited
    await this.#page.evaluate((text) => {
      window.name = text; // which stays when the page is loaded again
    }, mark);
    return { painted };
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}

/**
 * Runs in each page that is loaded, before anything of it. A frame in which the mark is there is painted before a message that
 * is sent in it arrives.
 */
function watchFrames(): void {
  const tell = (window as unknown as { tellPainted(mark: string): void }).tellPainted;
  const textWith = (mark: string) => {
    const path = `//body//text()[contains(., '${mark}')][not(ancestor::script)]`;
    return document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue?.parentElement;
  };
  const isInView = ({ top, bottom, height }: DOMRect) => height > 0 && top >= 0 && bottom <= innerHeight;
  const look = () => {
    const element = window.name === '' ? undefined : textWith(window.name);
    if (!element) {
      if (document.readyState !== 'complete') requestAnimationFrame(look);
      return;
    }
    if (!isInView(element.getBoundingClientRect())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (!isInView(element.getBoundingClientRect())) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell(window.name);
    port2.postMessage('painted');
  };
  requestAnimationFrame(look);
}
