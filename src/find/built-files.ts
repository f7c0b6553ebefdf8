/** Looks for names in every file of a built site: in its bytes and in its own address. One file at a time is in memory. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isFeedFile } from '../content/own-addresses.ts';
import { decodedPath } from '../content/spelling.ts';
import { outputPath, urlOfOutput } from '../content/urls.ts';
import { layersOf } from '../content/written-text.ts';
import { pathBelow } from '../source/path-below.ts';
import { readRegularFile } from '../source/regular-file.ts';
import { findInBytes } from './find-in-bytes.ts';
import { type Found, findInText } from './find-in-text.ts';
import { type PlaceInSite, places, placesInHtml } from './html-places.ts';
import { filesBelow } from './newsroom-files.ts';

export type BuiltFile = {
  /** As readers ask for it. */
  url: string;
  where: PlaceInSite[];
  /** As they read there, by their keys; none, if all of them are kept. */
  forms: ReadonlyMap<string, string>;
  /** Some of them are ids, by which feeds know stories. */
  hasKept: boolean;
  /** Every address that it names. */
  names: ReadonlySet<string>;
};

export type SiteToSearch = {
  /** Absolute. */
  out: string;
  /** Ids of stories that are kept, as they are written. */
  keptIds: readonly string[];
  /** To be told, as a file of many was looked at. */
  onFile?(): void;
};

export function* searchSite({ out, keptIds, onFile }: SiteToSearch, patterns: readonly RegExp[]): Iterable<BuiltFile> {
  const isKept = keeps(out, keptIds);
  for (const file of filesBelow(out)) {
    const path = pathBelow(out, file);
    onFile?.();
    if (path === '.edition') continue;
    const bytes = readRegularFile(file) ?? new Uint8Array();
    const inAddress = findInText(path, patterns);
    const { found, isRead } = findInBytes(bytes, patterns);
    if (inAddress.length + found.length === 0) continue;
    const text = isRead ? new TextDecoder().decode(bytes) : '';
    const counted = found.filter((each) => !isKept(each));
    yield {
      url: urlOfOutput(path),
      where: wherein({ path, text, isRead }, { inAddress, found }, patterns),
      forms: formsOf([...inAddress, ...counted]),
      hasKept: counted.length < found.length,
      names: addressesIn(text),
    };
  }
}

/** Whether something answers at a URL of the site. */
export function isBuilt(out: string, url: string): boolean {
  return existsSync(join(out, outputPath(url)));
}

function formsOf(found: readonly Found[]): Map<string, string> {
  return new Map(found.map(({ key, form }) => [key, form]));
}

/** Whether what was found is a part of such an id, and nothing answers at its address. */
function keeps(out: string, ids: readonly string[]): (found: Found) => boolean {
  const kept = ids.map((id) => decodedPath(id) ?? id).filter((id) => !existsSync(join(out, outputPath(pathOf(id)))));
  return ({ word }) => kept.some((id) => (decodedPath(word) ?? word).includes(id));
}

/** Of an id that has a host. */
function pathOf(id: string): string {
  return id.replace(/^https?:\/\/[^/]*/, '') || '/.edition/none';
}

function wherein(
  { path, text, isRead }: { path: string; text: string; isRead: boolean },
  { inAddress, found }: { inAddress: readonly Found[]; found: readonly Found[] },
  patterns: readonly RegExp[],
): PlaceInSite[] {
  const where = new Set<PlaceInSite>(inAddress.length > 0 ? ['address'] : []);
  if (found.length > 0)
    for (const each of isRead && path.endsWith('.html') ? placesInHtml(text, patterns) : [placeOfFile(path)])
      where.add(each);
  return places.filter((each) => where.has(each));
}

function placeOfFile(path: string): PlaceInSite {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isFeedFile(name)) return 'feed';
  return /^(?:news-)?sitemap\.xml$|^sitemaps\//.test(path) ? 'sitemap' : 'file';
}

const address = /(?:https?:\/)?\/[^\s"'<>\\()[\]]*/g;

/** Without query and fragment. */
function addressesIn(text: string): Set<string> {
  const texts = layersOf(text).map((layer) => layer.text);
  return new Set(texts.flatMap((each) => (each.match(address) ?? []).map((one) => one.replace(/[?#].*$/s, ''))));
}
