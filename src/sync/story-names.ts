/** The names in a story that other files make: its authors, and what has another name now. */

import type { Catalog } from '../catalog/catalog.ts';
import type { UnplacedProblem } from '../catalog/place-problems.ts';
import type { Article } from '../content/article.ts';
import type { Author } from '../content/author.ts';
import { creditsOf } from '../content/credits.ts';
import { author } from '../content/listings/author.ts';
import type { ListingWithFront } from '../content/listings/listing.ts';
import { series } from '../content/listings/series.ts';
import { topic } from '../content/listings/topic.ts';
import { defaultLanguage } from '../content/names.ts';
import { type ContentPath, contentPath } from '../content/paths.ts';
import { meantName } from '../content/suggest.ts';
import { dayOf } from '../content/times.ts';
import { listingUrl } from '../content/urls.ts';
import type { Field } from '../content/yaml.ts';
import type { CheckedFile } from './cross-check.ts';

/**
 * Whether of an author or a topic no more has changed than what stories show of it: that it is there, and when an author
 * left, is all that they are told of. To be asked while the catalog has the record before.
 */
export function isNameAlone(catalog: Catalog, { kind }: ContentPath, of: { id: number; value: unknown }): boolean {
  const before = kind === 'author' || kind === 'topic' ? catalog.records.of(of.id) : undefined;
  if (before === undefined || of.value === undefined) return false;
  const [{ left }, now] = [JSON.parse(before), of.value] as [Partial<Author>, Partial<Author>];
  return left === now.left;
}

type Name = { listing: ListingWithFront; id: string; field: Field };

export function nameProblems(context: CheckedFile, article: Article): UnplacedProblem[] {
  const credits = creditsOf(article).filter(({ id }) => id !== ''); // one that cannot be read is told already
  const beside = (field: Field) => credits.filter((each) => each.field[0] === field[0]).map(({ id }) => id);
  return [
    ...credits.flatMap(({ id, field }) => {
      if (context.catalog.files.at(`authors/${id}.yaml`)) return leftProblems(context, { id, field }, article);
      return (
        renamedProblem(context, { listing: author, id, field }) ??
        noAuthor(context, { id, field, day: dayOf(article.story) }, beside(field))
      );
    }),
    ...namedIn(article).flatMap((name) => renamedProblem(context, name) ?? []),
  ];
}

function namedIn({ topics, series: ofSeries }: Article): Name[] {
  return [
    ...topics.map((id, index) => ({ listing: topic, id, field: ['topics', index] })),
    ...(ofSeries === undefined ? [] : [{ listing: series, id: ofSeries, field: ['series'] }]),
  ];
}

/** Another file says that this was its name once. */
function renamedProblem(context: CheckedFile, { listing, id, field }: Name): UnplacedProblem | undefined {
  const { catalog, site, file, claimants } = context;
  const front = listingUrl(listing, id, defaultLanguage(site), site);
  const path = claimants.get(front, () => catalog.claims.pathOf(front) ?? '');
  const content = path === '' ? undefined : contentPath(path, 0);
  if (!content || 'code' in content || (content.kind !== 'topic' && content.kind !== 'author')) return undefined;
  if (`${content.kind}s` !== listing.front.namedIn || catalog.files.at(path.replace(content.id, id))) return undefined;
  const what = `The ${listing.name} “${id}” is now called “${content.id}”.`;
  return { file, field, code: 'article/renamed-id', what, fix: `Write “${content.id}”.`, right: content.id };
}

function noAuthor(
  { known, file }: CheckedFile,
  { id, field, day }: Omit<Name, 'listing'> & { day: string },
  beside: string[],
): UnplacedProblem {
  const right = meantName(
    id,
    known.authors().filter((each) => !beside.includes(each.id)),
  );
  const name = id.replace(/(?:^|-)(.)/g, (_, letter: string) => ` ${letter.toUpperCase()}`).trim();
  const line = `“name: ${name}” into a new file authors/${id}.yaml`;
  const fix =
    right !== undefined
      ? `Did you mean “${right}”? If not, write the line ${line}.`
      : `Write the line ${line}, with “left: ${day}” if they have left; if they have another id now, add “redirectFrom: [/authors/${id}/]” to the file of that.`;
  const missing = `authors/${id}.yaml`;
  return { file, code: 'article/unknown-author', missing, field, what: `There is no author “${id}”.`, fix, right };
}

/** A story may still come out after its author has left: whoever reads it decides. */
function leftProblems(
  { catalog, file }: CheckedFile,
  { id, field }: Omit<Name, 'listing'>,
  { story }: Article,
): UnplacedProblem[] {
  const { left } = catalog.record<Author>(`authors/${id}.yaml`) ?? {};
  if (left === undefined || field[0] !== 'authors' || dayOf(story) <= left) return [];
  const what = `“${id}” left on ${left}, before the day of this story.`;
  const fix = `If that is so, leave it as it is; else correct “left” in authors/${id}.yaml.`;
  return [{ file, field, code: 'article/author-left', weight: 'advice', what, fix }];
}
