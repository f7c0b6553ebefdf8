/** The sections in the masthead. They never depend on stories, so the navigation is the same everywhere. */
import { openSections } from '../../src/content/listings/section.ts';
import { sectionUrl } from '../../src/content/urls.ts';
import { type Here, sectionTitle } from '../here.ts';

type SectionNavProps = { here: Here /** Of the page it stands on. */; url: string; section?: string };

export function SectionNav({ here, url, section }: SectionNavProps) {
  const { site, language, words } = here;
  return (
    <nav class="mast-nav furniture" aria-label={words.sections}>
      <ul>
        {openSections(site).map(({ id }) => {
          const to = sectionUrl(id, language, site);
          const current = to === url ? 'page' : id === section ? 'true' : undefined;
          return (
            <li key={id}>
              <a href={to} aria-current={current}>
                {sectionTitle(id, here)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
