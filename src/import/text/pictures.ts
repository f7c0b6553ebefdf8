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
type Means = PictureMeans & { isInLink(img: Element): boolean };
type Words = { caption: string; credit: string };
const noWords: Words = { caption: '', credit: '' };

export function placePictures(root: Root, own: PictureMeans): void {
  const linked = new Set<Element>();
  const means = { ...own, isInLink: (img: Element) => linked.has(img) };
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
  const outside = wordsOutside(each, captions);
  const words = first ? captionWords(captions, means) : noWords;
  const shown = images.flatMap((img, index) => {
    const link = [...elementsIn(each)].find((one) => one.tagName === 'a' && isWithin(img, one));
    return picture(img, link ? attribute(link, 'href') : '', index === images.length - 1 ? words : noWords, means);
  });
  return outside === '' ? shown : [...shown, element('p', {}, [text(outside)])];
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
    .trim();
}

function captionWords(captions: readonly Element[], { lose }: PictureMeans): Words {
  const credits = captions.flatMap((one) =>
    [...elementsIn(one)].filter((each) =>
      /(?:^|[\s_-])(?:credits?|photographer|byline|attribution|copyright)(?:$|[\s_-])/.test(callingOf(each)),
    ),
  );
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
