/** Who publishes and who writes, as schema.org describes them. */
import type { NewsMediaOrganization, Organization, Person } from 'schema-dts';
import { hasIcon, iconUrl } from '../../src/content/icons.ts';
import type { Credited } from '../../src/content/records.ts';
import type { PolicyName, Site } from '../../src/content/site.ts';
import { absoluteUrl, frontUrl } from '../../src/content/urls.ts';
import { type Here, policiesOf, publicationOf } from '../here.ts';

/** https://schema.org/NewsMediaOrganization, which has nothing for privacy. */
const propertyOf = {
  principles: 'publishingPrinciples',
  ethics: 'ethicsPolicy',
  corrections: 'correctionsPolicy',
  verification: 'verificationFactCheckingPolicy',
  ownership: 'ownershipFundingInfo',
  masthead: 'masthead',
} as const satisfies Record<Exclude<PolicyName, 'privacy'>, keyof Exclude<NewsMediaOrganization, string>>;

const logo = 'icon-512.png';

export function newsOrganization(here: Here): NewsMediaOrganization {
  const { site, language } = here;
  const policies = policiesOf(here).flatMap(({ name, url }) =>
    name === 'privacy' ? [] : [[propertyOf[name], addressOf(url, site)] as const],
  );
  return {
    '@type': 'NewsMediaOrganization',
    name: publicationOf(here),
    url: absoluteUrl(frontUrl(language, site), site),
    ...(hasIcon(site.icons, logo) ? { logo: absoluteUrl(iconUrl(logo), site) } : {}),
    ...Object.fromEntries(policies),
    ...(site.social.length > 0 ? { sameAs: site.social.map((each) => each.url) } : {}),
  };
}

/** Nobody's name but their own: no office, no publication. */
export function bylineEntry({ name, url, isDesk }: Credited, site: Site): Person | Organization {
  const address = url === undefined ? {} : { url: absoluteUrl(url, site) };
  return { '@type': isDesk ? 'Organization' : 'Person', name, ...address };
}

/** Whole, as readers of structured data need it. */
export function addressOf(url: string, site: Site): string {
  return url.startsWith('/') ? absoluteUrl(url, site) : url;
}
