/** How a picture of a text is shown: what stays in it where it is cut, and whether it goes on over the column beside. */
import type { Article } from './article.ts';
import type { Focus } from './focus.ts';
import { picturePath } from './picture-names.ts';

/** By the key of its path: what is said of the lead picture holds in the text too. */
export function showingOf(article: Article, key: string): { focus?: Focus; isWide?: true } {
  const all = [...article.pictures, ...(article.image ? [article.image] : [])];
  const said = all.filter(({ file }) => picturePath(article, file) === key);
  const focus = said.find((each) => each.focus)?.focus;
  const isWide = said.find((each) => each.wide !== undefined)?.wide ?? article.type === 'feature';
  return { ...(focus && { focus }), ...(isWide && { isWide }) };
}
