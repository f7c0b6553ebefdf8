/** An author's front: who it is, and the newest stories under that byline. */
import { author as authorListing } from '../../src/content/listings/author.ts';
import type { Site } from '../../src/content/site.ts';
import type { AuthorFrontProps } from '../../src/routes/author-front.ts';
import { Document } from '../components/document.tsx';
import { FrontList } from '../components/front-list.tsx';
import { FrontWays } from '../components/front-ways.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PortraitFigure } from '../components/portrait.tsx';
import { TopicLinks } from '../components/topic-links.tsx';
import { hereIn, publicationOf } from '../here.ts';
import { profilePage } from '../schema-org/profile.ts';

const { feeds: formats } = authorListing.front;

export function AuthorFront({
  site,
  author,
  opening,
  stories,
  years,
  topics,
  total,
  ...page
}: AuthorFrontProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { name, role, bio, email, links, portrait } = author;
  const description =
    bio ?? [name, role, publicationOf(here)].filter(Boolean).join(words.comma) + words.colon + words.stories(total);
  return (
    <Document
      here={here}
      page={page}
      notices={page.notices}
      style="stories"
      title={name}
      description={description}
      image={portrait}
      isProfile
      feeds={{ title: name, formats }}
      things={[profilePage({ author, url: page.url }, here)]}
    >
      <PageTitle
        label={words.author}
        title={name}
        portrait={portrait && <PortraitFigure picture={portrait} here={here} />}
        beside={
          <FrontWays front={page.url} name={name} feeds={formats} of={{ opening, stories, total, years }} here={here} />
        }
      >
        {role && <p class="intro">{role}</p>}
        {bio && <p class="intro">{bio}</p>}
        {(email !== undefined || links.length > 0) && (
          <ul class="pager">
            {email !== undefined && (
              <li>
                <a href={`mailto:${email}`}>{email}</a>
              </li>
            )}
            {links.map((link) => (
              <li key={link.url}>
                <a href={link.url} rel="me">
                  {link.name}
                </a>
              </li>
            ))}
          </ul>
        )}
        <TopicLinks topics={topics} here={here} />
      </PageTitle>
      <FrontList opening={opening} stories={stories} total={total} years={years} front={page.url} here={here} />
    </Document>
  );
}
