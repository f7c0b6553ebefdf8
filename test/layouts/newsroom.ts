/** Invented props for the layouts: a site in two languages and one story with everything. */
import type { Site } from '../../src/content/site.ts';
import type { ArticleProps } from '../../src/routes/article.ts';
import { wordingIn } from '../support/words.ts';

export const site: Site = {
  title: 'Vestnik Kavkaza',
  url: 'https://vestnik-kavkaza.example',
  description: { en: 'News of the Caucasus', ru: 'Новости Кавказа' },
  timeZone: 'Europe/Moscow',
  languages: ['en', 'ru'],
  sections: [{ id: 'world', title: { en: 'World', ru: 'В мире' }, redirectFrom: [] }],
  formerly: [],
  social: [{ name: 'YouTube', url: 'https://www.youtube.com/user/vestnikkavkaza' }],
  footer: [{ title: { en: 'About us', ru: 'О нас' }, url: '/about/' }],
  frames: [],
  policies: { corrections: '/corrections-policy/' },
  scripts: [],
  search: true,
  wording: wordingIn(['en', 'ru', 'ar']),
  icons: { isDrawn: false, own: [] },
};

const url = '/2015/11/26/talks/';

export const story: ArticleProps['story'] = {
  story: '2015/11/26/talks',
  language: 'en',
  url,
  title: 'Talks in Moscow',
  summary: 'Two presidents met.',
  at: 1448560500,
  section: 'world',
  type: 'news',
  byline: [{ id: 'desk', name: 'Editorial desk', url: '/authors/desk/' }],
  topics: [{ id: 'syria', name: 'Syria', url: '/topics/syria/' }],
  place: 'Moscow',
  changed: { at: 1448563200 },
  languages: [
    { language: 'en', url },
    { language: 'ru', url: `/ru${url}` },
  ],
  id: `https://vestnik-kavkaza.example${url}`,
  titles: {},
  translators: [],
  contributors: [],
  noindex: false,
  points: ['They agreed'],
  sources: [{ title: 'The Kremlin', url: 'http://en.kremlin.ru/' }],
  corrections: [{ at: 1448563200, text: 'The day was the 18th.' }],
  words: 401,
  body: {
    isRendered: true,
    path: 'articles/2015/11/26/talks.md',
    language: 'en',
    text: '0',
    links: {},
    pictures: {},
    documents: {},
    page: '',
    html: '<p>They met.</p>\n',
    isCut: false,
    quotations: [],
    headings: [],
    opening: '',
  },
};

export function articleProps(changes: Partial<ArticleProps['story']> = {}): ArticleProps {
  return {
    url,
    language: 'en',
    alternates: story.languages,
    story: { ...story, ...changes },
    parts: { earlier: [], later: [] },
    running: { earlier: [], later: [] },
    earlierOn: [],
    related: [],
    notices: {},
  };
}
