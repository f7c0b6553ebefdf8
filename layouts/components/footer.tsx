/** The foot of every page; it links only what a site always has. */
import { openSections } from '../../src/content/listings/section.ts';
import { type Text, textIn } from '../../src/content/names.ts';
import { searchUrl } from '../../src/content/search/page-url.ts';
import { correctionsUrl, feedsUrl, frontUrl, sectionUrl } from '../../src/content/urls.ts';
import { type Here, policiesOf, publicationOf, sectionTitle, siteDescriptionOf } from '../here.ts';
import { indexLinks } from '../listing-title.ts';
import { renderedOnce } from './html.tsx';

export const Footer = renderedOnce(function Footer({ here }: { here: Here }) {
  const { site, language, words } = here;
  const publication = publicationOf(here);
  const inThis = (text: Text) => textIn(text, language, site.languages);
  const own = [
    { name: words.frontPage, url: frontUrl(language, site) },
    ...indexLinks(here),
    { name: words.corrections, url: correctionsUrl(language, site) },
    ...(site.search ? [{ name: words.search.title, url: searchUrl(language, site) }] : []),
  ];
  const about = [
    ...site.footer.map(({ title, url }) => ({ name: inThis(title), url: inThis(url) })),
    ...policiesOf(here).map(({ name, url }) => ({ name: words.policies[name], url })),
  ];
  return (
    <footer class="foot">
      <div>
        <b>{publication}</b>
        <p>{siteDescriptionOf(here)}</p>
      </div>
      <nav aria-label={words.allSections}>
        <ul>
          {openSections(site).map(({ id }) => (
            <li key={id}>
              <a href={sectionUrl(id, language, site)}>{sectionTitle(id, here)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={words.archive}>
        <ul>
          {own.map(({ name, url }) => (
            <li key={url}>
              <a href={url}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {about.length > 0 && (
        <nav aria-label={words.about}>
          <ul>
            {about.map(({ name, url }) => (
              <li key={name}>
                <a href={url}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav aria-label={words.follow}>
        <ul>
          <li>
            <a href={feedsUrl(language, site)}>{words.feeds}</a>
          </li>
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
});
