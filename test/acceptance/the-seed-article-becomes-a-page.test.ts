/** A page's plain text as an author brings it: a title, paragraphs, a publication and where else to find it. */

import { expect, test } from 'vitest';
import { renderWithEleventy } from '../../src/render/eleventy.ts';
import { htmlToText } from '../support/html-to-text.ts';
import { articleText, newsroom, siteYaml } from '../support/newsroom.ts';

const title = 'Harbour council to vote on the night ferry';
const paragraphs = [
  'The harbour council will vote tonight on whether the ferry to the islands runs after midnight, the first change of its timetable since 1998.',
  '"We have asked for this for eleven years. People who work late sleep in the waiting room," the islanders\' spokeswoman said.',
  "The council's engineer told the 'Harbour Gazette' that the old boat, the 'Anna Maria', can make two more crossings a night & no more.",
  'On the eve of the vote the mayor spoke with the pilots, the crew and the owner of the quay.',
  '"If it is decided tonight, the first boat leaves on Friday - at 00:40," he stressed.',
];

test('a plain article in a newsroom of one author and one section builds, and its page says all of it in order', async () => {
  const site = siteYaml
    .replace('{en: The Courier, ru: Курьер}', 'Harbour Gazette')
    .replace('languages: [en, ru]', 'languages: [en]')
    .replace(/ {2}- \{id: culture.*\n/, '');
  const room = newsroom({
    git: false,
    files: {
      'site.yaml': site,
      'articles/2015/11/26/night-ferry.md': articleText({ title, summary: title }, paragraphs.join('\n\n')),
    },
  });
  await room.rendered({ render: renderWithEleventy });
  const page = room.page('2015/11/26/night-ferry/index.html');
  expect(/<title>([^<]*)<\/title>/.exec(page)?.[1]).toContain(title);
  expect(/<h1[^>]*>(.*?)<\/h1>/s.exec(page)?.[1]).toContain(title);
  const text = htmlToText(page.slice(page.indexOf('<h1')));
  const places = paragraphs.map((paragraph) => text.indexOf(straight(paragraph)));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const footer = htmlToText(page.slice(page.lastIndexOf('<footer')));
  expect(footer).toContain('Harbour Gazette');
  expect(footer).toContain('on YouTube');
});

/** Quotation marks and dashes are set by the site; the words are the author's. */
function straight(text: string): string {
  return htmlToText(text.replaceAll('&', '&amp;'));
}
