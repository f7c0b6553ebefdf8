/**
 * Draws cards with Takumi (https://takumi.kane.tw), which shapes, orders and breaks lines as browsers do, from its own fonts alone:
 * what a machine has installed changes no byte. Give `cardRecipe` its next letter with whatever changes one here.
 */
import type { Node, Renderer } from '@takumi-rs/core';
import { type CardLook, cardSize } from '../../layouts/social-card.ts';
import { directionOf, type Language, scriptOf } from '../content/names.ts';
import type { SocialCard } from '../content/social-card.ts';
import { CardFonts } from './social-card-fonts.ts';

export type CardDrawer = (card: SocialCard, look: CardLook) => Promise<Uint8Array>;

/** How the headline may be set, largest first, in pixels. */
const sizes = [104, 92, 79, 70, 62, 54, 48];
const mostLines = 4;
/** What it may take from top to bottom. */
const room = 356;
const margin = 72;
const ridge = { width: 200, height: 35, line: 3 };
const width = cardSize.width - 2 * margin;

const fonts = new CardFonts();

export const drawCard: CardDrawer = async (card, look) => {
  const { renderer, node, options } = await layOut(card, look);
  return renderer.render(node, { ...options, format: 'png' });
};

/** What is drawn, and by what; its `children` and their runs can be measured. */
export async function layOut(card: SocialCard, look: CardLook) {
  // Where a text is cut, an ellipsis ends it.
  const { texts, renderer } = await fonts.for(['…', card.title, card.section, card.publication], card.fonts);
  const [, title = '', section = '', publication = ''] = texts;
  const set = { title: breakable(title), section, publication };
  const images = look.ridge === undefined ? [] : [{ src: 'ridge', data: Buffer.from(look.ridge) }];
  const options = { ...cardSize, images, fontFamilies: card.fonts, lang: card.language };
  const height = lineHeight(card.language);
  const size = await fitting(set.title, { renderer, height, options, language: card.language });
  const node = markup({ ...set, language: card.language, size, height }, look);
  return { renderer, node, options, size };
}

type Setting = { renderer: Renderer; height: number; options: object; language: Language };

/** The largest size in which a headline takes no more than its lines, and no word of it is broken; else the smallest. */
async function fitting(title: string, { renderer, height, options, language }: Setting): Promise<number> {
  const measured = async (size: number, across: number | string) => {
    const style = { ...headlineStyle(language, size, height), width: across };
    const { children } = await renderer.measure(column({}, [text(title, style)]), options);
    return children[0] ?? { width: 0, height: 0 };
  };
  const [least = 0] = sizes.slice(-1);
  const { width: longest } = await measured(100, 'min-content');
  for (const size of sizes) {
    if ((longest * size) / 100 > width) continue;
    const { height: high } = await measured(size, width);
    if (Math.round(high / (size * height)) <= mostLines && high <= room) return size;
  }
  return least;
}

type Set = { title: string; section: string; publication: string; language: Language; size: number; height: number };

function markup({ title, section, publication, language, size, height }: Set, look: CardLook): Node {
  const isRightToLeft = directionOf(language) === 'rtl';
  const oneLine = { lineClamp: 1, textOverflow: 'ellipsis', width };
  return column(
    {
      ...cardSize,
      padding: `48px ${margin}px`,
      backgroundColor: look.paper,
      color: look.ink,
      direction: isRightToLeft ? 'rtl' : 'ltr',
    },
    [
      text(publication, { ...oneLine, fontSize: 46, lineHeight: '64px' }),
      ridgeLine(look, isRightToLeft),
      column({ flexGrow: 1, justifyContent: 'center' }, [
        text(section, { ...oneLine, fontSize: 32, fontWeight: 700, lineHeight: '48px', color: look.accent }),
        text(title, {
          ...headlineStyle(language, size, height),
          ...{ width, marginTop: 8, lineClamp: mostLines, textOverflow: 'ellipsis', overflowWrap: 'anywhere' },
        }),
      ]),
    ],
  );
}

/** The horizon with its summit at the beginning, as under the name of the paper. */
function ridgeLine({ ink, ridge: drawing }: CardLook, isRightToLeft: boolean): Node {
  const line: Node = { type: 'container', style: { height: ridge.line, flexGrow: 1, backgroundColor: ink } };
  const summit: Node = {
    type: 'image',
    src: 'ridge',
    ...{ width: ridge.width, height: ridge.height },
    style: { width: ridge.width, height: ridge.height, ...(isRightToLeft ? { transform: 'scaleX(-1)' } : {}) },
  };
  return {
    type: 'container',
    style: { display: 'flex', flexDirection: 'row', alignItems: 'flex-end', width, height: ridge.height },
    children: drawing === undefined ? [line] : [summit, line],
  };
}

type Style = NonNullable<Node['style']>;

function column(style: Style, children: Node[]): Node {
  return {
    type: 'container',
    style: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', ...style },
    children,
  };
}

function text(of: string, style: Style): Node {
  return { type: 'text', text: of, style };
}

/** Korean is read by words. Where a line may end anywhere, lines of one length would end within them. */
function headlineStyle(language: Language, size: number, height: number): Style {
  const script = scriptOf(language) ?? '';
  const wordBreak = script === 'Kore' ? 'keep-all' : 'normal';
  const textWrap = ['Hans', 'Hant', 'Jpan'].includes(script) ? 'wrap' : 'balance';
  return { fontSize: size, fontWeight: 700, lineHeight: height, wordBreak, textWrap };
}

/** Per script, of the size: some have signs above and below their letters that would meet. */
function lineHeight(language: Language): number {
  const script = scriptOf(language) ?? '';
  if (['Arab', 'Deva', 'Hebr', 'Thai'].includes(script)) return 1.4;
  return ['Armn', 'Geor', 'Hans', 'Hant', 'Jpan', 'Kore'].includes(script) ? 1.24 : 1.12;
}

const thai = /[\p{sc=Thai}]+/gu;
const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });

/** Thai has no spaces between its words: where one ends is marked, since only a dictionary knows. */
function breakable(title: string): string {
  const marked = (words: string) => [...thaiWords.segment(words)].map(({ segment }) => segment).join('\u200b');
  return title.replace(thai, marked);
}
