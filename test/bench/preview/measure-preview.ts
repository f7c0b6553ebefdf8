/**
 * How long it takes from a save until it can be read in the browser: from before the file is written until this process hears
 * that Chromium has painted a frame with what was written, in view. The page, its reload and the way back of that news are in it.
 * One window is open, on the page that is to show it; once for comparison three are, which the browser paints at the same time.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { openChromium } from '../../../src/commands/shots/chromium.ts';
import { stories } from '../generate.ts';
import { type Room, serial } from '../room.ts';
import { type Save, type Shown, savesOf } from './saves.ts';
import { Served } from './served.ts';
import { Window } from './window.ts';

/** `rendered`: pages, in the middle. */
export type PreviewRow = { work: string; medianMilliseconds: number; worstMilliseconds: number; rendered: number };

const starts = 5;
/** Between a start or a save and the next, in which people read: nothing that goes on is left over. */
const pauseMilliseconds = { start: 3000, save: 300 };

export async function measurePreview(room: Room, times: number): Promise<PreviewRow[]> {
  spawnSync('git', ['-C', room.repository, 'reset', '--quiet', '--hard', 'main']);
  const { saves, urls } = savesOf([...stories(room.size)].at(-1) ?? { path: '', text: '' });
  const browser = await openChromium([room.engine, join(import.meta.dirname, '../../..')]);
  const desk = new Desk(room, browser);
  try {
    for (const save of saves) desk.write(save, 'nothing yet');
    await desk.start();
    const measured = new Map<string, Sample[]>();
    const note = (work: string, sample: Sample) => measured.set(work, [...(measured.get(work) ?? []), sample]);
    for (const [shown, url] of Object.entries(urls) as [Shown, string][]) {
      await desk.show(url);
      for (let round = 0; round < times; round++)
        for (const save of saves.filter(({ shownIn }) => shownIn.includes(shown)))
          note(
            save.shownIn.length === 1 ? save.work : `${save.work}, in the window of the ${shown}`,
            await desk.save(save),
          );
    }
    const text = saves[0] as Save;
    await desk.show(urls.story, urls.day, urls.author);
    for (let round = 0; round < times; round++) note(`${text.work}, with three windows open`, await desk.save(text));
    for (let round = 0; round < starts; round++) {
      await desk.start();
      await desk.show(urls.story);
      note('the first save after npm start', await desk.save(text));
    }
    const rows = [...measured].map(([work, samples]) => rowOf(work, samples));
    for (const row of rows) sayRow(row);
    return rows;
  } finally {
    await desk.stop();
    await browser.close();
  }
}

type Sample = { milliseconds: number; rendered: number };

/** A newsroom that is served, and windows that show it. */
class Desk {
  readonly #room: Room;
  readonly #browser: Browser;
  #served: Served | undefined;
  #origin = '';
  #windows: Window[] = [];
  #marks = 0;

  constructor(room: Room, browser: Browser) {
    this.#room = room;
    this.#browser = browser;
  }

  /** Anew, if it was served. */
  async start(): Promise<void> {
    await this.stop();
    this.#served = new Served(this.#room);
    this.#origin = await this.#served.origin();
  }

  /** Opens windows on these pages, and closes all others. */
  async show(...urls: string[]): Promise<void> {
    await this.#closeWindows();
    for (const url of urls) this.#windows.push(await Window.open(this.#browser, this.#origin + url));
    await setTimeout(pauseMilliseconds.start);
  }

  /** How long it took in the first of the windows. */
  async save(save: Save): Promise<Sample> {
    const mark = `mark${serial}x${this.#marks++}`;
    const { painted } = (await this.#windows[0]?.expect(mark)) ?? {};
    const built = this.#served?.nextBuild();
    const began = performance.now();
    this.write(save, mark);
    const end = await painted?.catch((error: Error) => {
      throw new Error(`${save.work}: ${error.message}. npm start said:\n${this.#served?.said}`);
    });
    const rendered = (await built) ?? 0;
    await setTimeout(pauseMilliseconds.save);
    return { milliseconds: (end ?? Number.NaN) - began, rendered };
  }

  write({ file }: Save, mark: string): void {
    const { path, text } = file(mark);
    writeFileSync(join(this.#room.repository, 'content', path), text);
  }

  async stop(): Promise<void> {
    await this.#closeWindows();
    await this.#served?.stop();
  }

  async #closeWindows(): Promise<void> {
    for (const window of this.#windows) await window.close();
    this.#windows = [];
  }
}

function rowOf(work: string, samples: readonly Sample[]): PreviewRow {
  const sorted = (numbers: number[]) => numbers.sort((a, b) => a - b);
  const middle = (numbers: number[]) => sorted(numbers)[Math.floor(numbers.length / 2)] ?? Number.NaN;
  const milliseconds = sorted(samples.map((each) => each.milliseconds));
  return {
    work,
    medianMilliseconds: Math.round(middle(milliseconds)),
    worstMilliseconds: Math.round(milliseconds.at(-1) ?? Number.NaN),
    rendered: middle(samples.map((each) => each.rendered)),
  };
}

function sayRow({ work, medianMilliseconds, worstMilliseconds, rendered }: PreviewRow): void {
  const times = `${String(medianMilliseconds).padStart(5)} ms, at worst ${String(worstMilliseconds).padStart(5)} ms`;
  console.log(`${work.padEnd(46)} ${times}  ${rendered} pages rendered`);
}
