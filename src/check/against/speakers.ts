/** Who is quoted, where no name says it: by what stands around a quotation in its sentence. */
import { unshared } from './differences.ts';
import type { Pair } from './pairs.ts';
import { saysSo } from './saying.ts';
import type { Sentence, ToldWord } from './telling.ts';
import type { Language } from './words.ts';

/** Words in the place of the speaker that differ; nothing where names say who speaks. */
export function otherSpeaker(
  { before, after }: Pair,
  names: ReadonlySet<string>,
  language: Language,
): { lost: ToldWord[]; gained: ToldWord[] } | undefined {
  if (!before.hasQuotation || !after.hasQuotation) return undefined;
  const [old, now] = [around(before), around(after)];
  if ([...old, ...now].some(({ key }) => names.has(key))) return undefined;
  const { lost, gained } = unshared(old, now, () => true, language);
  return lost.length > 0 && gained.length > 0 ? { lost, gained } : undefined;
}

function around({ words }: Sentence): ToldWord[] {
  return words.filter(
    ({ key, isQuoted, isNumber }) =>
      !isQuoted && !isNumber && !saysSo(key) && (key.length > 3 || /[^\p{Lu}\p{Ll}]/u.test(key)),
  );
}
