/** The sections in the masthead. They never depend on stories, so the navigation is the same everywhere. */
import { openSections } from '../../src/content/listings/section.ts';
import { sectionUrl } from '../../src/content/urls.ts';
import { type Here, sectionTitle } from '../here.ts';
import { renderedOnce } from './html.tsx';

type SectionNavProps = { here: Here /** Of the page it stands on. */; url: string; section?: string };

export function SectionNav({ here, url, section }: SectionNavProps) {
  const { site, language } = here;
  const front = openSections(site).find(({ id }) => sectionUrl(id, language, site) === url)?.id;
  return <Sections here={here} front={front} section={section} />;
}

/** `front`: the section whose front it stands on. */
type SectionsProps = { here: Here; front: string | undefined; section: string | undefined };

const Sections = renderedOnce(
  function Sections({ here, front, section }: SectionsProps) {
    const { site, language, words } = here;
    return (
      <nav class="mast-nav furniture" aria-label={words.sections}>
        <ul>
          {openSections(site).map(({ id }) => (
            <li key={id}>
              <a
                href={sectionUrl(id, language, site)}
                aria-current={id === front ? 'page' : id === section ? 'true' : undefined}
              >
                {sectionTitle(id, here)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    );
  },
  ({ front = '', section = '' }) => `${front} ${section}`,
);
