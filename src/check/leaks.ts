/**
 * Whether a built file gives away a story that nobody may see: its address, its headline, a picture or a document of it, or
 * the name of one. Every file that is a text is searched, and every path, whoever wrote them; in what is the newsroom's own
 * a headline is its own words.
 */

import { defaultLanguage, type Language } from '../content/names.ts';
import { notFoundFile } from '../content/own-addresses.ts';
import { positionFinder } from '../content/position-finder.ts';
import type { Site } from '../content/site.ts';
import { typeOf } from '../content/story-files.ts';
import { type Layer, layersOf } from '../content/written-text.ts';
import type { Position } from '../problem.ts';
import { type BuiltSite, readText } from './built-site.ts';
import type { Finding, Said } from './finding.ts';
import * as say from './leak-problems.ts';
import type { Verdict } from './looked-at.ts';
import type { PublicTexts } from './public-texts.ts';
import type { Phrase, StoryAddress, Unpublished } from './unpublished.ts';

export type WhatMayNotStand = { unpublished: Unpublished; texts: PublicTexts };

type Leak = Said & { subject: string; offset: number };

const textTypes: ReadonlySet<string> = new Set(
  'html xml atom json txt js mjs css svg webmanifest csv map md yaml'.split(' '),
);

export async function checkLeaks(
  site: BuiltSite,
  { unpublished, texts }: WhatMayNotStand,
): Promise<Verdict & { faulty: Set<string> }> {
  const counts = { files: 0, addresses: 0, 'unpublished stories': unpublished.count };
  const findings: Finding[] = [];
  if (unpublished.count === 0) return { findings, faulty: new Set(), looked: { gate: 'leaks', counts } };
  const seen = new Map<string, (Said & { subject: string }) | undefined>();
  for (const path of site.paths) {
    counts.files += 1;
    for (const { offset: _offset, ...said } of leaksOfPath(path, unpublished)) findings.push({ path, ...said });
    if (!textTypes.has(typeOf(path))) continue;
    const text = readText(site, path);
    const layer = layersOf(text).at(-1) as Layer;
    const addresses = [...addressesIn(layer.text, unpublished.site)];
    counts.addresses += addresses.length;
    const leaks = [
      ...addresses.flatMap((each) => leakOfAddress(each, unpublished, seen)),
      ...oldAddressesIn(layer.text, unpublished),
      ...(await phrasesIn(layer.text, unpublished, async (phrase) => {
        if (phrase.is === 'name') return !unpublished.isNameOfOthers(phrase);
        if (site.isAsItWas(path)) return false;
        const stories = new Set([path, ...addresses.map(({ story }) => story ?? '')].map(storyIn));
        return !(await texts.say(phrase.words, { stories, page: pageOf(path) }));
      })),
    ];
    if (leaks.length === 0) continue;
    const find = positionFinder(text);
    const at = (offset: number): Position => find(layer.at(offset));
    for (const { offset, ...said } of leaks) findings.push({ path, ...at(offset), ...said });
  }
  return { findings, faulty: new Set(findings.map(({ path }) => path)), looked: { gate: 'leaks', counts } };
}

/** A file may itself lie at an address that nobody is to know. */
function leaksOfPath(path: string, unpublished: Unpublished): Leak[] {
  return [...addressesIn(`/${path}`, unpublished.site)].flatMap((each) => leakOfAddress(each, unpublished));
}

/** An address as it stands in a text: of a story, or of a picture by its blob. */
type Found = Partial<StoryAddress> & { blob?: string; written: string; offset: number };

const storyOrPicture =
  /(?<!\d)(\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+)(?:\/([^\s"'<>|?#()\\/]+)|((?:\.[a-z-]+)?\.md)\b)?|assets\/([0-9a-f]{16})[a-z]/g;

/** Addresses of other sites are none of ours. */
function* addressesIn(text: string, site: Site): Generator<Found, undefined> {
  const own = new URL(site.url).host;
  for (const { 0: written, 1: story, 2: beside, 3: ending, 4: blob, index } of text.matchAll(storyOrPicture)) {
    const { host, before } = whereStands(text, index);
    if (host !== undefined && host !== own) continue;
    const offset = index;
    if (blob !== undefined) yield { blob, written, offset };
    else if (ending !== undefined) yield { story, file: `articles/${story}${ending}`, written, offset };
    else yield { story, language: languageOf(before, site), file: beside, written, offset };
  }
}

/** The host that an address is at, if it says one, and what of it stands before. */
function whereStands(text: string, index: number): { host?: string; before: string } {
  const token = /[^\s"'<>()=,;|]*$/.exec(text.slice(Math.max(0, index - longestBefore), index))?.[0] ?? '';
  const [, host, before = ''] = /^(?:.*?:)?\/\/([^/]*)(\/.*)?$/.exec(token) ?? [];
  return host === undefined ? { before: token } : { host: host.toLowerCase(), before };
}

const longestBefore = 200;

/** `/ru/` before the date; what has no slash before it, or another folder, is the story in any language. */
function languageOf(before: string, site: Site): Language | undefined {
  if (before === '/') return defaultLanguage(site);
  const [, prefix] = /^\/([^/]+)\/$/.exec(before) ?? [];
  return site.languages.find((each) => each === prefix && each !== defaultLanguage(site));
}

/** `seen`: what was found out of addresses before; most pages name the same. */
function leakOfAddress(
  { written, offset, ...found }: Found,
  unpublished: Unpublished,
  seen: Map<string, (Said & { subject: string }) | undefined> = new Map(),
): Leak[] {
  const key = JSON.stringify(found);
  if (!seen.has(key)) seen.set(key, whatLeaks(written, found, unpublished));
  const said = seen.get(key);
  return said ? [{ ...said, offset }] : [];
}

function whatLeaks(
  written: string,
  { blob, story, ...rest }: Omit<Found, 'written' | 'offset'>,
  unpublished: Unpublished,
): (Said & { subject: string }) | undefined {
  const path = blob !== undefined ? unpublished.pictureWith(blob) : unpublished.fileAt({ story: story ?? '', ...rest });
  if (path === undefined) return undefined;
  const hidden = { path, why: unpublished.why(path) };
  return { subject: path, ...(path.endsWith('.md') ? say.address(written, hidden) : say.file(written, hidden)) };
}

function oldAddressesIn(text: string, unpublished: Unpublished): Leak[] {
  const own = new URL(unpublished.site.url).host;
  return unpublished.oldAddresses.flatMap(({ address, path }) => {
    const found: Leak[] = [];
    for (let offset = text.indexOf(address); offset !== -1; offset = text.indexOf(address, offset + 1)) {
      const { host, before } = whereStands(text, offset + 1);
      const isWhole = (host === undefined || host === own) && before === '/';
      const next = text[offset + address.length] ?? '';
      if (!isWhole || /[\p{L}\p{N}_-]/u.test(next)) continue;
      found.push({ subject: path, offset, ...say.address(address, { path, why: unpublished.why(path) }) });
    }
    return found;
  });
}

async function phrasesIn(
  text: string,
  unpublished: Unpublished,
  isLeak: (phrase: Phrase) => boolean | Promise<boolean>,
): Promise<Leak[]> {
  const judged = new Map<Phrase, boolean>();
  const found = unpublished.phrases.in(text);
  for (const { value: phrase } of found) if (!judged.has(phrase)) judged.set(phrase, await isLeak(phrase));
  return found.flatMap(({ value: phrase, offset }) => {
    const hidden = { path: phrase.path, why: unpublished.why(phrase.path) };
    const said = phrase.is === 'headline' ? say.headline(phrase.text, hidden) : say.file(phrase.text, hidden);
    return judged.get(phrase) ? [{ subject: phrase.path, offset, ...said }] : [];
  });
}

/** `ru/2015/11/26/talks/index.html` is of `2015/11/26/talks`. */
function storyIn(path: string): string {
  return /\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+/.exec(path)?.[0] ?? path;
}

/** `ru/topics/nato/index.html` is called `nato`; a front is of no page. */
function pageOf(path: string): string {
  const names = path.split('/');
  return names.at(-1) === notFoundFile ? '' : (names.at(-2) ?? '');
}
