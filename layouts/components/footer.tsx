/** The foot of every page; it links only what a site always has. */
import { textIn } from '../../src/content/names.ts';
import { feedUrl, frontUrl, sectionUrl } from '../../src/content/urls.ts';
import { type Here, publicationOf, sectionTitle, siteDescriptionOf } from '../here.ts';

export function Footer({ here }: { here: Here }) {
  const { site, language, words } = here;
  const publication = publicationOf(here);
  return (
    <footer class="foot">
      <div>
        <b>{publication}</b>
        <p>{siteDescriptionOf(here)}</p>
      </div>
      <nav aria-label={words.allSections}>
        <ul>
          {site.sections.map(({ id }) => (
            <li key={id}>
              <a href={sectionUrl(id, language, site)}>{sectionTitle(id, here)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={words.follow}>
        <ul>
          <li>
            <a href={frontUrl(language, site)}>{words.frontPage}</a>
          </li>
          <li>
            <a href={feedUrl(language, site)}>{words.feed}</a>
          </li>
          {site.footer.map(({ title, url }) => (
            <li key={url}>
              <a href={textIn(url, language, site.languages)}>{textIn(title, language, site.languages)}</a>
            </li>
          ))}
          {site.social.map(({ name, url }) => (
            <li key={url}>
              <a href={url} rel="me">
                {words.onNetwork(publication, name)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
