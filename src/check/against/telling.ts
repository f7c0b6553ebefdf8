/** What a story tells its readers, as it is compared with what it told them before: headlines, sentences, quotations. */
import { readableParts } from '../../content/markdown/readable-parts.ts';
import type { Field } from '../../content/yaml.ts';
import { quotedIn } from './quoted.ts';
import { type Language, type Word, wordsOf } from './words.ts';

/** What of a story’s front matter readers read as text, and its body. */
export type StoryText = {
  title: string;
  titles?: Partial<Record<'short' | 'search' | 'card', string | undefined>> | undefined;
  kicker?: string | undefined;
  summary?: string | undefined;
  warning?: string | undefined;
  points?: readonly string[] | undefined;
  image?: { alt?: unknown; caption?: unknown; credit?: unknown } | undefined;
  body: string;
};

/** A field of the front matter, or a line of the body from 0; `text` is what is read there, without markup. */
export type Spot = ({ field: Field } | { line: number }) & { text: string };

export type ToldWord = Word & {
  spot: Spot;
  /** Part of what somebody said, or of who said it in a block. */
  isQuoted?: true;
};

export type Sentence = { words: ToldWord[]; hasQuotation: boolean; isHeading: boolean };

export type Telling = {
  headlines: ReadonlyMap<string, ToldWord[]>;
  sentences: Sentence[];
  /** What is said, each by itself, in its order. */
  quotations: ToldWord[][];
};

type Part = { is: 'text' | 'heading' | 'speech' | 'speaker'; spot: Spot };

export function tellingOf(story: StoryText, language: Language): Telling {
  const headlines = new Map<string, ToldWord[]>();
  const headline = (field: Field, text: string | undefined) => {
    if (text) headlines.set(field.join('.'), withSpot(wordsOf(text, language), { field, text }));
  };
  headline(['title'], story.title);
  for (const key of ['short', 'search', 'card'] as const) headline(['titles', key], story.titles?.[key]);
  const sentences: Sentence[] = [];
  const quotations: ToldWord[][] = [];
  for (const { is, spot } of partsOf(story)) {
    const { text } = spot;
    const words = withSpot(wordsOf(text, language), spot);
    const spans =
      is === 'speech' || is === 'speaker' ? [{ start: 0, end: text.length, isName: false }] : quotedIn(text);
    let next = 0;
    for (const { start, end, isName } of spans) {
      const inside: ToldWord[] = [];
      for (let word = words[next]; word && word.end <= end; word = words[++next])
        if (word.start >= start) inside.push(word);
      if (isName) for (const word of inside) delete word.isFirst;
      else for (const word of inside) word.isQuoted = true;
      if (!isName && inside.length > 0) quotations.push(inside);
    }
    sentences.push(...sentencesOf(words, is === 'heading'));
  }
  return { headlines, sentences, quotations };
}

function withSpot(words: readonly Word[], spot: Spot): ToldWord[] {
  return words.map((word) => ({ ...word, spot }));
}

function sentencesOf(words: readonly ToldWord[], isHeading: boolean): Sentence[] {
  const bySentence = Map.groupBy(words, ({ sentence }) => sentence);
  return [...bySentence.values()].map((words) => ({
    words,
    hasQuotation: words.some(({ isQuoted }) => isQuoted),
    isHeading,
  }));
}

function partsOf({ kicker, summary, warning, points = [], image = {}, body }: StoryText): Part[] {
  const fields: [Field, unknown][] = [
    [['kicker'], kicker],
    [['summary'], summary],
    [['warning'], warning],
    ...points.map((point, index): [Field, unknown] => [['points', index], point]),
    ...Object.entries({ alt: image.alt, caption: image.caption, credit: image.credit }).map(
      ([key, value]): [Field, unknown] => [['image', key], value],
    ),
  ];
  return [
    ...fields.flatMap(([field, value]): Part[] =>
      textsOf(value).map((text) => ({ is: 'text', spot: { field, text } })),
    ),
    ...readableParts(body).map(({ is, text, line }): Part => ({ is, spot: { line, text } })),
  ];
}

/** One, or one for each language. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.values(value).filter((each) => typeof each === 'string')
    : [];
}

/** What a sentence says, for sentences that say the same. */
export function nameOfSentence({ words, isHeading }: Sentence): string {
  return JSON.stringify([isHeading, words.map(({ key, isQuoted }) => (isQuoted ? `“${key}` : key))]);
}
