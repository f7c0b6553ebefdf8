/** `broadsheet shots`: takes pictures of built pages, for people who have changed how they look. */
import { rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { outputPath } from '../content/urls.ts';
import { engineRoot } from '../engine-files.ts';
import { WrongUsage } from '../errors.ts';
import { makeFolder } from '../source/make-folder.ts';
import { catalogOf } from './check.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { folderOptions, newsroomFlagHelp, readFlags } from './options.ts';
import { showProgressHere } from './progress.ts';
import type { ExitCode } from './run-command.ts';
import { openChromium } from './shots/chromium.ts';
import { emptinessTable, measureEmptiness } from './shots/emptiness.ts';
import { onePageOfEachKind } from './shots/pages.ts';
import { takeShots, usualWidths } from './shots/take-shots.ts';
import { say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('shots', '[flags]')}

Takes pictures of pages of the built site, narrow and wide, light and dark, and on paper. They
are in the folder “shots” of --cache, where those of the last time are removed. It needs Chromium and
the package playwright-core, and asks no other site for anything.

${newsroomFlagHelp}
  --page URL      a page to take, from the site's root; once for each (one of every kind of page)
  --width N       so many pixels wide; once for each (320, 768, 1280 and 1920)
  --empty         takes no pictures and prints how much of each page is empty, as it is scrolled in windows
                  1000 pixels high: of what it is about, of what is seen of that first, of the whole
                  paper; and how many links to stories stand in the first window
  --out DIR       the built site (dist)
  --cache DIR     what is remembered between builds (.cache)

Examples:
  ${call('shots')}
  ${call('shots', '--page / --page /about/')}
  ${call('shots', '--empty --page / --width 1280 --width 1920')}`;

const flags = {
  page: { type: 'string', multiple: true },
  width: { type: 'string', multiple: true },
  empty: { type: 'boolean' },
  out: { type: 'string' },
  cache: { type: 'string' },
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const { out, cache } = folderOptions(newsroom, values);
  const urls = values.page?.map((url) => builtPage(url, out, newsroom)) ?? pagesToTake({ out, cache }, newsroom);
  const widths = values.width?.map(widthOption) ?? usualWidths;
  const browser = await openChromium([newsroom.root, engineRoot]);
  if (values.empty) {
    const found = await measureEmptiness(browser, { out, urls, widths }).finally(() => browser.close());
    say(emptinessTable(found));
    return 0;
  }
  const folder = join(cache, 'shots');
  const { progress, end } = showProgressHere();
  try {
    rmSync(folder, { recursive: true, force: true });
    makeFolder(folder);
    await takeShots(browser, {
      out,
      folder,
      urls,
      widths,
      onProgress: (done, all) => progress('Taking pictures', done, all),
    });
  } finally {
    end();
    await browser.close();
  }
  const pages = urls.length === 1 ? '1 page' : `${urls.length} pages`;
  say(`Took ${pages}, ${widths.join(', ')} pixels wide, in light and dark, and on paper: ${relative('.', folder)}`);
  return 0;
}

export const shotsCommand = { help, run };

function widthOption(value: string): number {
  const width = Number(value);
  if (Number.isInteger(width) && width >= 100 && width <= 10_000) return width;
  throw new WrongUsage(`--width takes a number of pixels from 100 to 10000, not “${value}”.`);
}

/** From the site's root, as a path. */
function builtPage(url: string, out: string, { call }: Newsroom): string {
  const file = join(out, outputPath(url));
  if (url.startsWith('/') && file.endsWith('.html') && statSync(file, { throwIfNoEntry: false })?.isFile()) return url;
  throw new WrongUsage(
    `There is no page at ${url} in ${out}. Write its path as in /about/, or build it: ${call('build')}`,
  );
}

function pagesToTake({ out, cache }: { out: string; cache: string }, { call }: Newsroom): string[] {
  const catalog = catalogOf(cache, out);
  if (!catalog)
    throw new WrongUsage(
      `What is in ${out} is not what was built last, so its pages are not known. Build it first: ${call('build')}`,
    );
  try {
    return onePageOfEachKind(catalog, out);
  } finally {
    catalog.close();
  }
}
