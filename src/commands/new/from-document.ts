/** A document that somebody wrote a story in becomes a draft; what it has and the draft has not is said, each thing by itself. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArticle } from '../../content/article.ts';
import { pathOnSite } from '../../content/links.ts';
import { isWebAddress } from '../../content/names.ts';
import { contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { newStoryText } from '../../desk/new-story.ts';
import { textsOf } from '../../desk/who-writes.ts';
import { blocksAsHtml } from '../../import/documents/blocks.ts';
import type { Document } from '../../import/documents/document.ts';
import { withoutNoteSigns } from '../../import/documents/notes.ts';
import { type DocumentFile, readDocument } from '../../import/documents/read-document.ts';
import { type StoryParts, storyParts } from '../../import/documents/story-parts.ts';
import { ledElsewhere } from '../../import/link-resolver.ts';
import { SourceFault } from '../../import/source-story.ts';
import { type Converted, convertText } from '../../import/text/convert.ts';
import { unfaithfulWords } from '../../import/text/faithful.ts';
import { type Loss, lossKinds } from '../../import/text/loss.ts';
import { plainLine } from '../../import/text/plain.ts';
import { visibleWords, wordsOf } from '../../import/text/visible-words.ts';
import { isFault } from '../../problem.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { onFile } from '../../source/system-error.ts';
import { bytesOf, StoryFiles, type ToCopy } from '../import/story-pictures.ts';
import { chooseHeadline } from './choices.ts';
import { type Desk, writeStory } from './desk.ts';
import { DocumentPictures } from './document-pictures.ts';
import { type PlacedStory, placeStory, type Wanted } from './place-story.ts';

/** A kind of thing, and each of that kind. */
export type Listed = { what: string; each: string[] };

export type Drafted = { placed: PlacedStory; pictures: number; listed: Listed[] };

/** Throws a `SourceFault` for what cannot be read, and a `WrongUsage` for what cannot be known; nothing was made then. */
export async function draftFrom(file: DocumentFile, wanted: Wanted, desk: Desk): Promise<Drafted> {
  try {
    return await draftOf(file, wanted, desk);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SourceFault('It is nested deeper than a text is.', 'Save it as .docx.', { file: file.name });
  }
}

async function draftOf(file: DocumentFile, wanted: Wanted, desk: Desk): Promise<Drafted> {
  const document = await readDocument(file);
  const names = textsOf(desk.site.title);
  const parts = storyParts(document.blocks, { names, given: wanted.headline });
  const headline = plainLine({ format: 'plain', text: parts.title });
  if (headline === '' && !desk.ask)
    throw new SourceFault('It has no headline that can be known as one.', 'Say the headline beside it.', {
      file: file.name,
    });
  const title = await chooseHeadline(headline, desk);
  const placed = await placeStory(title, wanted, desk);
  const html = [blocksAsHtml(parts.blocks), document.notes].join('\n');
  const pictures = new DocumentPictures();
  try {
    await pictures.take(html, document);
    const files = new StoryFiles(placed.story, { find: (src) => pictures.find(src), bad: [...pictures.bad.keys()] });
    const textOf = (text: string) => newStoryText({ ...placed, title, text, summary: summaryOf(parts) });
    const converted = convertText({ format: 'html', text: html }, meansOf(files, textOf, placed, desk));
    const copies = await Promise.all(files.copies.map(async (copy) => ({ copy, bytes: await bytesOf(copy) })));
    writeStory(placed.path, textOf(converted.markdown), desk, () => {
      for (const { copy, bytes: own } of copies) if (own) writeBeside(copy, own, desk);
    });
    const losses = [...document.losses, ...parts.losses, ...converted.losses];
    const listed = [
      ...lossesListed(losses, pictures.bad),
      ...withoutAlt(converted.markdown),
      ...unexplained(judged(document, parts, { html, losses }), converted.unfaithful),
    ];
    return { placed, pictures: copies.length, listed };
  } finally {
    pictures.end();
  }
}

function summaryOf({ summary }: StoryParts): string {
  return plainLine({ format: 'plain', text: summary });
}

type Means = Parameters<typeof convertText>[1];

function meansOf(files: StoryFiles, textOf: (text: string) => string, { path }: PlacedStory, { site }: Desk): Means {
  const place = contentPath(path, 0);
  return {
    ...{ dialect: 'none', codes: {}, furniture: [] },
    faultsOf: (markdown) =>
      place && !('code' in place) && place.kind === 'article'
        ? parseArticle(Buffer.from(textOf(markdown)), place, site).problems.filter(isFault)
        : [],
    isOwn: (address) => ownPath(address, site) !== undefined,
    link(href) {
      const led = ledElsewhere(href, []);
      return ownPath(href, site) ?? (led?.led && 'to' in led.led ? led.led.to : undefined);
    },
    picture: (src) => files.picture(src),
    document: () => undefined,
    whole: (src) => (isWebAddress(src) ? src : undefined),
  };
}

/** Of a whole address: programs for texts write others for files of their own machine. */
function ownPath(address: string, site: Site): string | undefined {
  return /^https?:\/\//i.test(address) ? pathOnSite(address, site) : undefined;
}

function writeBeside({ name }: ToCopy, bytes: Uint8Array, { content }: Desk): void {
  const file = join(content, name.slice('content/'.length));
  makeFolder(dirname(file));
  onFile(file, 'made', (each) => writeFileSync(each, bytes, { flag: 'wx' }));
}

type Unfaithful = Converted['unfaithful'];

/** From the words that the document shows to those of the draft, as HTML. */
function judged(
  document: Document,
  parts: StoryParts,
  { html, losses }: { html: string; losses: readonly Loss[] },
): Unfaithful {
  const isMark = ({ kind }: Loss) => kind === 'note-mark';
  const shown = [...wordsOf(parts.headline), ...wordsOf(parts.summary), ...visibleWords(withoutNoteSigns(html))];
  const own = [...document.losses, ...parts.losses];
  return unfaithfulWords(document.words, shown, {
    lost: own.filter((loss) => !isMark(loss)).map(({ text }) => text),
    marks: losses.filter(isMark).map(({ text }) => text),
    added: [],
    hasMoved: document.hasMoved || parts.summary !== '',
  });
}

/** In the order of their kinds. Signs of notes are in the draft, where they are set anew. */
function lossesListed(losses: readonly Loss[], bad: ReadonlyMap<string, string>): Listed[] {
  const kinds = (Object.keys(lossKinds) as Loss['kind'][]).filter((kind) => kind !== 'note-mark');
  const why = [...bad.values()];
  return kinds.flatMap((kind) => {
    const details = losses.filter((loss) => loss.kind === kind).map(({ detail }) => detail.replace(/\s+/g, ' ').trim());
    const each = kind === 'picture' ? details.map((src) => whyOf(src, why)) : details;
    return each.length === 0 ? [] : [{ what: lossKinds[kind], each }];
  });
}

function whyOf(src: string, why: readonly string[]): string {
  const name = src.replace(/^.*\//, '');
  return why.find((each) => each.startsWith(`${name}: `)) ?? src;
}

function withoutAlt(markdown: string): Listed[] {
  const each = [...markdown.matchAll(/!\[""\]\(<?([^)>"]*?)>?(?: "|\))/g)].map(([, file = '']) => file);
  return each.length === 0 ? [] : [{ what: 'pictures without alternative text, for the desk', each }];
}

/** What our own reading may have got wrong: nothing is passed over in silence. */
function unexplained(...found: readonly Unfaithful[]): Listed[] {
  const of = (key: 'missing' | 'extra') => found.flatMap((each) => each?.[key] ?? []);
  const line = (what: string, words: readonly string[]) =>
    words.length === 0 ? [] : [{ what, each: [words.join(' ')] }];
  return [
    ...line(
      'words of the document that are not in the draft, for no reason that is known: compare the two',
      of('missing'),
    ),
    ...line('words of the draft that are not in the document: compare the two', of('extra')),
  ];
}
