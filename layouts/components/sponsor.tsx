/** Who paid for a story. It is said wherever the story shows, to everybody and not to screen readers alone. */
import { sponsoredRel } from '../../src/content/sponsored.ts';
import type { Listed } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';
import { Unpublished } from './unpublished.tsx';

/** `url`: where the label leads. */
type SponsorProps = { sponsor: string | undefined; url?: string | undefined; here: Here };

export function Sponsor({ sponsor, url, here }: SponsorProps) {
  if (sponsor === undefined) return null;
  const label = here.words.sponsoredBy(sponsor);
  return (
    <span class="paid">
      {url === undefined ? (
        label
      ) : (
        <a href={url} rel={sponsoredRel(here.site)(url)}>
          {label}
        </a>
      )}
    </span>
  );
}

type ListedStory = Pick<Listed, 'title' | 'sponsor' | 'unpublished' | 'at'>;

/** The headline of a story in a list that has no kicker above it. */
export function StoryTitle({ story, here }: { story: ListedStory; here: Here }) {
  const { title, sponsor, unpublished } = story;
  if (sponsor === undefined && unpublished === undefined) return title;
  return (
    <>
      <Unpublished story={story} here={here} />
      <Sponsor sponsor={sponsor} here={here} />
      {sponsor !== undefined && ' '}
      {title}
    </>
  );
}
