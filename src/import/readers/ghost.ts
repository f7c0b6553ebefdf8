/** A Ghost export: one JSON file with the tables of the site. Its text is the HTML that Ghost made of whatever editor wrote it. */
import { readFileSync } from 'node:fs';
import { onFile } from '../../source/system-error.ts';
import {
  type Input,
  type Named,
  type Reader,
  SourceFault,
  type SourceItem,
  type SourceList,
  type SourcePicture,
  type SourceRemark,
  type SourceStory,
} from '../source-story.ts';
import { readData } from './front-matter.ts';
import { inOrderOfWeight, linksOfMenu } from './menus.ts';
import { distinct } from './site-paths.ts';

export const ghost: Reader = {
  name: 'Ghost export',
  async recognise({ beginning }) {
    const isGhost =
      /^\s*\{\s*"(?:db|meta|data)"\s*:/.test(beginning) && /"(?:posts|posts_meta|exported_on)"\s*:/.test(beginning);
    return isGhost ? 'its tables of posts and its “exported_on”' : undefined;
  },
  async open(input) {
    const tables = await tablesOf(input);
    const remarks: SourceRemark[] = [];
    return { site: siteOf(tables), remarks, items: () => itemsOf(tables, input.path, remarks) };
  },
};

type Row = Record<string, unknown>;
type Tables = Record<string, Row[] | undefined>;

async function tablesOf({ path }: Input): Promise<Tables> {
  const text = onFile(path, 'read', () => readFileSync(path, 'utf8'));
  const place = { file: path };
  let read: { db?: { data?: Tables }[]; data?: Tables } & Tables;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new SourceFault(`It is no whole JSON: ${(error as Error).message}.`, 'Export it from Ghost again.', place);
  }
  const { db: exported, data } = read;
  const tables = exported?.[0]?.data ?? data ?? read;
  if (Array.isArray(tables.posts)) return tables;
  throw new SourceFault('It has no table of posts.', 'In Ghost, open Settings, Labs, Export your content.', place);
}

function siteOf(tables: Tables): { title?: string; description?: string; languages?: string[]; timeZone?: string } {
  const setting = (...keys: string[]) =>
    keys.map((key) => word(tables.settings?.find((row) => row.key === key)?.value)).find(Boolean);
  const [title, description, language] = [
    setting('title'),
    setting('description'),
    setting('locale', 'lang', 'default_locale'),
  ];
  const timeZone = setting('timezone', 'active_timezone', 'activeTimezone');
  return {
    ...(title && { title }),
    ...(description && { description }),
    ...(language && { languages: [language] }),
    ...(timeZone && { timeZone }),
  };
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function named(row: Row): Named {
  const [id, name] = [word(row.slug), word(row.name)];
  if (id === undefined) return { name: name ?? String(row.id) };
  return { id, ...(name && { name }) };
}

type Context = {
  file: string;
  remarks: SourceRemark[];
  /** Rows by the id of their post. */
  ofPost: (table: 'posts_tags' | 'posts_authors' | 'posts_meta', post: Row) => Row[];
  withId: (table: 'tags' | 'users', id: unknown) => Row[];
};

async function* itemsOf(tables: Tables, file: string, remarks: SourceRemark[]): AsyncGenerator<SourceItem> {
  remarks.length = 0;
  yield* listsOf(tables, file);
  for (const key of ['navigation', 'secondary_navigation']) {
    const value = readData('x.json', word(tables.settings?.find((row) => row.key === key)?.value));
    yield* inOrderOfWeight(linksOfMenu({ value }, { file }));
  }
  const grouped = (names: readonly string[], key: string) =>
    new Map(names.map((name) => [name, Map.groupBy(tables[name] ?? [], (row) => row[key])]));
  const byPost = grouped(['posts_tags', 'posts_authors', 'posts_meta'], 'post_id');
  const byId = grouped(['tags', 'users'], 'id');
  const context: Context = {
    file,
    remarks,
    ofPost: (table, { id }) => byPost.get(table)?.get(id) ?? [],
    withId: (table, id) => byId.get(table)?.get(id) ?? [],
  };
  for (const [index, post] of (tables.posts ?? []).entries()) yield storyOf(post, index + 1, context);
}

function listsOf({ tags = [], users = [] }: Tables, file: string): SourceList[] {
  const list = (of: SourceList['of'], url: string, row?: Row): SourceList => {
    const text = word(row?.description) ?? word(row?.bio);
    return {
      kind: 'list',
      place: { file },
      of,
      ...(row && { named: named(row) }),
      ...(text && { text: { format: 'plain', text } }),
      urls: [url],
      feeds: [`${url}rss/`],
    };
  };
  const seen = tags.filter((tag) => !isInternal(tag) && word(tag.slug));
  return [
    list('all', '/'),
    ...seen.map((tag) => list('tag', `/tag/${tag.slug}/`, tag)),
    ...users.filter((user) => word(user.slug)).map((user) => list('author', `/author/${user.slug}/`, user)),
  ];
}

/** `#podcast`: for the theme, never shown. */
function isInternal({ visibility, name }: Row): boolean {
  return visibility === 'internal' || String(name ?? '').startsWith('#');
}

function storyOf(post: Row, item: number, context: Context): SourceStory {
  const { file } = context;
  const meta = context.ofPost('posts_meta', post)[0] ?? {};
  const said = (key: string) => word(post[key]) ?? word(meta[key]);
  const tags = rowsOf(post, 'tags', context);
  const [first, ...others] = tags.filter((tag) => !isInternal(tag)).map(named);
  const summary = said('custom_excerpt') ?? said('meta_description');
  const [slug, language, canonical] = [said('slug'), said('locale'), said('canonical_url')];
  const [published, updated] = [said('published_at') ?? said('created_at'), said('updated_at')];
  const lead = leadOf(said);
  const kind = post.type === 'page' || post.page === 1 || post.page === true ? 'page' : 'story';
  return {
    kind,
    place: { file, item },
    urls: distinct([slug === undefined ? undefined : `/${slug}/`, word(post.uuid) && `/p/${post.uuid}/`]),
    ...(slug && { slug }),
    title: { format: 'plain', text: said('title') ?? '' },
    ...(summary && { summary: { format: 'plain', text: summary } }),
    ...(published && { published: { text: published, zone: 'UTC' } }),
    ...(updated && { updated: { text: updated, zone: 'UTC' } }),
    authors: rowsOf(post, 'authors', context).map(named),
    sections: first ? [first] : [],
    tags: others,
    ...(language && { language }),
    state: stateOf(post),
    body: bodyOf(post, item, context),
    ...(lead && { lead }),
    ...(canonical && /^https?:/.test(canonical) ? { canonical } : {}),
    rest: restOf(post, meta, tags),
  };
}

/** In the order in which they are kept. */
function rowsOf(post: Row, of: 'tags' | 'authors', { ofPost, withId }: Context): Row[] {
  const order = ({ sort_order }: Row) => Number(sort_order ?? 0);
  const rows = ofPost(`posts_${of}`, post).toSorted((one, other) => order(one) - order(other));
  const ids = rows.map((row) => row[of === 'tags' ? 'tag_id' : 'author_id']);
  const isOld = of === 'authors' && ids.length === 0;
  return (isOld ? [post.author_id] : ids).flatMap((id) => withId(of === 'tags' ? 'tags' : 'users', id));
}

function stateOf({ status, visibility }: Row): SourceStory['state'] {
  if (status !== 'published' && status !== 'scheduled' && status !== 'sent') return 'draft';
  // What was sent by mail alone never had an address for everyone.
  return status === 'sent' || (visibility !== undefined && visibility !== 'public') ? 'private' : 'public';
}

/** Where an export has no HTML of a story, which is of one never published, its words are all there is. */
function bodyOf(post: Row, item: number, { file, remarks }: Context): SourceStory['body'] {
  const html = word(post.html);
  if (html !== undefined) return { format: 'html', text: ownPaths(html) };
  const words = word(post.plaintext) ?? '';
  if (words !== '')
    remarks.push({
      place: { file, item },
      what: 'It has no HTML, so that only its words could be read, without pictures, links and emphasis.',
    });
  else if (word(post.lexical) ?? word(post.mobiledoc))
    remarks.push({
      place: { file, item },
      what: 'It has no HTML, so that its text is missing. Open it in Ghost, save it and export again.',
    });
  return { format: 'plain', text: words };
}

/** Ghost writes its own host in this way, so that it can move. */
function ownPaths(text: string): string {
  return text.replace(/__GHOST_URL__(?=\/)/g, '').replaceAll('__GHOST_URL__', '/');
}

function leadOf(said: (key: string) => string | undefined): SourcePicture | undefined {
  const src = said('feature_image');
  const [alt, caption] = [said('feature_image_alt'), said('feature_image_caption')];
  if (src === undefined) return undefined;
  return {
    src: ownPaths(src),
    ...(alt && { alt }),
    ...(caption && { caption: { format: 'html', text: ownPaths(caption) } }),
  };
}

const keptOfMeta = [
  'meta_title',
  'og_title',
  'og_description',
  'twitter_title',
  'codeinjection_head',
  'codeinjection_foot',
];

function restOf(post: Row, meta: Row, tags: readonly Row[]): Record<string, unknown> {
  const internal = tags.filter(isInternal).map(({ name }) => name);
  const said = keptOfMeta.map((key) => [key, word(post[key]) ?? word(meta[key])] as const);
  return Object.fromEntries([
    ...said.filter(([, value]) => value !== undefined),
    ...(post.featured === true || post.featured === 1 ? [['featured', true] as const] : []),
    ...(internal.length > 0 ? [['internal_tags', internal] as const] : []),
  ]);
}
