/** The line above a headline: who paid for the story; then its own kicker, or where it belongs, and its type if it is not plain news; and when. */
import type { ComponentChildren } from 'preact';
import { sectionUrl } from '../../src/content/urls.ts';
import type { Card } from '../../src/routes/card.ts';
import { type Here, sectionTitle } from '../here.ts';
import { Sponsor } from './sponsor.tsx';
import { Unpublished } from './unpublished.tsx';

/** On a section's own page the section goes without saying, so the first topic stands there instead. */
export type KickerShows = 'section' | 'topic' | 'type';

type KickerStory = Pick<Card, 'kicker' | 'section' | 'type' | 'topic' | 'sponsor' | 'unpublished' | 'at'> & {
  sponsorUrl?: string | undefined;
};

type KickerProps = { story: KickerStory; shows: KickerShows; when?: ComponentChildren; here: Here };

/** Stays with what is before it. */
const dot = '\u{a0}· ';

export function Kicker({ story, shows, when, here }: KickerProps) {
  const { kicker, sponsor, sponsorUrl } = story;
  const link = kicker === undefined ? linkOf(story, shows, here) : undefined;
  const label = kicker ?? (story.type === 'news' ? undefined : here.words.types[story.type]);
  if (!link && [label, sponsor, story.unpublished, when].every((each) => each === undefined)) return null;
  return (
    <p class="kicker">
      <Unpublished story={story} here={here} />
      <Sponsor sponsor={sponsor} url={sponsorUrl} here={here} />
      {sponsor !== undefined && (link || [label, when].some((each) => each !== undefined)) && ' '}
      {link && <a href={link.url}>{link.name}</a>}
      {link && label !== undefined && dot}
      {label}
      {when !== undefined && (link || label !== undefined) && dot}
      {when}
    </p>
  );
}

function linkOf(story: KickerStory, shows: KickerShows, here: Here): { name: string; url: string } | undefined {
  if (shows === 'type') return undefined;
  if (shows === 'topic') return story.topic;
  return { name: sectionTitle(story.section, here), url: sectionUrl(story.section, here.language, here.site) };
}
