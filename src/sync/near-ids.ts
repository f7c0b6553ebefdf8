/**
 * An id that only one story names, a letter away from one that others name, is most likely that one: of a topic, a series,
 * a thread. Told as advice when the story is read. A file that gives the id a name says that it is meant.
 */

import type { Catalog } from '../catalog/catalog.ts';
import type { UnplacedProblem } from '../catalog/place-problems.ts';
import type { Article } from '../content/article.ts';
import type { Listing } from '../content/listings/listing.ts';
import { listings } from '../content/listings/listings.ts';
import { topic } from '../content/listings/topic.ts';
import { idKey, isSlip, lastingParts } from '../content/near-ids.ts';
import { contentPath } from '../content/paths.ts';
import type { Field } from '../content/yaml.ts';
import type { Intake } from './intake.ts';

/** Listings whose ids any story may name, by name: each with the ids that were read, and the files of their stories. */
export type NamedRead = Map<Listing, Map<string, number[]>>;

/** What a file says of ids: that of an article names them, and one that gives an id its name says that it is meant. */
export function noteNamed(read: NamedRead, ids: { listing: Listing; id: string }[], file?: number): void {
  for (const { listing, id } of ids) {
    const ofListing = read.get(listing) ?? new Map<string, number[]>();
    read.set(listing, ofListing);
    const files = ofListing.get(id) ?? [];
    ofListing.set(id, files);
    if (file !== undefined) files.push(file);
  }
}

/** The ids that an article names in a field. */
export function idsNamedBy(article: Article): { listing: Listing; id: string }[] {
  return listings
    .filter(({ field }) => field !== undefined)
    .flatMap((listing) => listing.idsOf(article, article.at).map((id) => ({ listing, id })));
}

/** The ids to which a file of a topic gives a name. */
export function idsNamedIn(folder: 'topics', id: string): { listing: Listing; id: string }[] {
  return listings.filter(({ front }) => front?.namedIn === folder).map((listing) => ({ listing, id }));
}

export function nearIds(catalog: Catalog, { namedRead, site }: Intake): UnplacedProblem[] {
  return [...namedRead].flatMap(([listing, read]) => {
    const compared = { catalog, listing, mostFiles: site.languages.length + 1 };
    for (const id of read.keys()) note(compared, id);
    return [...read].flatMap(([id, files]) => {
      const meant = files.length > 0 ? meantBy(compared, id) : undefined;
      return meant === undefined ? [] : files.flatMap((file) => adviceOn(compared, file, id, meant));
    });
  });
}

type Compared = { catalog: Catalog; listing: Listing; mostFiles: number };

/** The id that one of a single story is most likely to be. */
function meantBy(compared: Compared, id: string): string | undefined {
  const [story = '', ...more] = storiesNaming(compared, id);
  if (more.length > 0 || isMeant(compared, id)) return undefined;
  const near = idsNear(compared, id).map((each) => ({
    id: each,
    others: storiesNaming(compared, each).filter((one) => one !== story),
  }));
  const { front } = compared.listing;
  const isFiled = front?.namedIn === front?.folder; // then a file alone makes one
  const isKnown = ({ id: each, others }: (typeof near)[number]) =>
    others.length > 1 || ((isFiled || others.length > 0) && isMeant(compared, each));
  // Of two that one story each names, the older story's is the one.
  const meant = near.find(isKnown) ?? near.find(({ others }) => others.some((other) => other < story));
  return meant?.id;
}

/** Never taken back: whether a story names it is asked when it is found. */
function note({ catalog, listing }: Compared, id: string): void {
  const key = idKey(id);
  for (const part of [key, backwards(key)]) catalog.namedIds.note(listing.name, part, id);
}

/** A sign that no id has, and the key from its end. */
function backwards(key: string): string {
  return `<${[...key].reverse().join('')}`;
}

function idsNear({ catalog, listing }: Compared, id: string): string[] {
  const { start, end } = lastingParts(idKey(id));
  const found = [start, backwards(end)].flatMap((part) => catalog.namedIds.beginning(listing.name, part));
  return [...new Set(found.filter((each) => isSlip(id, each)))].sort();
}

/** Stories that name it, each once, of so many files at most. */
function storiesNaming({ catalog, listing, mostFiles }: Compared, id: string): string[] {
  return [...new Set(catalog.refs.somePaths(`${listing.name}:${id}`, mostFiles).flatMap(storyOf))];
}

function storyOf(path: string): string | [] {
  const content = contentPath(path, 0);
  return content && 'kind' in content && content.kind === 'article' ? content.story : [];
}

/** Whether a file gives it a name. */
function isMeant({ catalog, listing }: Compared, id: string): boolean {
  return listing.front?.namedIn !== undefined && catalog.files.at(`${listing.front.namedIn}/${id}.md`) !== undefined;
}

function adviceOn({ catalog, listing }: Compared, id: number, named: string, near: string): UnplacedProblem[] {
  const file = catalog.files.withId(id);
  const article = catalog.writtenArticle(id);
  const field = article && fieldNaming(article, listing, named);
  if (!file || field === undefined) return [];
  const { name, front } = listing;
  const otherwise =
    front?.namedIn === undefined
      ? 'If not, leave it: this is told only when the story is read.'
      : `If not, add a file ${front.namedIn}/${named}.md with its name.`;
  return [
    {
      file,
      field,
      code: listing === topic ? 'article/near-topic' : 'article/near-id',
      weight: 'advice',
      what: `No other story has the ${name} “${named}”; there is one called “${near}”.`,
      fix: `Did you mean “${near}”? ${otherwise}`,
      right: near,
    },
  ];
}

/** Where an article names an id; undefined if the field has something else. */
function fieldNaming(article: Article, { field = '' }: Listing, id: string): Field | undefined {
  const value = (article as unknown as Record<string, unknown>)[field] ?? article.own?.[field];
  if (value === id) return [field];
  const index = Array.isArray(value) ? value.indexOf(id) : -1;
  return index === -1 ? undefined : [field, index];
}
