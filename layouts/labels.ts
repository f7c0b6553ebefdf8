/** What is said of a story before all else of it: who paid for it, and what readers are warned of. */
import type { FullArticle } from '../src/content/records.ts';
import type { Here } from './here.ts';

/** A text about the story as it stands where there is no place for a label: in feeds, and where a link is shared. */
export function withLabels(
  text: string,
  { sponsor, warning }: Pick<FullArticle, 'sponsor' | 'warning'>,
  { words }: Here,
): string {
  return [
    ...(sponsor === undefined ? [] : [words.sponsoredBy(sponsor)]),
    ...(warning === undefined ? [] : [words.contentWarning + words.colon + warning]),
    text,
  ].join(' · ');
}
