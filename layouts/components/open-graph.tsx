/** What a page looks like when its link is shared. */
import { jpegOf } from '../../src/content/pictures.ts';
import type { Picture } from '../../src/content/records.ts';
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import { canonicalAddress } from '../canonical.ts';
import { type Here, publicationOf, sectionTitle } from '../here.ts';
import { cardAddress, cardSize } from '../social-card.ts';
import { isoMoment } from '../times.ts';
import { wordsIn } from '../words.ts';
import type { HeadProps } from './head.tsx';

type OpenGraphProps = Pick<HeadProps, 'here' | 'page' | 'title' | 'description' | 'image' | 'card' | 'story'> & {
  type: 'article' | 'profile' | 'website';
  /** Where it was published first, if elsewhere. */
  canonical?: string;
};

export function OpenGraph({ here, page, title, description, image, card, story, type, canonical }: OpenGraphProps) {
  const { site, language, words } = here;
  const shared = image
    ? pictureOf(image, site)
    : card && story && { ...cardSize, url: cardAddress(card, story.story, site), alt: card.title };
  const others = page.alternates.filter((each) => each.language !== language);
  return (
    <>
      <meta property="og:site_name" content={publicationOf(here)} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonicalAddress(page.url, { canonical }, here)} />
      <meta property="og:type" content={type} />
      <meta property="og:locale" content={words.openGraphLocale} />
      {others.map((each) => (
        <meta
          key={each.language}
          property="og:locale:alternate"
          content={wordsIn(each.language, site).openGraphLocale}
        />
      ))}
      {shared && <SharedPicture {...shared} />}
      {story && <ArticleProperties story={story} here={here} />}
      <meta name="twitter:card" content={shared ? 'summary_large_image' : 'summary'} />
    </>
  );
}

type Shared = { url: string; width: number; height: number; alt: string };

function pictureOf(image: Picture, site: Site): Shared {
  const { url, width, height } = jpegOf(image, 'large');
  return { url: absoluteUrl(url, site), width, height, alt: image.alt };
}

function SharedPicture({ url, width, height, alt }: Shared) {
  return (
    <>
      <meta property="og:image" content={url} />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      {alt && <meta property="og:image:alt" content={alt} />}
    </>
  );
}

function ArticleProperties({ story, here }: { story: ArticleWithBody; here: Here }) {
  const { site } = here;
  return (
    <>
      <meta property="article:published_time" content={isoMoment(story, site)} />
      {story.changed && <meta property="article:modified_time" content={isoMoment(story.changed, site)} />}
      {story.byline.map((author) => (
        <meta key={author.id} property="article:author" content={absoluteUrl(author.url, site)} />
      ))}
      <meta property="article:section" content={sectionTitle(story.section, here)} />
      {story.topics.map((topic) => (
        <meta key={topic.id} property="article:tag" content={topic.name} />
      ))}
    </>
  );
}
