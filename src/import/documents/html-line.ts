/** A line of an HTML document: words with what its styles make of them, links, signs of notes and comments, pictures. */
import type { Element, Parents } from 'hast';
import { attribute, textOf } from '../text/tree.ts';
import type { Looks } from './html-looks.ts';
import type { Line, Mark } from './line.ts';
import { signOfNote } from './notes.ts';
import type { Told } from './told.ts';

export type Reading = {
  looks: Looks;
  told: Told;
  /** The number of a note, by the name of the place where it stands. */
  note(place: string): number | undefined;
  /** Whether a comment stands at a place. */
  isComment(place: string): boolean;
};

/** `isPlain`: what kind of line it is says already how it looks. */
export type Standing = { marks: ReadonlySet<Mark>; isPlain: boolean; href?: string; how: readonly string[] };

export function readHtmlLine(parent: Parents, line: Line, reading: Reading, standing: Standing): void {
  for (const child of parent.children) {
    if (child.type === 'text') addText(child.value.replace(/\s+/g, ' '), line, reading, standing);
    else if (child.type === 'element') readElement(child, line, reading, standing);
  }
}

function readElement(each: Element, line: Line, reading: Reading, standing: Standing): void {
  const { tagName } = each;
  if (tagName === 'br') line.element('<br>');
  else if (tagName === 'img')
    line.picture({
      src: attribute(each, 'src'),
      alt: attribute(each, 'alt') || attribute(each, 'title'),
      href: standing.href,
    });
  else if (isSign(each, reading)) tellSign(each, line, reading);
  else {
    const { marks, isPlain, isUnderlined, colour, ground } = reading.looks.of(each);
    const kept = [...standing.marks].filter((mark) => !(isPlain && mark === 'strong'));
    const href = tagName === 'a' ? addressOf(attribute(each, 'href')) : undefined;
    const above = colour === undefined ? standing.how : standing.how.filter((one) => !one.startsWith('#'));
    const how = [
      isUnderlined ? 'underlined' : [],
      ground === undefined ? [] : `marked in ${ground}`,
      colour ?? [],
    ].flat();
    readHtmlLine(each, line, reading, {
      ...standing,
      ...{ marks: new Set([...kept, ...marks]), how: [...above, ...how] },
      ...(href && { href }),
    });
  }
}

/** A raised link to a note or to a comment, or one alone. */
function isSign(each: Element, reading: Reading): boolean {
  return placeOf(each, reading) !== undefined;
}

function placeOf(each: Element, { note, isComment }: Reading): string | undefined {
  const link =
    each.tagName === 'a' ? each : each.tagName === 'sup' && each.children.length === 1 ? each.children[0] : undefined;
  if (link?.type !== 'element' || link.tagName !== 'a') return undefined;
  const place = attribute(link, 'href').replace(/^#/, '');
  return note(place) !== undefined || isComment(place) ? place : undefined;
}

function tellSign(each: Element, line: Line, reading: Reading): void {
  const place = placeOf(each, reading) ?? '';
  const number = reading.note(place);
  reading.told.lose('note-mark', textOf(each), textOf(each));
  if (number !== undefined) line.element(signOfNote(number));
}

/** Google leads all links over an address of its own, which stops leading anywhere. */
function addressOf(href: string): string {
  const url = URL.parse(href.trim());
  if (url && /(?:^|\.)google\.com$/.test(url.hostname) && url.pathname === '/url')
    return url.searchParams.get('q') ?? href;
  return href.trim();
}

function addText(words: string, line: Line, { told }: Reading, { marks, isPlain, href, how }: Standing): void {
  const isBold = marks.has('strong');
  told.words(words, false);
  if (href === undefined && !isPlain)
    for (const each of how) {
      if (each.startsWith('#')) told.colour(each, words);
      else told.look(each, words);
    }
  const shown = isPlain ? new Set([...marks].filter((mark) => mark !== 'strong' && mark !== 'em')) : marks;
  line.text(words, { marks: shown, href, isBold });
}
