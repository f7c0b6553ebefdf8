/** At the end of a story’s text: who paid for it, as readers of a reader mode have not seen the head; and how it may be used. */
import type { FullArticle } from '../../src/content/records.ts';
import type { Here } from '../here.ts';
import { Sponsor } from './sponsor.tsx';

type RightsProps = { story: Pick<FullArticle, 'sponsor' | 'sponsorUrl' | 'license'>; here: Here };

export function Rights({ story, here }: RightsProps) {
  const { words } = here;
  const { sponsor, sponsorUrl, license } = story;
  if (sponsor === undefined && license === undefined) return null;
  return (
    <section class="note note-rights">
      {sponsor !== undefined && (
        <p>
          <Sponsor sponsor={sponsor} url={sponsorUrl} here={here} />
        </p>
      )}
      {license && (
        <p>
          {words.license + words.colon}
          <a href={license.url} rel="license">
            <bdi>{license.name}</bdi>
          </a>
        </p>
      )}
    </section>
  );
}
