/** An article: the head, the facts in the spine, the story in the column, the thread beside it. */
import { openSections } from '../../src/content/listings/section.ts';
import { sizesOfWhole, spanOf, textFrame } from '../../src/content/pictures.ts';
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl, frontUrl, sectionUrl } from '../../src/content/urls.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { ArticleProps } from '../../src/routes/article.ts';
import type { PageHead } from '../../src/routes/kind.ts';
import { Around } from '../components/around.tsx';
import { Byline } from '../components/byline.tsx';
import { Contents, hasContents } from '../components/contents.tsx';
import { Document } from '../components/document.tsx';
import { Facts, saidInFacts } from '../components/facts.tsx';
import { LeadFigure } from '../components/figure.tsx';
import { genreClass } from '../components/genre.ts';
import { Text } from '../components/html.tsx';
import { Kicker } from '../components/kicker.tsx';
import { InOtherLanguages } from '../components/languages.tsx';
import { Corrections, KeyPoints, Sources, Topics, Warning } from '../components/notes.tsx';
import { NoticesIn } from '../components/notices.tsx';
import { Portrait } from '../components/portrait.tsx';
import { ReportError } from '../components/report-error.tsx';
import { Rights } from '../components/rights.tsx';
import { Share } from '../components/share.tsx';
import { type Here, hereIn, publicationOf, sectionTitle } from '../here.ts';
import { withLabels } from '../labels.ts';
import { roomBeside } from '../room-beside.ts';
import { breadcrumbs, type Crumb } from '../schema-org/breadcrumbs.ts';
import { newsArticle } from '../schema-org/news-article.ts';

export function ArticlePage({
  site,
  story,
  card,
  parts,
  running,
  earlierOn,
  related,
  ...page
}: ArticleProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const genre = genreClass(story.type);
  const { title, summary, image, section } = story;
  const room = roomBeside(story, saidInFacts(story), hasContents(story));
  return (
    <Document
      here={here}
      page={page}
      notices={page.notices}
      style="article"
      title={title}
      description={withLabels(summary, story, here)}
      image={story.hasWarning ? undefined : image}
      card={card}
      story={story}
      section={section}
      things={[newsArticle(story, card, here), breadcrumbs(trailOf(story, here), site)]}
    >
      <article class={genre ? `article ${genre}-page` : 'article'}>
        <ArticleHead story={story} alternates={page.alternates} here={here} />
        <Text
          class="prose story"
          before={
            <>
              <Warning story={story} here={here} />
              <p class="stand">{summary}</p>
              <Facts story={story} here={here} />
              {image && (
                <LeadFigure
                  picture={image}
                  sizes={sizesOfWhole(image, textFrame)}
                  here={here}
                  class={['figure top-figure', spanOf(image) ?? []].flat().join(' ')}
                />
              )}
              <Contents story={story} room={room} here={here} />
              <KeyPoints story={story} here={here} />
            </>
          }
          html={story.body.html}
          after={
            <>
              <Corrections story={story} here={here} />
              <Sources story={story} here={here} />
              <Rights story={story} here={here} />
            </>
          }
        />
        <NoticesIn slot="after-story" notices={page.notices} here={here} />
        <footer class={`column last last-${room.placeOf(saidAtFoot(story))}`}>
          <Topics story={story} here={here} />
          <Share story={story} here={here} />
          <ReportError story={story} here={here} />
          <p class="print-address">
            <bdi>{absoluteUrl(story.url, site)}</bdi>
          </p>
        </footer>
        <Around
          story={story}
          parts={parts}
          running={running}
          earlierOn={earlierOn}
          related={related}
          room={room}
          here={here}
        />
      </article>
    </Document>
  );
}

/** What its topics say; to share it and to tell of an error is as much as five more. */
function saidAtFoot({ topics }: ArticleWithBody): string[] {
  return [...topics.map(({ name }) => name), ...Array<string>(5).fill('')];
}

function trailOf({ title, url, section }: ArticleWithBody, here: Here): Crumb[] {
  const { site, language } = here;
  return [
    { name: publicationOf(here), url: frontUrl(language, site) },
    { name: sectionTitle(section, here), url: sectionUrl(section, language, site) },
    { name: title, url },
  ];
}

type HeadProps = Pick<PageHead, 'alternates'> & { story: ArticleWithBody; here: Here };

function ArticleHead({ story, alternates, here }: HeadProps) {
  // The section is said above, in the navigation, unless it is closed.
  const isSaid = openSections(here.site).some(({ id }) => id === story.section);
  const [speaker, ...others] = story.byline;
  return (
    <header class="head">
      <Kicker story={{ ...story, topic: story.topics[0] }} shows={isSaid ? 'topic' : 'section'} here={here} />
      {story.type === 'opinion' && (
        <div class="speaker">
          {others.length === 0 && speaker?.portrait && <Portrait picture={speaker.portrait} />}
          <Byline authors={story.byline} here={here} withRoles />
        </div>
      )}
      <h1>{story.title}</h1>
      <InOtherLanguages alternates={alternates} here={here} />
    </header>
  );
}
