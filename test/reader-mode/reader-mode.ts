/**
 * A page as Mozilla's Readability shows it, held against the story as its file has it: what of the story is lost, and
 * what stands there that is not of it.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Article, parseArticle } from '../../src/content/article.ts';
import { plainText, splitFrontMatter } from '../../src/content/front-matter.ts';
import { licenseOf } from '../../src/content/license.ts';
import { readBlockHead } from '../../src/content/markdown/block-head.ts';
import type { WrittenPicture } from '../../src/content/markdown/figures.ts';
import { plainLine } from '../../src/content/markdown/line.ts';
import { createParser } from '../../src/content/markdown/parser.ts';
import { plainWords } from '../../src/content/markdown/plain-words.ts';
import { textIn } from '../../src/content/names.ts';
import { contentPath } from '../../src/content/paths.ts';
import type { Site } from '../../src/content/site.ts';
import { wordsOf } from '../support/words.ts';

export type Verdict = { lost: string[]; furniture: string; pieces: number };

/** `labels` are the words of the interface that stand over the parts of a story. */
export function judge(html: string, path: string, bytes: Uint8Array, site: Site, labels: readonly string[]): Verdict {
  const { article, texts, pictures } = storyIn(path, bytes, site);
  const read = new Readability(parseHTML(html).document).parse();
  const { document } = parseHTML(`<html><body>${read?.content ?? ''}</body></html>`);
  // What the page adds to the text: the numbers of notes and the ways back, and when a thing was corrected.
  for (const added of document.querySelectorAll('sup, time, a[href*="#s_ref."]')) added.remove();
  const text = squeezed(document.body.textContent ?? '');
  // Their addresses have no names of files.
  const stems = [...document.querySelectorAll('img')].map((img) => img.getAttribute('src')?.replace(/-\d+\.\w+$/, ''));
  const lost = [
    ...(read?.title === article.title ? [] : [article.title]),
    ...texts.filter((each) => !text.includes(squeezed(each))),
    ...pictures.slice(new Set(stems).size),
  ];
  const longestFirst = [...texts, ...labels].map(squeezed).sort((a, b) => b.length - a.length);
  const furniture = longestFirst.reduce((rest, piece) => (piece ? rest.split(piece).join('') : rest), text);
  return { lost, furniture: furniture.replaceAll('↩︎', ''), pieces: texts.length + pictures.length };
}

/** Every text that a reader of the story should see, and every picture. */
function storyIn(
  path: string,
  bytes: Uint8Array,
  site: Site,
): { article: Article; texts: string[]; pictures: string[] } {
  const content = contentPath(path, 0o100644);
  if (!content || 'code' in content || content.kind !== 'article') throw new Error(`${path} is no story`);
  const article = parseArticle(bytes, content, site).value;
  const { split } = splitFrontMatter(plainText(bytes), path);
  if (!article || !split) throw new Error(`${path} has Problems`);
  const { image, summary, points, corrections, sources, language, sponsor, warning } = article;
  const license = licenseOf(article.license, site.license);
  const words = (text: Parameters<typeof textIn>[0] | undefined) =>
    text === undefined ? [] : [textIn(text, language, site.languages)];
  const texts = [
    ...(warning ? [warning] : []),
    summary,
    ...points,
    ...corrections.map(({ text }) => plainLine(text)),
    ...sources.flatMap(({ title, publisher }) => [title, ...words(publisher)]),
    ...(sponsor ? [wordsOf(language).sponsoredBy(sponsor.name)] : []),
    ...(license ? [license.name] : []),
    ...words(image?.caption),
    ...words(image?.credit),
    ...words(image?.license),
  ];
  const pictures = image ? [image.file] : [];
  for (const token of createParser().parse(split.body, {})) {
    if (token.type === 'inline') texts.push(plainWords(token.children ?? []));
    if (token.type === 'fence' || token.type === 'code_block') texts.push(token.content);
    const isBlock = token.type.startsWith('container_') && token.nesting === 1;
    const { by, role, title } = isBlock ? readBlockHead(token.info).attributes : {};
    texts.push(...words(by), ...words(role), ...words(title));
    if (token.type !== 'figure') continue;
    const { path: file, caption, credit } = token.meta as WrittenPicture;
    pictures.push(file);
    texts.push(caption, credit);
  }
  return { article, texts: texts.filter(Boolean), pictures };
}

/** Without what is between words, which readers and parsers do not keep alike. */
function squeezed(text: string): string {
  return text.replace(/[\s,،]+/g, '');
}
