/** What layouts, pages, public files and links can do to a site that is built: `check` tells of it. */
import { ownKind, withLayout } from './own-kind.ts';
import { jpeg } from './pictures.ts';
import { day, siteYaml, story, storyPath } from './room.ts';
import type { ToolMistake, ToolWay } from './tool-mistake.ts';

/** A page of the newsroom’s own with something on it. */
function onPage(name: string, body: string, ...ways: ToolWay[]): ToolMistake {
  return { files: { [`src/kinds/${name}.tsx`]: ownKind(name, body) }, ways };
}

function inHead(name: string, head: string, ...ways: ToolWay[]): ToolMistake {
  return { files: { [`src/kinds/${name}.tsx`]: ownKind(name, 'To be seen from the quay.', head) }, ways };
}

const canonical = (url: string) => `‸<link rel="canonical" href="${url}" />`;

const page = (title: string, summary = `All about ${title.toLowerCase()}.`) =>
  `---\ntitle: ${title}\nsummary: ${summary}\n---\n\nAsk in the harbour.\n`;

const headline = 'Ferry company and rival agree on a merger';
/** A draft, and what lies beside it. */
const merger = {
  [`content/${day}/merger.md`]: story({
    title: headline,
    image: '{file: signed-contract.jpg, alt: A paper}',
    draft: 'true',
  }),
  [`content/${day}/merger/signed-contract.jpg`]: jpeg,
};

export const mistakesInPages: Record<string, ToolMistake> = {
  'check/another-page': {
    files: {
      'src/kinds/lights.tsx': ownKind('lights', 'Two of them.', canonical('https://courier.example/')).replace(
        /\n *<meta name="robots".*/,
        '',
      ),
      [`content/${day}/lights.md`]: story(
        { title: 'Where the Lights are', summary: 'Lights of the harbour.' },
        'See [all of them](/lights/).',
      ),
    },
    ways: [
      {
        says: 'correct the layout: the address is that of the page itself',
        write: ['example/"', 'example/lights/"'],
      },
    ],
  },
  'check/another-site': inHead('buoys', canonical('https://test.courier.example/buoys/'), {
    says: 'Correct the address',
    write: ['test.courier', 'courier'],
  }),
  'check/broken-fragment': onPage(
    'winds',
    '<h1 id="now">Winds</h1><a ‸href="#tomorrow">To the forecast</a>',
    { says: 'Name an id that the page has', write: ['#tomorrow', '#now'] },
    { says: 'or link to the page without a fragment', write: ['#tomorrow', '/winds/'] },
  ),
  'check/broken-link': onPage(
    'sails',
    '<a ‸href="/abuot/">About us</a>',
    { says: 'Correct the address', write: ['/abuot/', '/about/'] },
    { says: 'remove the link', write: [/<a.*<\/a>/, 'Sails in sight.'] },
  ),
  'check/code-in-attribute': onPage(
    'moons',
    `<main dangerouslySetInnerHTML={{ __html: '<p ‸onclick="count()">Full</p>' }} />`,
    { says: 'Remove the attribute', write: [' onclick="count()"', ''] },
  ),
  'check/duplicate-id': onPage('piers', '<p id="east">East</p><p ‸id="east">West</p>', {
    says: 'Give each element an id of its own',
    write: ['id="east">West', 'id="west">West'],
  }),
  'check/html': onPage('crews', '<ul>‸<p>The captain</p></ul>', {
    says: 'Correct the layout or the text that makes this element',
    write: ['<p>The captain</p>', '<li>The captain</li>'],
  }),
  'check/late-policy': {
    files: {
      'src/kinds/cranes.tsx': ownKind('cranes', 'Two of them.').replace(
        '<meta charset="utf-8" />',
        '‸<style>{"p{color:red}"}</style><meta charset="utf-8" />',
      ),
    },
    ways: [
      {
        says: 'begin the head with <meta charset="utf-8">',
        write: [/(<style>.*<\/style>)(<meta charset="utf-8" \/>)/, '$2$1'],
      },
    ],
  },
  'check/missing-asset': onPage(
    'ropes',
    '<img ‸src="/ropes.svg" alt="A rope" />',
    { says: 'Correct the address', write: ['/ropes.svg', '/favicon.ico'] },
    {
      says: 'or put the file into public/, under the path that the address has',
      files: { 'public/ropes.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n' },
    },
  ),
  'check/missing-slash': onPage('boats', '<a ‸href="/about">About us</a>', {
    says: 'Write “/about/”',
    write: ['"/about"', '"/about/"'],
  }),
  'check/no-policy': {
    files: {
      'src/kinds/locks.tsx': withLayout(
        'locks',
        '‸<html lang="en"><title>Locks</title><meta name="robots" content="noindex" /><body>Two.</body></html>',
      ),
    },
    toldWith: ['check/html'],
    ways: [
      {
        says: 'has a <head>',
        write: [
          '<title>Locks</title><meta name="robots" content="noindex" />',
          '<head><title>Locks</title><meta name="robots" content="noindex" /></head>',
        ],
      },
    ],
  },
  'check/not-absolute': inHead('ports', '‸<meta property="og:url" content="/ports/" />', {
    says: 'beginning with “https://courier.example/”',
    write: ['"/ports/"', '"https://courier.example/ports/"'],
  }),
  'check/refused': onPage(
    'maps',
    '<iframe ‸src="https://maps.example/1" title="The harbour" />',
    {
      says: 'Name its host in frames: of site.yaml',
      files: { 'content/site.yaml': `${siteYaml}frames: [maps.example]\n` },
    },
    { says: 'or remove the frame', write: [/<iframe.*\/>/, 'No map.'] },
  ),
  'check/same-description': {
    files: {
      'content/pages/nets.md': page('Nets', '‸What we have.'),
      'content/pages/oars.md': page('Oars', 'What we have.'),
    },
    ways: [{ says: 'Say in the summary of each what is in it', write: ['What we have', 'Nets that we have'] }],
  },
  'check/same-title': {
    files: {
      'content/pages/anchor.md': page('‸Anchors'),
      'content/pages/chains.md': page('Anchors', 'All about chains.'),
    },
    ways: [{ says: 'Give one of them another title', write: ['title: Anchors', 'title: An anchor'] }],
  },
  'check/style-attribute': onPage('tides', '<p ‸style="color:red">High</p>', {
    says: 'Give the element a class, and write its style into layouts/styles/own.css',
    write: ['style="color:red"', 'class="high"'],
    files: { 'layouts/styles/own.css': '.high { color: red; }\n' },
  }),
  'check/two-policies': inHead('cargo', '‸<meta http-equiv="Content-Security-Policy" content="img-src \'self\'" />', {
    says: 'Take the policy out of the layout',
    write: [/<meta http-equiv.*\/>/, ''],
  }),
  'check/unpublished-address': {
    files: { 'public/stories.txt': 'To come: ‸/2015/11/26/merger/\n', ...merger },
    ways: [{ says: 'a file of public/', write: ['To come: /2015/11/26/merger/', 'None yet'] }],
  },
  'check/unpublished-file': {
    files: { 'public/pictures.txt': 'To come: ‸signed-contract.jpg\n', ...merger },
    ways: [{ says: 'a file of public/', write: ['To come: signed-contract.jpg', 'None yet'] }],
  },
  'check/unpublished-headline': {
    files: { 'src/kinds/plans.tsx': ownKind('plans', `<h1>‸${headline}</h1>`), ...merger },
    ways: [{ says: 'a layout', write: [headline, 'Nothing yet'] }],
  },
  'check/unreached': {
    files: { 'content/pages/lost.md': page('‸Lost') },
    ways: [
      {
        says: 'Link to /lost/ from a story',
        files: { [`content/${storyPath}`]: story({}, 'See [what was lost](/lost/).') },
      },
      { says: 'write “noindex: true” in its file', write: ['title:', 'noindex: true\ntitle:'] },
    ],
  },
};
