/** What is shown of the stories of a month where they are found, some of them together, in the order of their numbers. */
import { all } from '../../content/listings/all.ts';
import { scopeIn } from '../../content/listings/listing.ts';
import { headlineOf } from '../../content/records.ts';
import { singles } from '../../content/scopes.ts';
import { searchBounds } from '../../content/search/bounds.ts';
import type { FoundStory } from '../../content/search/found-story.ts';
import type { Site } from '../../content/site.ts';
import { type Bucket, momentOf, spanOf } from '../../content/times.ts';
import type { ShardWriter } from './shard-writer.ts';

export function tellFoundStories(writer: ShardWriter, month: Bucket, site: Site): void {
  const { catalog, language } = writer;
  const { from, to } = spanOf(month, site.timeZone);
  const stories = catalog.entries.between(catalog.scopes.id(scopeIn(all, language)), from, to).reverse();
  const of = singles.foundStories(language, String(month));
  const { told: together } = searchBounds;
  const parts = Math.ceil(stories.length / together);
  for (let part = 0; part < parts; part++) {
    const some = stories.slice(part * together, (part + 1) * together);
    const told = some.map((row): FoundStory => {
      const article = catalog.listedArticle(row);
      const { url, title, kicker, section, type, sponsor, unpublished, ...moment } = headlineOf(article, site);
      const hasWarning = article.warning === undefined ? {} : { hasWarning: true as const };
      return { url, title, kicker, section, type, ...momentOf(moment), sponsor, unpublished, ...hasWarning };
    });
    writer.write(of, part, JSON.stringify(told));
  }
  writer.cut(of, parts);
}
