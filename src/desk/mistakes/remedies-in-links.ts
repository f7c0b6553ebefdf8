/** How remedies are followed that leave something to decide, in links. */
import { calmPath, day, story, type Way } from './room.ts';

export const remediesInLinks: Record<string, Way[]> = {
  'link/empty-period': [
    { says: 'Correct the address', write: ['/2014/', '/2015/'] },
    { says: 'or write /', write: ['/2014/', '/'] },
  ],
  'link/no-stories': [{ says: 'Remove the link', write: ['[Ann](/authors/ann/)', 'Ann'] }],
  'link/draft': [
    { says: 'Publish that story first', files: { [calmPath]: story() } },
    { says: 'remove the link', write: [/\[calm\]\(.*\)/, 'calm'] },
  ],
  'link/empty': [{ says: 'Write one between the round brackets', write: ['()', '(/world/)'] }],
  'link/inside-link': [{ says: 'Move it after the link', write: [/\[a\^\[A note\.\]\](\(.*?\))/, '[a]$1^[A note.]'] }],
  'link/lost-words': [
    { says: 'Remove it with its quotation marks', write: [' "Long ago"', ''] },
    { says: 'write it into the text', write: [' "Long ago").', '), long ago.'] },
  ],
  'link/misspelt': [{ says: '/2015/11/26/calm/', write: ['/2015/11/26/Calm/index.html', '/2015/11/26/calm/'] }],
  'link/moved': [{ says: '/2015/11/26/calm/', write: ['/old/calm/', '/2015/11/26/calm/'] }],
  'link/no-slash': [{ says: '/about/', write: ['/about', '/about/'] }],
  'link/no-text': [{ says: 'Write them between the brackets', write: ['[]', '[the world]'] }],
  'link/relative': [
    {
      says: 'as in /2015/11/26/',
      write: ['calm/', '/2015/11/26/calm/'],
      files: { [calmPath]: story() },
    },
  ],
  'link/unknown-author': [
    { says: 'or remove the link', write: ['[nobody](/authors/nobody/)', 'nobody'] },
    { says: 'Correct the address', write: ['/authors/nobody/', '/authors/desk/'] },
  ],
  'link/unknown-place': [
    { says: '#the-quay', write: ['#the-key', '#the-quay'] },
    { says: 'link to the page without a #', write: ['#the-key', '/2015/11/26/storm/'] },
  ],
  'link/unknown-document': [
    {
      says: '/year/month/day/slug/name.pdf, as the file lies in articles/',
      files: { [calmPath]: story({}, '[It](calm/report.pdf)'), [`${day}/calm/report.pdf`]: '%PDF' },
    },
  ],
  'link/unused-document': [
    {
      says: 'Link to it in that story too',
      files: { 'articles/2015/11/25/calm.md': story({ date: '2015-11-25' }, '[It](calm/report.pdf)') },
    },
    { says: 'or remove the link here', write: [/\[It\]\(.*\)/, 'It'], leaves: ['document/unused'] },
  ],
  'link/unknown-story': [{ says: '/2015/11/26/storm/', write: ['/2015/11/26/calm/', '/2015/11/26/storm/'] }],
  'link/unknown-target': [{ says: '/culture/, /world/', write: ['/nowhere/', '/culture/'] }],
  'link/unknown-listed': [
    { says: 'give a story that topic', write: ['section: world', 'section: world\ntopics: [peace]'] },
  ],
  'link/unsafe': [{ says: 'Link to https://…', write: ['javascript:alert(1)', 'https://example.com/'] }],
  'link/www': [
    { says: 'For a page of this site write /world/', write: ['https://www.courier.example/world/', '/world/'] },
  ],
};
