/** Genre is in the letterform: analysis is set in regular, opinion in italic, everything else in bold. */
import type { ArticleType } from '../../src/content/article-form.ts';

export function genreClass(type: ArticleType): 'analysis' | 'opinion' | undefined {
  return type === 'analysis' || type === 'opinion' ? type : undefined;
}
