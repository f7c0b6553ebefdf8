/** Words that say that something was said. */
import { fold } from './words.ts';

/** All of a language mean the same; with them, to whom. */
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

/** Of a folded word. */
export function saysSo(word: string): boolean {
  return saying.has(word);
}
