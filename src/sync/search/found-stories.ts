/** What is shown of the stories of a month where they are found, by their numbers, some of them together. Their seats are known by now. */
import { all } from '../../content/listings/all.ts';
import { scopeIn } from '../../content/listings/listing.ts';
import { headlineOf } from '../../content/records.ts';
import { singles } from '../../content/scopes.ts';
import { searchBounds } from '../../content/search/bounds.ts';
import type { FoundStory } from '../../content/search/found-story.ts';
import { numberOfSeat } from '../../content/search/seats.ts';
import type { Site } from '../../content/site.ts';
import { type Bucket, momentOf, spanOf } from '../../content/times.ts';
import type { ShardWriter } from './shard-writer.ts';

export function tellFoundStories(writer: ShardWriter, month: Bucket, site: Site): void {
  const { catalog, language } = writer;
  const { from, to } = spanOf(month, site.timeZone);
  const scope = catalog.scopes.id(scopeIn(all, language));
  const stories = catalog.entries.between(scope, from, to).reverse();
  const numbers = catalog.shards.seated(scope, from, to).map(({ seat }) => numberOfSeat(seat ?? 0));
  const of = singles.foundStories(language, String(month));
  const { told: together } = searchBounds;
  const parts = stories.length === 0 ? 0 : Math.floor((numbers.at(-1) as number) / together) + 1;
  for (let part = 0; part < parts; part++) {
    const told = stories.flatMap((row, index): FoundStory[] => {
      const number = numbers[index] as number;
      if (Math.floor(number / together) !== part) return [];
      const headline = headlineOf(catalog.listedArticle(row), site);
      const { url, title, kicker, section, type, sponsor, unpublished, hasWarning } = headline;
      return [{ number, url, title, kicker, section, type, ...momentOf(headline), sponsor, unpublished, hasWarning }];
    });
    writer.write(of, part, JSON.stringify(told));
  }
  writer.cut(of, parts);
}
