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
import { isFreeId, isLanguage, isWebAddress, languagePattern } from './names.ts';
import { reservedRemedy } from './own-addresses.ts';
import { type Refusal, refuse, refuseBy } from './refusal.ts';
import { host, script } from './script-form.ts';
import { nearestTimeZone } from './time-zones.ts';
import { isTimeZone } from './times.ts';
import { license } from './written-license.ts';
import { described } from './yaml/schema.ts';

const section = z.strictObject({
  id: described(
    id.superRefine(
      refuse(
        (value) => isFreeId(value),
        (value) => ({
          code: 'site/reserved-id',
          what: `“${value}” cannot name a section: /${value}/ is used for something else.`,
          fix: reservedRemedy(),
        }),
      ),
    ),
    'Its address, /id/, and what stories name it by.',
  ),
  title: described(inLanguages(title), 'What readers see.'),
  description: described(inLanguages(passage).optional(), 'A sentence for its front and for search engines.'),
  closed: described(
    day.optional(),
    'The last day on which a story may be dated in it: its front stays, and is no more among the sections.',
  ),
  redirectFrom: described(list(z.string()).default([]), 'Old addresses that lead to its front.'),
});

const language = z
  .string()
  .superRefine(
    refuse(isLanguage, (value) => ({
      ...languageRefusal(value),
      code: 'site/bad-language',
    })),
  )
  .meta({ pattern: languagePattern.source });

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
  principles: described(footerAddress.optional(), 'What the newsroom stands for.'),
  ethics: described(footerAddress.optional(), 'What it does and does not do for a story.'),
  corrections: described(footerAddress.optional(), 'How mistakes are mended.'),
  verification: described(footerAddress.optional(), 'How it makes sure of what it says.'),
  ownership: described(footerAddress.optional(), 'Who owns it, and who pays for it.'),
  masthead: described(footerAddress.optional(), 'Who works there.'),
  privacy: described(footerAddress.optional(), 'What is known of readers; it ends with a list of the scripts.'),
});

const zoneFromDay = z.strictObject({
  zone: described(timeZone, 'As in Europe/Lisbon.'),
  from: described(day.optional(), 'Its first day; of the first zone none.'),
});

const siteSchema = z.strictObject({
  title: described(inLanguages(title), 'The name of the paper.'),
  url: described(siteAddress, 'Where it is, without a path.'),
  ids: described(
    siteAddress.optional(),
    'The address that it had first, if that is not “url”: feeds know its stories by it for ever.',
  ),
  formerly: described(
    list(siteAddress, maxItems.site).default([]),
    'Hosts that it had before. Links to them are links inside it.',
  ),
  description: described(inLanguages(passage), 'A sentence that search engines show under the name.'),
  timeZone: described(
    z.union([timeZone, list(zoneFromDay, maxItems.site).min(1)]),
    'The zone that stories are dated in; or those of a newsroom that has moved, each from a day on.',
  ),
  languages: described(
    list(language, maxItems.site).min(1),
    'Their codes. The first is at the root of the site, each other below its code.',
  ),
  sections: described(list(section, maxItems.site).min(1), 'In the order of the navigation.'),
  social: described(
    list(
      z.strictObject({
        name: described(name, 'Of the network.'),
        url: described(webAddress, 'The paper’s page there.'),
      }),
      maxItems.site,
    ).default([]),
    'The paper’s accounts elsewhere.',
  ),
  footer: described(
    list(
      z.strictObject({
        title: described(inLanguages(title), 'What readers see.'),
        url: described(footerAddress, 'A path as in /about/, a web address, or mailto:.'),
      }),
      maxItems.site,
    ).default([]),
    'Standing pages and other sites, linked from every page.',
  ),
  frames: described(list(host, maxItems.site).default([]), 'Hosts of charts that readers may open on a page.'),
  policies: described(policies.default({}), 'The addresses of pages on how the newsroom works.'),
  license: described(license.optional(), 'As in CC BY 4.0: of all stories that say nothing else.'),
  errorsTo: described(errorsAddress.optional(), 'Where readers report errors: an e-mail address, or that of a form.'),
  scripts: described(list(script, maxItems.site).default([]), 'What pages load: statistics, consent.'),
  search: described(
    z.boolean().default(true),
    'Whether readers can search: “false” leaves the page and its index out.',
  ),
  webSub: described(
    webAddress.optional(),
    'A hub that feeds name: those who follow them ask it, and publishing tells it (https://www.w3.org/TR/websub/).',
  ),
  cards: described(
    z
      .strictObject({ since: described(day, 'The first day of the stories that get one, as in 2026-01-01.') })
      .optional(),
    'A picture of its headline for each story that has none, shown where its link is shared.',
  ),
  silentChanges: described(
    z.enum(['advice', 'fault']).optional(),
    'What it is if a public story says something else and does not say so: “check --against” judges by it.',
  ),
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
  search: false,
  webSub: 'https://hub.port.example/',
  cards: { since: '2026-01-01' },
  silentChanges: 'fault',
};

export const siteForm = { schema: siteSchema, example: () => exampleSite };
