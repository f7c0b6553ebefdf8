/** What is shown of the pages that stand for their groups: their words, their markup, and where there is a browser their looks. */
import { readFileSync } from 'node:fs';
import { unescapeHtml } from '../../content/blocks/markup.ts';
import { type Change, type Changes, isPage } from './changes.ts';
import { compareMarkup, type MarkupChange } from './compare-markup.ts';
import { compareTexts, type Row } from './compare-texts.ts';
import { pageText } from './page-text.ts';

export type View = {
  change: Change;
  /** Its file in the folder of the preview. */
  name: string;
  /** Of a page. */
  title?: string;
  /** None of what machines read. */
  rows?: Row[];
  /** Of what was there and still is; `all` is everything in it. */
  markup?: MarkupChange | 'all';
  /** JPEG, of a window 1280 pixels wide. */
  pictures?: { before?: Uint8Array; after?: Uint8Array };
};

/** By URL, in the order of the groups. */
export function viewsOf({ groups }: Changes): Map<string, View> {
  const shown = groups.flatMap((group) => group.shown).filter(({ url }) => isText(url));
  return new Map(shown.map((change, index) => [change.url, viewOf(change, `page-${index + 1}.html`)]));
}

function isText(url: string): boolean {
  return isPage(url) || /\.(?:xml|json|txt|atom)$/.test(url);
}

function viewOf(change: Change, name: string): View {
  const [before, after] = [textAt(change.before), textAt(change.after)];
  return {
    change,
    name,
    title: isPage(change.url) ? titleOf(after ?? before ?? '') : undefined,
    rows: isPage(change.url) ? rowsOf(before, after) : undefined,
    markup: before === undefined || after === undefined ? undefined : (compareMarkup(before, after) ?? 'all'),
  };
}

/** Of a page that only one of the two has, what all pages have around them is no news. */
function rowsOf(before: string | undefined, after: string | undefined): Row[] {
  const isAlone = before === undefined || after === undefined;
  return compareTexts(pageText(before ?? '', isAlone), pageText(after ?? '', isAlone));
}

function titleOf(html: string): string | undefined {
  const [, title] = /<title>([^<]+)<\/title>/.exec(html) ?? [];
  return title === undefined ? undefined : unescapeHtml(title.trim());
}

function textAt(file: string | undefined): string | undefined {
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}
