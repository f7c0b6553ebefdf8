/** The front of an author, a person or a desk, as schema.org describes it. */
import type { ProfilePage } from 'schema-dts';
import { jpegOf } from '../../src/content/pictures.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { AuthorFrontProps } from '../../src/routes/author-front.ts';
import type { Here } from '../here.ts';
import { newsOrganization } from './organization.ts';

export function profilePage({ author, url }: Pick<AuthorFrontProps, 'author' | 'url'>, here: Here): ProfilePage {
  const { name, role, bio, links, email, isDesk, hasLeft, portrait } = author;
  const common = {
    name,
    url: absoluteUrl(url, here.site),
    ...(bio === undefined ? {} : { description: bio }),
    ...(email === undefined ? {} : { email }),
    ...(portrait ? { image: absoluteUrl(jpegOf(portrait, 'large').url, here.site) } : {}),
    ...(links.length > 0 ? { sameAs: links.map((link) => link.url) } : {}),
  };
  const publication = newsOrganization(here);
  return {
    '@type': 'ProfilePage',
    mainEntity: isDesk
      ? { '@type': 'Organization', ...common, parentOrganization: publication }
      : {
          '@type': 'Person',
          ...common,
          ...(role === undefined ? {} : { jobTitle: role }),
          ...(hasLeft ? {} : { worksFor: publication }),
        },
  };
}
