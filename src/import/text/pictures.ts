/** Pictures of a text: each becomes one `x-picture` with its caption and credit, or a link where its file does not come along. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { decodedName } from './embeds.ts';
import type { Loss } from './loss.ts';
import { attribute, callingOf, element, elementsIn, firstIn, rewrite, text, textOf } from './tree.ts';

/** `picture` gives the name that a picture gets beside the story, `slug/file.jpg`; undefined: it does not come along. */
export type PictureMeans = {
  lose(loss: Loss): void;
  add(words: string): void;
  picture(src: string, said: { alt: string; caption: string }): string | undefined;
  /** Its whole address, if it is still there once the old site is gone. */
  whole(src: string): string | undefined;
};

/** `isInLink`: it stands with words in a link, in which there is no other. */
type Means = PictureMeans & { isInLink(img: Element): boolean; move(): void };
type Words = { caption: string; credit: string };
const noWords: Words = { caption: '', credit: '' };

/** `hasMoved`: some words stand after others that they stood before. */
export function placePictures(root: Root, own: PictureMeans): { hasMoved: boolean } {
  const linked = new Set<Element>();
  const placed = { hasMoved: false };
  const means: Means = {
    ...own,
    isInLink: (img) => linked.has(img),
    move() {
      placed.hasMoved = true;
    },
  };
  rewrite(root, (each) => {
    const { tagName } = each;
    if (tagName === 'figure' || isCaptioned(each)) return figure(each, means);
    if (tagName === 'picture')
      return firstIn(each, 'img') ? picture(firstIn(each, 'img') as Element, '', noWords, means) : [];
    if (tagName === 'img' || tagName === 'image') return picture(each, '', noWords, means);
    if (tagName === 'a' && textOf(each) === '' && firstIn(each, 'img'))
      return [...elementsIn(each)]
        .filter((one) => one.tagName === 'img')
        .flatMap((img) => picture(img, attribute(each, 'href'), noWords, means));
    if (tagName === 'a') for (const one of elementsIn(each)) linked.add(one);
    return undefined;
  });
  return placed;
}

/** What programs made of a picture with words below it, before there was `<figure>`. */
function isCaptioned(each: Element): boolean {
  return (
    each.tagName === 'div' &&
    /(?:^|\s)(?:wp-caption|image-caption|figure)(?:\s|$)/.test(callingOf(each)) &&
    firstIn(each, 'img') !== undefined
  );
}

function figure(each: Element, means: Means): ElementContent[] | undefined {
  if (firstIn(each, 'figure', 'table', 'pre', 'blockquote', 'ul', 'ol', 'p.video') && firstIn(each, 'figure'))
    return undefined;
  const captions = [...elementsIn(each)].filter(
    (one) =>
      one.tagName === 'figcaption' ||
      /(?:^|\s)(?:wp-caption-text|caption|image-caption-text)(?:\s|$)/.test(callingOf(one)),
  );
  const [first] = captions;
  const images = [...elementsIn(each)].filter(({ tagName }) => tagName === 'img');
  const block = firstIn(each, 'x-block');
  if (block && images.length === 0) {
    if (first && block.children.length === 0) block.children.push(...captions.flatMap((one) => one.children));
    return first ? [block] : undefined;
  }
  if (images.length === 0 || firstIn(each, 'table', 'pre', 'blockquote', 'ul', 'ol')) return undefined;
  const isWithin = (inner: Element, outer: Element) => [...elementsIn(outer)].includes(inner);
  const beside = wordsOutside(each, captions);
  const card = [...elementsIn(each)].find((one) => one.tagName === 'a' && beside !== '' && textOf(one) === beside);
  if (card) return linkCard(card, captions, means);
  const said = first ? captionWords(captions, means) : noWords;
  // A photographer is named beside the caption as often as in it.
  const isCredit =
    said.credit === '' &&
    beside !== '' &&
    [...elementsIn(each)].some((one) => isOfCredit(one) && textOf(one) === beside);
  if (beside !== '' && said.caption !== '') means.move();
  const words = isCredit ? { ...said, credit: beside } : said;
  const shown = images.flatMap((img, index) => {
    const link = [...elementsIn(each)].find((one) => one.tagName === 'a' && isWithin(img, one));
    return picture(img, link ? attribute(link, 'href') : '', index === images.length - 1 ? words : noWords, means);
  });
  if (isCredit || beside === '') return shown;
  const gone = new Set<Element>([...captions, ...images]);
  const isEmpty = (one: Element) => textOf(one) === '' && one.tagName !== 'x-block' && !firstIn(one, 'x-block');
  rewrite(each, (one) => (gone.has(one) || isEmpty(one) ? [] : undefined));
  return [...shown, element('div', {}, each.children)];
}

/** A page of another site, shown with its title, its icon and a picture of it: a link with the words that were shown. */
function linkCard(card: Element, captions: readonly Element[], { lose }: Means): ElementContent[] {
  const href = attribute(card, 'href');
  lose({ kind: 'embed', text: '', detail: href });
  const lines = linesOf(card);
  const shown = lines.map((line, index) => (index === 0 ? element('a', { href }, [text(line)]) : text(line)));
  const parted = shown.flatMap((line, index) => (index === 0 ? [line] : [element('br', {}), line]));
  const words = captions.filter((one) => textOf(one) !== '').map((one) => element('p', {}, one.children));
  return [element('p', {}, parted), ...words];
}

/** The words of each innermost block. */
function linesOf(parent: Element): string[] {
  const isBlock = (each: ElementContent) =>
    each.type === 'element' && /^(?:div|p|h[1-6]|section|li)$/.test(each.tagName);
  if (!parent.children.some(isBlock)) return [textOf(parent)].filter(Boolean);
  return parent.children.flatMap((each) =>
    each.type === 'element' ? linesOf(each) : each.type === 'text' ? [each.value.trim()].filter(Boolean) : [],
  );
}

function wordsOutside(each: Parents, captions: readonly Element[]): string {
  return each.children
    .map((child) =>
      captions.includes(child as Element)
        ? ''
        : child.type === 'element' && [...elementsIn(child)].some((one) => captions.includes(one))
          ? wordsOutside(child, captions)
          : textOf(child),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isOfCredit(each: Element): boolean {
  return /(?:^|[\s_-])(?:credits?|photographer|byline|attribution|copyright)(?:$|[\s_-])/.test(callingOf(each));
}

function captionWords(captions: readonly Element[], { lose }: PictureMeans): Words {
  const credits = captions.flatMap((one) => [...elementsIn(one)].filter(isOfCredit));
  const links = captions.flatMap((one) =>
    [...elementsIn(one)].filter(({ tagName }) => tagName === 'a' && tagName !== undefined),
  );
  for (const link of links)
    lose({ kind: 'link', text: '', detail: `${attribute(link, 'href')}, in the caption of a picture` });
  const [credit] = credits;
  const creditWords = credit ? textOf(credit) : '';
  const whole = captions.map(textOf).filter(Boolean).join(' ');
  const at = creditWords === '' ? -1 : whole.lastIndexOf(creditWords);
  const isLast = at !== -1 && whole.slice(at + creditWords.length).trim() === '';
  return isLast
    ? { caption: whole.slice(0, at).replace(/[\s|]+$/, ''), credit: creditWords }
    : { caption: whole, credit: '' };
}

function picture(img: Element, href: string, { caption, credit }: Words, means: Means): ElementContent[] {
  const src = sourceOf(img);
  const alt = attribute(img, 'alt').replace(/\s+/g, ' ').trim();
  const title = [caption, credit].filter(Boolean).join(' ');
  const paragraph = title === '' ? [] : [element('p', {}, [text(title)])];
  if (
    /(?:^|\s)(?:wp-smiley|emoji|emojione|twemoji)(?:\s|$)/.test(callingOf(img)) ||
    (alt !== '' && /^\p{Extended_Pictographic}\uFE0F?$/u.test(alt))
  ) {
    means.add(alt);
    return [text(alt)];
  }
  const isPixel = ['width', 'height'].every((side) => ['0', '1'].includes(attribute(img, side)));
  if (src === '' || isPixel) return paragraph;
  const file = means.picture(src, { alt, caption });
  if (file !== undefined) {
    const isUseful = href !== '' && alt !== '' && !/\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#].*)?$/i.test(href);
    if (href !== '' && alt === '' && !/\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#].*)?$/i.test(href))
      means.lose({ kind: 'picture-link', text: '', detail: href });
    return [element('x-picture', { file, alt, caption, credit, href: isUseful ? href : '' })];
  }
  means.lose({ kind: 'picture', text: '', detail: src.slice(0, 200) });
  const address = src.startsWith('data:') ? undefined : means.whole(src);
  const words = address === undefined ? alt : alt || decodedName(src);
  means.add(words);
  if (means.isInLink(img)) return [text(` ${[words, title].filter(Boolean).join(' ')} `)];
  const shown = address === undefined ? text(words) : element('a', { href: address }, [text(words)]);
  return [
    element('br', {}),
    element('br', {}),
    ...(words === '' ? [] : [shown]),
    ...(words !== '' && title !== '' ? [element('br', {}), element('br', {})] : []),
    ...(title === '' ? [] : [text(title)]),
    element('br', {}),
    element('br', {}),
  ];
}

/** Pictures that are loaded late have their address elsewhere. */
function sourceOf(img: Element): string {
  const src = attribute(img, 'src');
  const late = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile']
    .map((name) => attribute(img, name))
    .find(Boolean);
  if (late && (src === '' || src.startsWith('data:') || /blank|placeholder|lazy/i.test(src))) return late;
  return src || (attribute(img, 'srcSet').split(/[\s,]+/)[0] ?? '');
}
