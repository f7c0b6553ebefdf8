/** Searches a built site as the script of its page does, and writes down which files it asks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IndexReader } from '../../layouts/search/index-reader.ts';
import type { PageData, ToldStory } from '../../layouts/search/page-data.ts';
import { type Query, soughtBy } from '../../layouts/search/query.ts';
import { Terms } from '../../src/content/search/terms.ts';

/**
 * `rests`: what it had looked through each time that it rested, and how many files it had asked; `leftOut`: words that it did
 * not look for.
 */
export type Found = { urls: string[]; asked: string[]; rests: string[]; leftOut: string[] };

type Narrowed = Partial<Omit<Query, 'text'>> & { language?: string; most?: number };

/** A space behind `text` ends its last word. */
export async function searchSite(
  out: string,
  text: string,
  { section = '', year = '', author = '', language = 'en', most = 1000 }: Narrowed = {},
): Promise<Found> {
  const folder = language === 'en' ? '' : `${language}/`;
  const data = pageData(readFileSync(join(out, `${folder}search/index.html`), 'utf8'));
  const asked: string[] = [];
  const ask = async (url: string) => {
    asked.push(url);
    return readFileSync(join(out, url), 'utf8');
  };
  const reader = new IndexReader({ ...data, ask });
  const sought = soughtBy({ text, section, year, author }, language, new Terms(language));
  const urls: string[] = [];
  const rests: string[] = [];
  for await (const found of reader.find(sought, year === '' ? undefined : Number(year))) {
    if (typeof found === 'object') rests.push(`${found.lookedThrough} after ${asked.length}`);
    else if (urls.push(((await reader.storyAt(found)) as ToldStory)[0]) === most) break;
  }
  const leftOut = reader.leftOut(sought).flatMap(({ word = [] }) => word);
  return { urls, asked, rests, leftOut };
}

function pageData(html: string): PageData {
  const [, json = ''] = /id="search-data">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json);
}
