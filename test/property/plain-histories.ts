/** What the oracle makes of old addresses, of withdrawals, and of what ended on purpose. */
import type { Article } from '../../src/content/article.ts';
import type { GoneNotice } from '../../src/content/endings.ts';
import { articleUrl } from '../../src/content/urls.ts';
import type { Kind, Place } from '../../src/routes/kind.ts';
import { kindsByName } from '../../src/routes/rules.ts';
import { type PlainNewsroom, told } from './plain-newsroom.ts';

/** Where a URL was before, by what the files of its topic, author, section or page say. */
export function formerAddresses(newsroom: PlainNewsroom, url: string, { scope, bucket }: Place): string[] {
  const { site, authors, undated } = newsroom;
  const { of, id, language } = scope;
  const prefix = language === site.languages[0] ? '/' : `/${language}/`;
  const suffix = language === site.languages[0] ? '' : `.${language}`;
  const topics = ['', '.ru'].filter((each) => each === '' || site.languages.includes('ru'));
  const ofTopic = topics.flatMap((each) => undated.get(`topics/${id}${each}.md`)?.redirectFrom ?? []);
  const said = new Map<string, readonly string[] | undefined>([
    ['section', site.sections.find((each) => each.id === id)?.redirectFrom],
    ['author', authors.get(id)?.redirectFrom],
    ['topic', ofTopic],
    ['series', ofTopic],
    ['page', undated.get(`pages/${id}${suffix}.md`)?.redirectFrom],
  ]).get(of);
  const folder =
    new Map([
      ['author', 'authors/'],
      ['topic', 'topics/'],
      ['series', 'series/'],
    ]).get(of) ?? '';
  const below = url.slice(`${prefix}${folder}${id}/`.length);
  return (said ?? []).flatMap((address) => {
    if (of === 'page') return [address.replace(/([^/])$/, /\.html$/.test(address) ? '$1' : '$1/')];
    const [, russian, was = '', name] = /^\/(ru\/)?(topics\/|authors\/|series\/)?([a-z-]+)\/$/.exec(address) ?? [];
    const isRussian = russian !== undefined || (name === undefined && address.startsWith('/ru/'));
    if ((of === 'series') !== (was === 'series/') && (of === 'series' || of === 'topic')) return [];
    if (isRussian && language !== 'ru') return [];
    if (name !== undefined) return [`${prefix}${was}${name}/${below}`];
    if (language !== site.languages[0] || bucket !== 0) return [];
    const file = /[^/]+$/.exec(address)?.[0] ?? '';
    if (/^feed\./.test(file)) return below === file ? [address] : [];
    return below === '' ? [address] : [];
  });
}

/** The reasons of the random newsrooms are in the language of their file. */
export function noticeOf({ withdrawn }: Article) {
  if (!withdrawn) throw new Error('The oracle was asked for a notice of a story that is there');
  const { at, isDay, reason, language } = withdrawn;
  return { ...(isDay ? { at, isDay } : { at }), reason: String(reason), language };
}

export type Route = { kind: Kind; place: Place };

/** Of what ended on purpose: a notice, or a redirect while there is something where it leads. */
export function endedRoutes({ endings, site }: PlainNewsroom, there: ReadonlySet<string>): [string, Route][] {
  return endings.flatMap(({ url, to }): [string, Route][] => {
    const kind = kindsByName().get(to === undefined ? 'gone' : 'redirect') as Kind;
    const place = { scope: { of: kind.name, language: '', id: url }, bucket: 0 };
    if (to?.startsWith('/') && !there.has(to.replace(/#.*$/, ''))) return [];
    return [kind.url(place, site) ?? []].flat().map((each) => [each, { kind, place }]);
  });
}

/** What readers are told at an address that ended. */
export function goneNoticeOf({ endings, site }: PlainNewsroom, address: string): GoneNotice {
  const reason = endings.find(({ url }) => url === address)?.reason ?? '';
  const isRussian = address.startsWith('/ru/') && site.languages.includes('ru');
  const language = isRussian ? 'ru' : 'en';
  const isStory = /^\/\d{4}\/\d{2}\/\d{2}\/[a-z]+\/$/.test(isRussian ? address.slice(3) : address);
  if (typeof reason === 'string') return { language, reason, reasonLanguage: language, isStory };
  const said = reason[language] === undefined ? 'en' : language;
  return { language, reason: reason[said] ?? '', reasonLanguage: said, isStory };
}

/** Where an old address leads, and the story there, while that is public. */
export function ledFrom(newsroom: PlainNewsroom, from: string): { to: string; story: Article | undefined } | undefined {
  const { site, articles, endings } = newsroom;
  const old = told(newsroom).find((each) => each.redirectFrom.includes(from));
  const to = old ? articleUrl(old.story, old.language, site) : endings.find(({ url }) => url === from)?.to;
  const story = articles.find((each) => to?.replace(/#.*$/, '') === articleUrl(each.story, each.language, site));
  return to === undefined ? undefined : { to, story };
}
