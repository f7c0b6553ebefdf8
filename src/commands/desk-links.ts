/** Pages of the preview that are none of the site, and the way from one to the others. */
import type { Html } from '../content/blocks/markup.ts';

export const problemsUrl = '/.problems/';
export const calendarUrl = '/.calendar/';
export const documentsUrl = '/.documents/';
export const frontsUrl = '/.fronts/';
export const editorUrl = '/.admin/';

const pages = [
  ['/', 'The front page'],
  [problemsUrl, 'Problems'],
  [calendarUrl, 'What is due'],
  [frontsUrl, 'Lead and picks'],
  [documentsUrl, 'A draft from a document'],
  [editorUrl, 'The editor'],
] as const;

export function deskLinks(here: string): Html {
  const links = pages.filter(([url]) => url !== here).map(([url, name]) => `<a href="${url}">${name}</a>`);
  return { html: `<header>${links.join(' · ')}</header>\n` };
}

export const deskLinksStyles = 'header { max-inline-size: 60rem; margin-inline: auto; padding: 1rem 1rem 0; }\n';

/** A page for editors that is made elsewhere too, where there is no other. */
export function withDeskLinks(page: string, here: string): string {
  return page
    .replace('</style>', () => `${deskLinksStyles}</style>`)
    .replace('<main>', () => `${deskLinks(here).html}<main>`);
}
