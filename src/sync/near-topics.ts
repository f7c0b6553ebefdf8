/**
 * A topic that only one story has, a letter away from one that others have, is most likely that one: told as advice when
 * the story is read. A file of its own says that a topic is meant.
 */

import type { Catalog } from '../catalog/catalog.ts';
import type { UnplacedProblem } from '../catalog/place-problems.ts';
import { isSlip, lastingParts, topicKey } from '../content/near-topics.ts';
import { contentPath } from '../content/paths.ts';
import type { Intake } from './intake.ts';

export function nearTopics(catalog: Catalog, { topicsRead, site }: Intake): UnplacedProblem[] {
  const storiesWith = (topic: string) => someStories(catalog, topic, site.languages.length + 1);
  for (const topic of topicsRead.keys()) noteTopic(catalog, topic);
  return [...topicsRead].flatMap(([topic, files]) => {
    const [story = '', ...more] = storiesWith(topic);
    if (more.length > 0 || isMeant(catalog, topic)) return [];
    const near = topicsNear(catalog, topic).map((id) => ({
      id,
      others: storiesWith(id).filter((one) => one !== story),
    }));
    // Of two that one story each has, the older story's is the one.
    const meant =
      near.find(({ id, others }) => others.length > 1 || isMeant(catalog, id)) ??
      near.find(({ others }) => others.some((other) => other < story));
    return meant ? files.flatMap((file) => adviceOn(catalog, file, topic, meant.id)) : [];
  });
}

/** Never taken back: whether a story has it is asked when it is found. */
function noteTopic(catalog: Catalog, topic: string): void {
  const key = topicKey(topic);
  for (const part of [key, backwards(key)]) catalog.topics.note(part, topic);
}

/** A sign that no id has, and the key from its end. */
function backwards(key: string): string {
  return `<${[...key].reverse().join('')}`;
}

function topicsNear(catalog: Catalog, topic: string): string[] {
  const { start, end } = lastingParts(topicKey(topic));
  const found = [start, backwards(end)].flatMap((part) => catalog.topics.beginning(part));
  const near = found.filter((id) => isSlip(topic, id));
  return [...new Set(near)].sort();
}

/** Stories that have a topic, each once; `limit` is on their files. */
function someStories(catalog: Catalog, topic: string, limit: number): string[] {
  return [...new Set(catalog.refs.somePaths(`topic:${topic}`, limit).flatMap(storyOf))];
}

function storyOf(path: string): string | [] {
  const content = contentPath(path, 0);
  return content && 'kind' in content && content.kind === 'article' ? content.story : [];
}

/** Whether a file gives it a name. */
function isMeant(catalog: Catalog, topic: string): boolean {
  return catalog.files.at(`topics/${topic}.md`) !== undefined;
}

function adviceOn(catalog: Catalog, id: number, topic: string, near: string): UnplacedProblem[] {
  const file = catalog.files.withId(id);
  const index = catalog.writtenArticle(id)?.topics.indexOf(topic);
  if (!file || index === undefined) return [];
  return [
    {
      file,
      field: ['topics', index],
      code: 'article/near-topic',
      weight: 'advice',
      what: `No other story has the topic “${topic}”; there is one called “${near}”.`,
      fix: `Did you mean “${near}”? If not, add a file topics/${topic}.md with the topic’s name.`,
      right: near,
    },
  ];
}
