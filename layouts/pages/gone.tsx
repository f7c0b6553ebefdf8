/** An address that ended on purpose: why, and nothing of what was there. */
import type { Site } from '../../src/content/site.ts';
import type { GoneProps } from '../../src/routes/gone.ts';
import { ReasonPage } from '../components/reason-page.tsx';
import { hereIn } from '../here.ts';

export function GonePage({ site, notice, ...page }: GoneProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { withdrawn, notFound } = here.words;
  const title = notice.isStory ? withdrawn.title : notFound.title;
  return <ReasonPage here={here} page={page} title={title} reason={notice.reason} language={notice.reasonLanguage} />;
}
