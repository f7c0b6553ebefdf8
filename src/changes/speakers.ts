/** Who is quoted, where no name says it: by what stands around a quotation in its sentence. */
import { unshared } from './differences.ts';
import type { Pair } from './pairs.ts';
import type { Sentence, ToldWord } from './telling.ts';
import { fold, type Language } from './words.ts';

/** That something was said, and to whom, is told in many words that all mean the same. */
const saying = new Set(
  `said says say saying told tells added adds explained asked answered replied noted stressed recalled wrote reporters journalists
  сказал сказала сказали заявил заявила сообщил сообщила рассказал рассказала добавил добавила отметил отметила подчеркнул подчеркнула объяснил объяснила пояснил пояснила говорит считает журналистам словам
  сказав сказала розповів розповіла заявив заявила додав додала зазначив зазначила пояснив пояснила каже
  sagte sagt erklärte erklärt betonte meinte teilte fügte hinzu dit déclare déclaré expliqué ajoute affirme dijo dice declaró explicó añadió afirma disse diz afirmou
  είπε λέει δήλωσε τόνισε ανέφερε ասաց ասել հայտարարեց նշեց ավելացրեց dedi diyor söyledi belirtti
  თქვა ამბობს განაცხადა აღნიშნა დასძინა უთხრა განმარტა
  قال قالت يقول تقول أضاف أضافت صرح صرحت أعلن أعلنت أكد أكدت ذكر ذكرت
  说 表示 称 指出 告诉 记者 道`
    .split(/\s+/)
    .map(fold),
);

/** Words in the place of the speaker that differ; nothing where names say who speaks. */
export function otherSpeaker(
  { before, after }: Pair,
  names: ReadonlySet<string>,
  language: Language,
): { lost: ToldWord[]; gained: ToldWord[] } | undefined {
  if (!before.hasQuotation || !after.hasQuotation) return undefined;
  const [old, now] = [around(before), around(after)];
  if ([...old, ...now].some(({ key }) => names.has(key))) return undefined;
  const { lost, gained } = unshared(old, now, language);
  return lost.length > 0 && gained.length > 0 ? { lost, gained } : undefined;
}

function around({ words }: Sentence): ToldWord[] {
  return words.filter(
    ({ key, isQuoted, isNumber }) => !isQuoted && !isNumber && !saying.has(key) && (key.length > 3 || /[^\p{Lu}\p{Ll}]/u.test(key)),
  );
}
