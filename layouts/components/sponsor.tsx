/** Who paid for a story. It is said wherever the story shows, to everybody and not to screen readers alone. */
import { sponsoredRel } from '../../src/content/sponsored.ts';
import type { Listed } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';

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

/** The headline of a story in a list that has no kicker above it. */
export function StoryTitle({ story, here }: { story: Pick<Listed, 'title' | 'sponsor'>; here: Here }) {
  const { title, sponsor } = story;
  if (sponsor === undefined) return title;
  return (
    <>
      <Sponsor sponsor={sponsor} here={here} /> {title}
    </>
  );
}
