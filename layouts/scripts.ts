/** The scripts of `site.yaml`: which kinds of page load which, and what readers are told of that. */
import type { Site } from '../src/content/site.ts';
import type { LayoutName } from '../src/routes/kinds.ts';
import { type Here, policiesOf } from './here.ts';
import type { Words } from './words.ts';

export function scriptsOn(kind: string | undefined, { scripts }: Pick<Site, 'scripts'>): Site['scripts'] {
  return scripts.filter(({ kinds }) => kinds === undefined || (kind !== undefined && kinds.includes(kind)));
}

/** Whether a page is the one that says what is known of readers. */
export function isAboutPrivacy(url: string, here: Here): boolean {
  return policiesOf(here).some((policy) => policy.name === 'privacy' && policy.url.replace(/[?#].*$/, '') === url);
}

/** Each host of others that pages load scripts from, or that these ask, with what its pages are called. */
export function scriptHosts({ site, words }: Here): { host: string; pages: string[] }[] {
  const asked = site.scripts.flatMap(({ src, hosts, kinds }) =>
    [...(src.startsWith('/') ? [] : [new URL(src).host]), ...hosts].map((host) => ({ host, kinds })),
  );
  return [...Map.groupBy(asked, ({ host }) => host)].map(([host, scripts]) => {
    const isEverywhere = scripts.some(({ kinds }) => kinds === undefined);
    const names = scripts.flatMap(({ kinds = [] }) => kinds.map((kind) => nameOfKind(kind, words)));
    return { host, pages: isEverywhere ? [words.scripts.everyPage] : [...new Set(names)] };
  });
}

function nameOfKind(kind: string, words: Words): string {
  const names: { [kind in LayoutName]?: string } = {
    'front-page': words.frontPage,
    article: words.scripts.stories,
    'section-front': words.sections,
    'topic-front': words.topics,
    'topic-index': words.topics,
    'author-front': words.authors,
    'author-index': words.authors,
    'archive-year': words.archive,
    'archive-month': words.archive,
    'archive-day': words.archive,
    corrections: words.corrections,
    'feeds-page': words.feeds,
    search: words.search.title,
  };
  return names[kind as LayoutName] ?? words.scripts.otherPages;
}
