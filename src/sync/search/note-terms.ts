/** What a story is found by is kept beside it, and what it was found by before is noted. */
import type { Catalog } from '../../catalog/catalog.ts';
import type { StoryWords } from '../../content/search/vocabulary.ts';
import type { Changes } from '../changes.ts';
import type { TermNumbers } from './term-numbers.ts';

type Noting = { catalog: Catalog; changes: Changes; numbering: TermNumbers };

type Story = { id: number; isNew: boolean };

/** `words`: undefined of a story that is gone, or where nothing is searched. */
export function noteTerms(
  { catalog, changes, numbering }: Noting,
  { id, isNew }: Story,
  words: StoryWords | undefined,
): void {
  const before = isNew ? undefined : catalog.terms.ofStory(id);
  const packed = words && numbering.packed(words);
  if (before && packed && Buffer.compare(before, packed) === 0) return;
  if (before) changes.termsBefore.set(id, before);
  if (packed) catalog.terms.setOfStory(id, packed);
  else if (before) catalog.terms.forgetStory(id);
}
