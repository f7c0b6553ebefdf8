/** A story that was taken down: when and why, and nothing else of it. */
import type { Site } from '../../src/content/site.ts';
import type { WithdrawnProps } from '../../src/routes/withdrawn.ts';
import { ReasonPage } from '../components/reason-page.tsx';
import { Time } from '../components/time.tsx';
import { hereIn } from '../here.ts';

export function WithdrawnPage({ site, withdrawn, ...page }: WithdrawnProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { title, on } = here.words.withdrawn;
  return (
    <ReasonPage here={here} page={page} title={title} reason={withdrawn.reason} language={withdrawn.language}>
      <p class="intro meta">
        {on} <Time of={withdrawn} show={here.words.date} here={here} />
      </p>
    </ReasonPage>
  );
}
