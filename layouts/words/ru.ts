/** Russian. */
import type { DateTime } from 'luxon';
import { counter, dateFormat, offsetName } from './format.ts';
import type { Words } from './words-type.ts';

const locale = 'ru';
const abbreviations = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

/** Zones whose usual short name a Russian reader knows. */
const zoneNames: Record<string, string> = { 'Europe/Moscow': 'мск' };

const monthAndYear = dateFormat(locale, 'LLLL yyyy');
const month = dateFormat(locale, 'LLLL');
const weekday = dateFormat(locale, 'cccc');
const monthAbbreviation = (time: DateTime) => abbreviations[time.month - 1] ?? '';
const readingTime = counter(locale, { one: 'минута', few: 'минуты', many: 'минут', other: 'минуты' });

export const ru: Words = {
  ownName: 'Русский',
  openGraphLocale: 'ru_RU',
  onlyElsewhere: 'этой страницы нет',

  comma: ', ',
  skipToContent: 'Перейти к содержанию',
  sections: 'Разделы',
  allSections: 'Все разделы',
  languages: 'Языки',
  follow: 'Следите за нами',
  feeds: 'Ленты новостей',
  about: 'О нас',
  frontPage: 'Главная страница',
  onNetwork: (publication, network) => `«${publication}» на ${network}`,

  section: 'Раздел',
  topic: 'Тема',
  author: 'Автор',
  authors: 'Авторы',
  archive: 'Архив',
  latest: 'Последние новости',
  alsoInTheNews: 'Также в новостях',
  days: 'По дням',
  months: 'По месяцам',
  years: 'По годам',
  allStoriesOfMonth: (time) => `Все материалы за ${monthAndYear(time)} года`,
  allOfYear: (year) => `Весь ${year.year} год`,
  seeAlso: 'Смотрите также',
  noStories: 'Здесь пока нет материалов.',
  allStories: 'Все материалы',
  opinion: 'Мнения',

  types: { news: 'Новость', analysis: 'Аналитика', opinion: 'Мнение', interview: 'Интервью', feature: 'Очерк' },
  keyPoints: 'Главное',
  correction: 'Исправление',
  corrections: 'Исправления',
  sources: 'Источники',
  topics: 'Темы',
  thread: 'Развитие событий',
  earlier: 'Ранее',
  earlierOnTopic: (name) => `Ранее по теме «${name}»`,
  earlierInSection: (title) => `Ранее в разделе «${title}»`,
  related: 'По теме',
  share: 'Поделиться',
  byMail: 'По почте',
  updated: 'Обновлено',

  correctionsPage: {
    text: 'Что мы сообщили неверно и исправили; сначала новое. Каждое исправление указано и в самом материале.',
    none: 'Исправлений пока не было.',
  },
  feedsPage: {
    text: 'Лента приносит каждый новый материал целиком в программу для чтения, которую вы выберете: скопируйте в неё адрес. Регистрация не нужна, и никто не узнает, что вы читаете.',
    others: 'Своя лента есть у каждой темы и у каждого автора: укажите программе адрес их страницы.',
  },
  policies: {
    principles: 'Принципы редакции',
    ethics: 'Этический кодекс',
    corrections: 'Как мы исправляем ошибки',
    verification: 'Как мы проверяем факты',
    ownership: 'Владельцы и финансирование',
    masthead: 'Редакция',
  },

  notFound: {
    title: 'По этому адресу страницы нет',
    text: 'Возможно, она переехала или адрес скопирован не полностью. Скорее всего, материал сохранился: поищите его в разделе или начните с главной страницы.',
  },
  withdrawn: { label: 'Материал снят', title: 'Этот материал снят с публикации', on: 'Снят с публикации' },
  moved: { title: 'Страница переехала', text: 'Её новый адрес:' },

  stories: counter(locale, { one: 'материал', few: 'материала', many: 'материалов', other: 'материала' }),
  minutesToRead: (n) => `Время чтения: ${readingTime(n)}`,

  date: dateFormat(locale, 'd MMMM yyyy'),
  dayAndMonth: dateFormat(locale, 'd MMMM'),
  shortDate: (time) => `${time.day} ${monthAbbreviation(time)}`,
  shortMonth: (time) => `${monthAbbreviation(time)} ${time.year}`,
  monthAbbreviation: (time) => capitalised(monthAbbreviation(time)),
  monthAndYear: (time) => capitalised(monthAndYear(time)),
  month: (time) => capitalised(month(time)),
  year: dateFormat(locale, 'yyyy'),
  weekday: (time) => capitalised(weekday(time)),
  clock: dateFormat(locale, 'HH:mm'),
  dateAndClock: dateFormat(locale, 'd MMMM yyyy, HH:mm'),
  zone: (time) => zoneNames[time.zoneName ?? ''] ?? offsetName(time),
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
