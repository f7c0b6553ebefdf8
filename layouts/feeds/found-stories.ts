/** What the script of the search page is told of some stories, by their numbers. */
import type { FoundStory } from '../../src/content/search/found-story.ts';
import type { Site } from '../../src/content/site.ts';
import { inZone } from '../../src/content/times.ts';
import type { FoundStoriesProps } from '../../src/routes/found-stories.ts';
import { genreClass } from '../components/genre.ts';
import { type Here, hereIn, sectionTitle } from '../here.ts';
import type { ToldStory } from '../search/page-data.ts';
import { isoMoment } from '../times.ts';
import { unpublishedLabel } from '../unpublished-label.ts';

export function foundStoriesJson({ language, stories }: FoundStoriesProps, site: Site): string {
  const here = hereIn(language, site);
  return `{\n${stories.map((story) => `"${story.number}":${JSON.stringify(told(story, here))}`).join(',\n')}\n}\n`;
}

function told(story: FoundStory, here: Here): ToldStory {
  const { url, title, type, hasWarning, at } = story;
  const { site, words } = here;
  const day = words.date(inZone(at, site.timeZone));
  const said = [url, title, isoMoment(story, site), day, aboveHeadline(story, here)] as const;
  const genre = genreClass(type);
  if (hasWarning) return [...said, genre ?? '', 1];
  return genre ? [...said, genre] : [...said];
}

/** Who paid for it, where it belongs and what it is, as above every headline. */
function aboveHeadline(story: FoundStory, here: Here): string {
  const { kicker, section, type, sponsor, unpublished } = story;
  const { words } = here;
  const plain = [sectionTitle(section, here), ...(type === 'news' ? [] : [words.types[type]])].join(' · ');
  return [
    ...(unpublished === undefined ? [] : [unpublishedLabel(story, here)]),
    ...(sponsor === undefined ? [] : [words.sponsoredBy(sponsor)]),
    kicker ?? plain,
  ].join(' · ');
}
