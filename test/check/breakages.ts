/** Ways in which the source of a page can be damaged or changed, at random places: the same seed damages the same. */
import type { Random } from '../fuzz/random.ts';

/** `others`: pages of which a part may be put into it. */
type Breakage = (page: string, random: Random, others: readonly string[]) => string;

type Found = { 0: string; index: number; 1?: string; 2?: string };

const elements =
  'p div span a ul li h2 h1 title main nav section button figcaption figure table thead caption summary details b i font center img video audio script style header footer aside legend fieldset dl dt dd marquee x-y svg br hr tr td th label input form'.split(
    ' ',
  );
const strays = ['<', '>', '&', '"', "'", ' ', '/', '=', '&nbsp;', '&foo;', '&amp', 'é', '\n', '</p>', '<b>', '\u00a0'];
const values = ['=""', '=" "', "='x'", '=x', '', '="a b"', '="&bad;"', '="1&2"', '="javascript:x"', '="#"', '="x x"'];
const attributes =
  'role="button"|role="main"|role="navigation"|tabindex="0"|aria-hidden="true"|hidden|id="x y"|id=""|class="a a"|title=""|aria-label="x"|autofocus|style="x"|align="left"|target="x"|lang=""|href="/x"|alt=""|type="x"|aria-labelledby="zz"|ROLE="x"|datetime="x"'.split(
    '|',
  );

function tagsIn(page: string): Found[] {
  return [...page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)];
}

function attributesIn(page: string): Found[] {
  return [...page.matchAll(/\s([a-z-]+)="([^"]*)"/g)];
}

function replaced(page: string, { 0: old, index }: Found, by: string): string {
  return page.slice(0, index) + by + page.slice(index + old.length);
}

function inserted(page: string, at: number, text: string): string {
  return page.slice(0, at) + text + page.slice(at);
}

/** An element from its tag to the first end tag of its name. */
function partOf(page: string, random: Random): Found | undefined {
  const tag = random.pick(tagsIn(page).filter((each) => each[1] === ''));
  const end = page.indexOf(`</${tag[2]}>`, tag.index);
  return end < 0 ? undefined : { 0: page.slice(tag.index, end + `</${tag[2]}>`.length), index: tag.index };
}

const breakages: readonly Breakage[] = [
  (page, random) => replaced(page, { 0: 'x', index: random.int(0, page.length - 1) }, ''),
  (page, random) => inserted(page, random.int(0, page.length - 1), random.pick(strays)),
  (page, random) => replaced(page, random.pick(tagsIn(page)), ''),
  (page, random) => {
    const tag = random.pick(tagsIn(page));
    return inserted(page, tag.index, tag[0]);
  },
  (page, random) => {
    const tag = random.pick(tagsIn(page));
    return replaced(page, tag, tag[0].replace(tag[2] ?? '', random.pick(elements)));
  },
  (page, random) => {
    const part = partOf(page, random);
    return part ? inserted(page, part.index, part[0]) : page;
  },
  (page, random) => {
    const part = partOf(page, random);
    if (!part) return page;
    const rest = replaced(page, part, '');
    const tags = tagsIn(rest);
    return tags.length === 0 ? page : inserted(rest, random.pick(tags).index, part[0]);
  },
  (page, random) => {
    const text = random.pick([...page.matchAll(/>([^<]*\S[^<]*)</g)]);
    return text ? replaced(page, text, '><') : page;
  },
  (page, random) => replaced(page, random.pick(attributesIn(page)), ''),
  (page, random) => {
    const attribute = random.pick(attributesIn(page));
    return inserted(page, attribute.index, attribute[0]);
  },
  (page, random) => {
    const attribute = random.pick(attributesIn(page));
    return replaced(page, attribute, ` ${attribute[1]}${random.pick(values)}`);
  },
  (page, random) => {
    const tag = random.pick(tagsIn(page).filter((each) => each[1] === ''));
    return inserted(page, tag.index + 1 + (tag[2]?.length ?? 0), ` ${random.pick(attributes)}`);
  },
  (page, random) => {
    const attribute = random.pick(attributesIn(page));
    const other = random.pick(attributesIn(page).filter((each) => each[1] === attribute[1]));
    return replaced(page, attribute, other[0]);
  },
  (page, random) => {
    const name = random.pick(elements);
    return inserted(
      page,
      random.pick(tagsIn(page)).index,
      random.pick([`<${name}>x</${name}>`, `<${name}></${name}>`]),
    );
  },
  (page, random) =>
    inserted(
      page,
      random.pick(tagsIn(page)).index,
      random.pick([
        '<!-- x -->',
        '<!--[if IE]>x<![endif]-->',
        '<!-- [html-validate-disable-next void] -->',
        '<![CDATA[x]]>',
      ]),
    ),
  (page, random, others) => {
    const part = partOf(random.pick(others), random);
    return part ? inserted(page, random.pick(tagsIn(page)).index, part[0]) : page;
  },
];

/** One of them, somewhere; the page itself if it has nothing that could be. */
export function broken(page: string, random: Random, others: readonly string[]): string {
  return random.pick(breakages)(page, random, others);
}
