/**
 * A topic that only one story has, a letter away from one that others have, is most likely that one: told as advice when
 * the story is read. A file of its own says that a topic is meant.
 */
import { topicsLike } from '../content/near-topics.ts';
import { contentPath } from '../content/paths.ts';
import type { Catalog, CatalogFile } from './catalog.ts';
import type { UnplacedProblem } from './cross-check.ts';
import { spotOf } from './hash.ts';
import type { Intake } from './intake.ts';

/** Each of them costs hundreds of look-ups; of a first build with more, the oldest are not told. */
const mostLookedAt = 500;

export function nearTopics(catalog: Catalog, { topicsRead, site }: Intake): UnplacedProblem[] {
  const storiesWith = (topic: string) => someStories(catalog, topic, site.languages.length + 1);
  const single = [...topicsRead].flatMap(([topic, files]) => {
    const [story = '', ...others] = storiesWith(topic);
    return others.length > 0 || isMeant(catalog, topic) ? [] : [{ topic, files, story }];
  });
  const newestFirst = single.sort((a, b) => compare(b.story, a.story) || compare(a.topic, b.topic));
  return newestFirst.slice(0, mostLookedAt).flatMap(({ topic, files, story }) => {
    const near = topicsLike(topic).map((like) => ({
      like,
      others: storiesWith(like).filter((one) => one !== story),
      isMeant: isMeant(catalog, like),
    }));
    // Of two that one story each has, the older story's is the one.
    const meant =
      near.find(({ others, isMeant }) => isMeant || others.length > 1) ??
      near.find(({ others }) => others.some((other) => other < story));
    return meant ? files.flatMap((id) => adviceOn(catalog, id, topic, meant.like)) : [];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Stories that have a topic, each once; `limit` is on their files. */
function someStories(catalog: Catalog, topic: string, limit: number): string[] {
  const files = catalog.db.all<{ path: string }>(
    'SELECT path FROM ref JOIN file ON file.id = ref.file WHERE target = ? LIMIT ?',
    spotOf(`topic:${topic}`),
    limit,
  );
  return [...new Set(files.flatMap(({ path }) => storyOf(path)))];
}

function storyOf(path: string): string | [] {
  const content = contentPath(path, 0);
  return content && 'kind' in content && content.kind === 'article' ? content.story : [];
}

/** Whether a file gives it a name. */
function isMeant(catalog: Catalog, topic: string): boolean {
  return catalog.file(`topics/${topic}.md`) !== undefined;
}

function adviceOn(catalog: Catalog, id: number, topic: string, near: string): UnplacedProblem[] {
  const file = catalog.db.get<CatalogFile>('SELECT id, path, mode, blob FROM file WHERE id = ?', id);
  const index = catalog.writtenArticle(id)?.topics.indexOf(topic);
  if (!file || index === undefined) return [];
  return [
    {
      file,
      field: ['topics', index],
      code: 'article/near-topic',
      weight: 'advice',
      what: `No other story has the topic “${topic}”; there is one called “${near}”.`,
      fix: `Did you mean “${near}”? If not, a file topics/${topic}.md says so, with its name.`,
    },
  ];
}
