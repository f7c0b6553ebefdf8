/** What a newsroom has to say of itself before its first story: its `site.yaml`, judged as that file is. */
import { stringify } from 'yaml';
import type { Language } from '../../content/names.ts';
import { parseSite, type Site } from '../../content/site.ts';
import { isFault } from '../../problem.ts';

export type Paper = {
  title: string;
  url: string;
  timeZone: string;
  languages: readonly Language[];
  sections: readonly { id: string; title: string }[];
};

const example: Paper = {
  title: 'The Harbour Post',
  url: 'https://harbour-post.example',
  timeZone: 'Europe/Lisbon',
  languages: ['en'],
  sections: [{ id: 'city', title: 'City' }],
};

export function siteText({ title, url, timeZone, languages, sections }: Paper): string {
  return [
    `title: ${flow(title)}`,
    `url: ${flow(url)}`,
    '# A sentence that search engines show under the name.',
    `description: ${flow(title)}`,
    `timeZone: ${flow(timeZone)}`,
    '# The first is at the root of the site, each other below its code.',
    `languages: ${flow(languages)}`,
    'sections:',
    ...sections.map((section) => `  - ${flow(section)}`),
    '',
  ].join('\n');
}

/** As it is read. */
export function siteOf(paper: Paper): Site {
  return parseSite(siteText(paper), 'content/site.yaml', paper.languages).asRead;
}

function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
}

/** What is wrong with some of it, in sentences. A language may be one that has no words for the interface yet. */
export function faultsOf(part: Partial<Paper>): string[] {
  const paper = { ...example, ...part };
  const { problems } = parseSite(siteText(paper), 'content/site.yaml', paper.languages);
  return problems.filter(isFault).map(({ what, fix }) => `${what} ${fix}`);
}

/** A section as people write it: `city=City news`, or its title alone where an address can be made of that. */
export function sectionOf(written: string): Paper['sections'][number] {
  const [, id, title = ''] = /^\s*(?:([^=]*)=)?(.*?)\s*$/s.exec(written) ?? [];
  return { id: (id ?? addressOf(title)).trim(), title: title.trim() };
}

/** Small letters, digits and hyphens; `` of a name in another script. */
export function addressOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
