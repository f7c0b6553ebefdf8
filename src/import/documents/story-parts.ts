/** Which of a document's blocks are the headline and the summary of a story, and which only say where it was published. */
import { maxCharacters } from '../../content/lengths.ts';
import { folded } from '../../content/spelling.ts';
import type { Loss } from '../text/loss.ts';
import type { Block } from './blocks.ts';

/** `headline`, `summary`: of the document, `` where it has none. `title`: of the story. */
export type StoryParts = { title: string; headline: string; summary: string; blocks: Block[]; losses: Loss[] };

/** A first line that is longer, or ends as a sentence does, is a text. */
const mostOfHeadline = 180;
const mostOfLastLine = 80;

/** `names`: what the site is called in each of its languages; `given`: a headline that stands in place of the document's. */
export function storyParts(
  blocks: readonly Block[],
  { names, given }: { names: readonly string[]; given: string },
): StoryParts {
  const losses: Loss[] = [];
  const lose = (kind: 'headline' | 'publication', { words }: Block) =>
    void losses.push({ kind, text: words, detail: words });
  const headline = headlineIn(blocks);
  const title = headline.map(({ words }) => words).join(' ');
  const isReplaced = given !== '' && folded(given) !== folded(title);
  if (isReplaced) for (const block of headline) lose('headline', block);
  let rest = blocks.filter((block) => !headline.includes(block));
  const subtitle = rest.find(({ kind, words }) => kind === 'subtitle' && words.length <= maxCharacters.passage);
  rest = rest.filter((block) => block !== subtitle);
  const [next] = rest.filter(({ words }) => words !== '');
  if (next && title !== '' && folded(next.words) === folded(title)) {
    lose('headline', next);
    rest = rest.filter((block) => block !== next);
  }
  for (let last = rest.at(-1); last && isOfPublication(last, names); last = rest.at(-1)) {
    lose('publication', last);
    rest = rest.slice(0, -1);
  }
  return {
    title: given || title,
    headline: isReplaced ? '' : title,
    summary: subtitle?.words ?? '',
    blocks: belowTitle(rest),
    losses,
  };
}

/** The highest headings are of the second level, whichever they were of. */
function belowTitle(blocks: readonly Block[]): Block[] {
  const highest = Math.min(...blocks.flatMap(({ level, kind }) => (kind === 'heading' ? (level ?? 1) : [])));
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: (block.level ?? 1) - highest + 2 } : block,
  );
}

/** The lines that are called a title, else what stands first and looks like one. */
function headlineIn(blocks: readonly Block[]): Block[] {
  const at = blocks.findIndex(({ kind }) => kind === 'title');
  if (at !== -1) {
    const end = blocks.findIndex(({ kind }, index) => index > at && kind !== 'title');
    const lines = blocks.slice(at, end === -1 ? undefined : end);
    const own = lines.filter((line, index) => lines.findIndex(({ words }) => words === line.words) === index);
    const whole = own.map(({ words }) => words).join(' ');
    return whole.length <= maxCharacters.title ? own : [];
  }
  const first = blocks.find(({ words }) => words !== '');
  return first && isLikeHeadline(first) ? [first] : [];
}

function isLikeHeadline({ kind, words, isStrong }: Block): boolean {
  if (words.length > mostOfHeadline) return false;
  if (kind === 'heading') return true;
  return kind === 'paragraph' && (isStrong === true || !/[.!…:;,]["”»’)]*$/u.test(words));
}

const networks =
  /(?:^| )(?:youtube|facebook|twitter|on x|instagram|telegram|tiktok|whatsapp|viber|vkontakte|вконтакте|одноклассники|linkedin|threads|bluesky|mastodon|dzen|дзен)$/;

/** “Vestnik Kavkaza”, “on YouTube”, “Follow us on Telegram”: a name of the site, or few words that end in one of a network. */
function isOfPublication({ kind, words }: Block, names: readonly string[]): boolean {
  if (kind !== 'paragraph' || words === '' || words.length > mostOfLastLine || /[.!?…]$/.test(words)) return false;
  const own = wordsOf(words);
  if (names.some((name) => wordsOf(name).join(' ') === own.join(' '))) return true;
  return own.length >= 2 && own.length <= 8 && networks.test(own.join(' '));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
