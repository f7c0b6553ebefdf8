/** What `site.yaml` may say: its schema, and beside it an example of every field. */
import { z } from 'zod';
import { errorsAddress } from './errors-to.ts';
import type { Example } from './example.ts';
import {
  day,
  id,
  inLanguages,
  languageRefusal,
  lengthRefusals,
  list,
  name,
  passage,
  title,
  webAddress,
  wholeAddress,
} from './fields.ts';
import { maxCharacters, maxItems } from './lengths.ts';
import { isFreeId, isLanguage, isWebAddress } from './names.ts';
import { reservedRemedy } from './own-addresses.ts';
import { type Refusal, refuse, refuseBy } from './refusal.ts';
import { host, script } from './script-form.ts';
import { nearestTimeZone } from './time-zones.ts';
import { isTimeZone } from './times.ts';
import { license } from './written-license.ts';

const section = z.strictObject({
  id: id.superRefine(
    refuse(
      (value) => isFreeId(value),
      (value) => ({
        code: 'site/reserved-id',
        what: `“${value}” cannot name a section: /${value}/ is used for something else.`,
        fix: reservedRemedy(),
      }),
    ),
  ),
  title: inLanguages(title),
  description: inLanguages(passage).optional(),
  /** The last day on which a story may be dated in it: its front stays, and is no more among the sections. */
  closed: day.optional(),
  /** Old addresses that lead to its front. */
  redirectFrom: list(z.string()).default([]),
});

const language = z.string().superRefine(
  refuse(isLanguage, (value) => ({
    ...languageRefusal(value),
    code: 'site/bad-language',
  })),
);

const timeZone = z.string().superRefine(
  refuse(isTimeZone, (value) => ({
    code: 'site/unknown-time-zone',
    what: `“${value}” is not a known time zone.`,
    right: nearestTimeZone(value),
  })),
);

const footerAddress = inLanguages(
  z
    .string()
    .superRefine(refuseBy((url) => lengthRefusals(url, maxCharacters.address)))
    .superRefine(
      refuse(
        (url) => isWebAddress(url) || /^(\/(?!\/)|mailto:)/.test(url),
        (url) => ({
          code: 'content/bad-address',
          what: `“${url.slice(0, maxCharacters.address)}” is not an address that the footer can link to.`,
          right: footerAddressOf(url),
        }),
      ),
    ),
);

/** `/about/` of `about`, and the whole of another site's address. */
function footerAddressOf(written: string): string | undefined {
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(written)) return `mailto:${written}`;
  const whole = wholeAddress(written);
  if (whole !== undefined) return whole;
  return /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\/?$/.test(written) ? `/${written.replace(/\/$/, '')}/` : undefined;
}

/** How it is written is nobody's concern: kept is what `URL` makes of it, and nothing else ever spells it. */
const siteAddress = z
  .string()
  .superRefine((value, context) => {
    const refusal = siteAddressRefusal(value);
    if (refusal) context.addIssue({ code: 'custom', params: refusal, input: value });
  })
  .transform((value) => new URL(value).origin);

function siteAddressRefusal(value: string): Refusal | undefined {
  if (!isWebAddress(value))
    return {
      code: 'content/bad-address',
      what: `“${value.replace(/\/\/[^/@]*@/, '//…@')}” is not a web address, which has https:// at its beginning.`,
      right: URL.parse(wholeAddress(value) ?? '')?.origin,
    };
  const { origin, username, password, pathname, search, hash } = new URL(value);
  if (username !== '' || password !== '')
    return {
      code: 'site/url-with-user',
      what: 'The site’s url has a user name or a password in it, and would show it on every page.',
      right: origin,
      rest: ', and choose another password: this file has been read by others',
    };
  const path = `${pathname.replace(/^\/+$/, '')}${search}${hash}`;
  if (path === '') return undefined;
  return {
    code: 'site/url-with-path',
    what: `The site’s url has a path, “${path}”; a site lives at the root of its host.`,
    right: origin,
  };
}

/** Pages on how the newsroom works, most of them as search engines know them: https://schema.org/NewsMediaOrganization */
const policies = z.strictObject({
  principles: footerAddress.optional(),
  ethics: footerAddress.optional(),
  corrections: footerAddress.optional(),
  verification: footerAddress.optional(),
  ownership: footerAddress.optional(),
  masthead: footerAddress.optional(),
  /** What is known of readers; it ends with a list of the scripts. */
  privacy: footerAddress.optional(),
});

const siteSchema = z.strictObject({
  title: inLanguages(title),
  url: siteAddress,
  /** The address that it had first, if that is not `url`: stories are called by it for ever (`story-id.ts`). */
  ids: siteAddress.optional(),
  /** Hosts that it had before. Links to them are links inside it. */
  formerly: list(siteAddress, maxItems.site).default([]),
  description: inLanguages(passage),
  /** One, or those of a newsroom that has moved, each from a day on. */
  timeZone: z.union([timeZone, list(z.strictObject({ zone: timeZone, from: day.optional() }), maxItems.site).min(1)]),
  languages: list(language, maxItems.site).min(1),
  sections: list(section, maxItems.site).min(1),
  social: list(z.strictObject({ name, url: webAddress }), maxItems.site).default([]),
  /** Standing pages and other sites, linked from every page. */
  footer: list(z.strictObject({ title: inLanguages(title), url: footerAddress }), maxItems.site).default([]),
  /** Hosts of charts that readers may open on a page. */
  frames: list(host, maxItems.site).default([]),
  /** The same for pages that have a meaning of their own. */
  policies: policies.default({}),
  /** Of all stories that say nothing else. */
  license: license.optional(),
  /** Where readers report errors in stories. */
  errorsTo: errorsAddress.optional(),
  /** What pages load: statistics, consent. */
  scripts: list(script, maxItems.site).default([]),
  /** A hub that feeds name: those who follow them ask it, and publishing tells it. https://www.w3.org/TR/websub/ */
  webSub: webAddress.optional(),
});

const exampleSite: Example = {
  title: 'The Harbour Post',
  url: 'https://harbour-post.example',
  ids: 'https://harbour-post.example',
  formerly: ['https://harbour.example'],
  description: 'News of a small port',
  timeZone: 'Europe/Lisbon',
  languages: ['en'],
  sections: [
    { id: 'city', title: 'City', description: 'What happens in town', closed: '2015-12-31', redirectFrom: ['/town/'] },
  ],
  social: [{ name: 'Mastodon', url: 'https://social.example/@harbour' }],
  footer: [{ title: 'About us', url: '/about/' }],
  frames: ['charts.example'],
  policies: {
    principles: '/principles/',
    ethics: '/ethics/',
    corrections: '/corrections-policy/',
    verification: '/verification/',
    ownership: '/ownership/',
    masthead: '/masthead/',
    privacy: '/privacy/',
  },
  license: 'CC BY 4.0',
  errorsTo: 'errors@harbour-post.example',
  scripts: [
    {
      src: 'https://stats.port.example/s.js',
      kinds: ['article'],
      hosts: ['counter.port.example'],
      integrity: 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC',
    },
  ],
  webSub: 'https://hub.port.example/',
};

export const siteForm = { schema: siteSchema, example: () => exampleSite };
