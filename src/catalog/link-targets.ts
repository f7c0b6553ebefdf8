/** Whether a link inside the site leads somewhere, now or when its story becomes due. */
import type { LinkTarget } from '../content/links.ts';
import type { Site } from '../content/site.ts';
import { suggestion } from '../content/suggest.ts';
import { articlePath, type Catalog, undatedPath } from './catalog.ts';
import { spotOf } from './hash.ts';

/** What is looked at while checking: files in `unreadable` exist, but nothing can be said of them. */
export type Checking = { catalog: Catalog; site: Site; unreadable: ReadonlySet<string> };

/** A Problem but for its place. */
export type Fault = { code: string; what: string; fix: string };

export function linkFault(checking: Checking, target: LinkTarget): Fault | undefined {
  const { catalog, site } = checking;
  const { url } = target;
  switch (target.kind) {
    case 'always':
    case 'archive':
      return undefined;
    case 'article':
      return storyFault(checking, target.story, target.language, url);
    case 'author':
      return catalog.file(`authors/${target.id}.yaml`) ? undefined : noAuthor(target.id);
    case 'topic':
      return isTopic(catalog, target.id) ? undefined : noTopic(target.id);
    case 'page':
      return catalog.file(undatedPath('pages', target.id, target.language, site))
        ? undefined
        : nothingThere(checking, url);
    case 'none':
      return nothingThere(checking, url);
  }
}

function noAuthor(id: string): Fault {
  return {
    code: 'link/unknown-author',
    what: `There is no author “${id}” to link to.`,
    fix: 'Correct the address, or write the author’s file.',
  };
}

function noTopic(id: string): Fault {
  return {
    code: 'link/unknown-topic',
    what: `No story has the topic “${id}”.`,
    fix: 'Correct the address, or give a story that topic.',
  };
}

function isTopic(catalog: Catalog, id: string): boolean {
  return catalog.db.get('SELECT 1 FROM ref WHERE target = ? LIMIT 1', spotOf(`topic:${id}`)) !== undefined;
}

function nothingThere({ catalog, site }: Checking, url: string): Fault {
  const pages = catalog.db
    .all<{ path: string }>("SELECT path FROM file WHERE path GLOB 'pages/*.md'")
    .map(({ path }) => `/${path.slice(6, -3)}/`);
  const known = [...pages, ...site.sections.map(({ id }) => `/${id}/`)];
  if (known.includes(`${url}/`))
    return { code: 'link/no-slash', what: `“${url}” lacks the slash at its end.`, fix: `Write ${url}/.` };
  return {
    code: 'link/unknown-target',
    what: `Nothing on the site is at “${url}”.`,
    fix: suggestion(url, known, 'Correct the address.'),
  };
}

function storyFault(
  { catalog, site, unreadable }: Checking,
  story: string,
  language: string,
  url: string,
): Fault | undefined {
  const file = catalog.file(articlePath(story, language, site));
  if (!file) {
    const day = catalog.db
      .all<{ path: string }>('SELECT path FROM file WHERE path GLOB ?', `articles/${story.slice(0, 11)}*.md`)
      .map(({ path }) => `/${path.slice(9, -3)}/`);
    return {
      code: 'link/unknown-story',
      what: `There is no story at “${url}”.`,
      fix: suggestion(url, day, 'Correct the address: /year/month/day/slug/, as its file lies in articles/.'),
    };
  }
  if (unreadable.has(file.path) || !isDraft(catalog, file.id)) return undefined;
  return {
    code: 'link/draft',
    what: `The story at “${url}” is a draft, which readers never see.`,
    fix: 'Publish that story first, or remove the link.',
  };
}

/** A draft is never due. */
export function isDraft(catalog: Catalog, id: number): boolean {
  return catalog.db.get('SELECT 1 FROM article WHERE id = ? AND due IS NULL', id) !== undefined;
}
