/**
 * What an author does who follows a remedy that leaves something to decide, by the code of its case. Where a remedy
 * offers more than one way, each is gone.
 */
import { siteYaml } from '../support/newsroom.ts';
import { png } from '../support/pictures.ts';
import { type ByHand, remediesInBodies } from './remedies-in-bodies.ts';
import { story, storyPath } from './written.ts';

const day = 'articles/2015/11/26';
const report = `${day}/storm/report.pdf`;
const calm = `${day}/calm.md`;
const about = '---\ntitle: About\n---\n\nAbout us.\n';
const away = (path: string, says: string): ByHand => ({ says, files: { [path]: null } });

export const remediesByHand: Record<string, ByHand[]> = {
  ...remediesInBodies,

  'article/correction-before-date': [{ says: '2015-11-26 or a later one', write: ['2015-11-25', '2015-11-26'] }],
  'gone/no-end': [
    {
      says: 'Write it as in “- {url: /hoax/, reason: The story was invented.}”',
      write: ['/hoax/', '/hoax/, reason: It was.'],
    },
    { says: 'or as in “to: /2015/11/03/new-name/”', write: ['/hoax/', '/hoax/, to: https://partner.example/'] },
  ],
  'gone/still-there': [away(storyPath, 'or remove that file')],
  'gone/two-ends': [{ says: 'or leave out “to”', write: [', to: https://partner.example/', ''] }],
  'front/stale': [
    { says: 'Choose a newer one', write: ['2015/11/26/storm', '2015/12/19/calm'] },
    { says: 'or remove it', write: ['lead: 2015/11/26/storm\n', '\n'] },
  ],
  'link/empty-period': [
    { says: 'Correct the address', write: ['/2014/', '/2015/'] },
    { says: 'or write /', write: ['/2014/', '/'] },
  ],
  'link/no-stories': [{ says: 'Remove the link', write: ['[Ann](/authors/ann/)', 'Ann'] }],
  'article/author-left': [
    { says: 'else correct “left” in authors/ann.yaml', files: { 'authors/ann.yaml': 'name: Ann\nleft: 2015-11-30\n' } },
  ],
  'article/closed-section': [
    { says: 'Write one of these: culture', write: ['section: world', 'section: culture'] },
    { says: 'remove the line “closed: 2015-11-25” in site.yaml', files: { 'site.yaml': siteYaml } },
  ],
  'article/corrections-at-one-time': [
    { says: 'date: 2015-11-27 18:30', write: ['{date: 2015-11-27, text: It r', '{date: 2015-11-27 18:30, text: It r'] },
    { says: 'or make one of the two', write: ['}, {date: 2015-11-27, text:', ''] },
  ],
  'article/date-not-on-path': [
    {
      says: 'may move to articles/2015/11/27/',
      files: { [storyPath]: null, 'articles/2015/11/27/storm.md': story({ date: '2015-11-27 09:30' }) },
    },
  ],
  'article/id-taken': [
    {
      says: 'write “id: /2015/11/26/calm-2/” in the other',
      files: { [calm]: story({ id: '/2015/11/26/calm-2/' }) },
    },
  ],
  'article/no-such-time': [
    { says: 'as in 2015-03-29 02:30+01:00', write: ['2015-03-29 02:30', '2015-03-29 02:30+01:00'] },
  ],
  'article/renamed-without-id': [
    {
      says: 'Add the line “id: /2015/11/25/gale/”',
      write: ['section: world', 'section: world\nid: /2015/11/25/gale/'],
    },
    {
      says: 'else the line “id: /2015/11/26/storm/”',
      write: ['section: world', 'section: world\nid: /2015/11/26/storm/'],
    },
  ],
  'redirect/covers-another': [
    { says: 'Remove the line there', files: { [storyPath]: story() } },
    { says: 'or this one', write: ['redirectFrom: [/war/]\n', ''] },
  ],
  'site/zones-out-of-order': [
    {
      says: '[{zone: Europe/Moscow}, {zone: Asia/Tbilisi, from: 2016-01-01}]',
      write: [/\[\{zone.*\]/, '[{zone: Europe/Moscow}, {zone: Asia/Tbilisi, from: 2016-01-01}]'],
    },
  ],
  'site/moved-without-ids': [
    { says: 'Add the line “ids: https://old.example”', write: ['formerly:', 'ids: https://old.example\nformerly:'] },
    {
      says: 'else the line “ids: https://courier.example”',
      write: ['formerly:', 'ids: https://courier.example\nformerly:'],
    },
  ],
  'article/unknown-author': [
    {
      says: 'write the line “name: Dsek” into a new file authors/dsek.yaml',
      files: { 'authors/dsek.yaml': 'name: Dsek' },
    },
  ],
  'article/unknown-section': [
    { says: 'Write one of these: world, culture', write: ['wrold', 'culture'] },
    {
      says: 'add “wrold” to sections in site.yaml',
      files: { 'site.yaml': siteYaml.replace('sections:\n', 'sections:\n  - {id: wrold, title: Wrold}\n') },
    },
  ],
  'article/long-headline': [{ says: 'Shorten it', write: [/very /g, ''] }],
  'article/near-topic': [
    { says: 'Did you mean “pesca”?', write: ['pescas', 'pesca'] },
    { says: 'a file topics/pescas.md', files: { 'topics/pescas.md': '---\nname: Fisheries\n---\n' } },
  ],
  'article/near-id': [
    { says: 'Did you mean “drought”?', write: ['drougth', 'drought'] },
    { says: 'a file topics/drougth.md', files: { 'topics/drougth.md': '---\nname: The drought\n---\n' } },
  ],
  'article/updated-before-date': [
    { says: 'Write a later time', write: ['2015-11-26 09:29', '2015-11-26 09:31'] },
    { says: 'remove “updated”', write: [/updated: .*\n/, ''] },
  ],
  'article/withdrawn-before-date': [{ says: '2015-11-26 or a later one', write: ['2015-11-25', '2015-12-01'] }],

  'picture/expires-before-date': [
    { says: '2015-11-26 or a later one', write: ['2015-11-25', '2015-11-26'] },
    { says: 'take the picture out of the story', write: [/image: .*\n/, ''] },
  ],
  'picture/expires-elsewhere': [
    { says: 'Write “expires: 2015-12-31” under “image”', write: ['alt: Waves', 'alt: Waves, expires: 2015-12-31'] },
    { says: 'the last day on which this story may show it', write: ['alt: Waves', 'alt: Waves, expires: 2016-12-31'] },
  ],

  'content/code': [away('articles/2015/11/26/storm.11tydata.js', 'Remove the file, or move it out of content/')],
  'content/control-character': [{ says: 'Remove it', write: ['\u0000', ''] }],
  'content/large-file': [away('../public/film.mp4', 'or put it on a host for large files')],
  'content/direction-override': [{ says: 'Remove it', write: ['\u202E', ''] }],
  'content/hidden-character': [{ says: 'Remove it', write: ['\u200B', ''] }],
  'content/hidden-by-gitignore': [{ says: `Run git add --force content/${calm}`, files: {} }],
  'content/invisible-text': [{ says: 'Write words', write: ['\u3164', 'A storm'] }],
  'content/leftover': [away(`${calm}~`, 'or remove the file')],
  'content/long-name': [
    {
      says: 'at most 200 bytes',
      files: { [`${day}/storm/${'a'.repeat(235)}.png`]: null, [`${day}/storm/${'a'.repeat(196)}.png`]: png },
    },
  ],
  'content/markup': [{ says: 'Write & itself', write: ['&amp;', '&'] }],
  'content/merge-conflict': [{ says: 'remove the others and the marks', write: ['<<<<<<< HEAD\n', ''] }],
  'content/not-a-file': [away('authors/pipe.yaml', 'Move it out of this folder')],
  'content/no-text': [
    { says: 'Write it there', write: ['<!-- To come. -->', 'It came.'] },
    { says: 'make the story a draft with draft: true', write: ['section: world', 'section: world\ndraft: true'] },
  ],
  'content/not-added': [{ says: `Run git add --force content/${calm}`, files: {} }],
  'content/not-utf8': [{ says: 'Save the file as UTF-8', files: { [storyPath]: story({ title: 'Во' }) } }],
  'content/submodule': [{ says: 'Put the files themselves there', files: {} }],
  'content/symlink': [
    { says: 'Put the file itself there', files: { 'authors/host.yaml': null } },
    { says: 'Put the file itself there', files: { 'authors/host.yaml': 'name: Ann' } },
  ],
  'content/template-syntax': [{ says: 'Write the words themselves', write: ['"{{ title }}"', 'A storm'] }],
  'content/too-large': [{ says: 'Divide it into several stories', write: [/(?:sea\n)+/, 'sea\n'] }],
  'content/reserved-slug': [
    { says: 'Give it another name', files: { [`${day}/part-2.md`]: null, [`${day}/the-report-part-2.md`]: story() } },
  ],
  'content/too-long': [{ says: 'Shorten it', write: ['a'.repeat(256), 'a'.repeat(100)] }],
  'content/too-many': [{ says: 'remove the others', write: ['t0, ', ''] }],
  'content/unexpected-file': [
    { says: 'articles/YYYY/MM/DD/slug.md', files: { 'articles/2015/storm.md': null, [storyPath]: story() } },
  ],
  'content/unknown-language': [
    {
      says: 'Add it to languages in site.yaml',
      files: { 'site.yaml': siteYaml.replace('[en, ru]', '[en, ru, de]') },
    },
    { says: 'rename the file', files: { [`${day}/storm.de.md`]: null, [`${day}/storm.ru.md`]: story() } },
  ],
  'content/untranslated': [
    { says: 'or add one of the site: en, ru', write: ['{fr: Bureau}', '{fr: Bureau, en: Desk}'] },
  ],

  'document/missing': [{ says: 'Put the file into articles/2015/11/26/storm/', files: { [report]: '%PDF' } }],
  'document/not-in-a-story': [
    {
      says: 'Put the file into public/, and write its address',
      write: ['rules.pdf', '/rules.pdf'],
      files: { '../public/rules.pdf': '%PDF' },
    },
  ],
  'document/of-another-story': [
    {
      says: `Put a copy of ${day}/calm/report.pdf into ${day}/storm/, and write report.pdf`,
      write: ['calm/report.pdf', 'report.pdf'],
      files: { [report]: '%PDF' },
    },
  ],
  'document/outside': [
    {
      says: 'Put the file into the folder with the story’s name and write name/file.pdf',
      write: ['https://port.example/report.pdf', 'storm/report.pdf'],
      files: { [report]: '%PDF' },
    },
  ],
  'document/same-name': [{ says: 'Rename the file', files: { [report]: null } }],
  'document/unknown-type': [
    {
      says: 'Name one that ends in .mp3, .m4a',
      write: ['talk.wav', 'talk.mp3'],
      files: { [`${day}/storm/talk.mp3`]: 'ID3' },
    },
  ],
  'document/unused': [
    {
      says: 'as in [The report](storm/report.pdf)',
      files: { [storyPath]: story({}, '[The report](storm/report.pdf)') },
    },
    away(report, 'or remove the file'),
  ],

  'front-matter/missing': [
    {
      says: 'Begin it with a line of only ---, a line for each key',
      write: [/^/, story().replace('A paragraph of text.\n', '')],
    },
  ],
  'front-matter/not-yaml': [
    { says: 'the first line exactly ---', files: { [storyPath]: story({ title: 'process.exit()' }) } },
  ],
  'front/bad-story': [
    {
      says: 'Write it as in “- 2026/03/14/ferry”',
      write: ['storm', '2015/11/26/storm'],
      files: { [storyPath]: story() },
    },
  ],
  'front/unreadable-time': [{ says: 'Write it as in “until: 2015-11-26 12:00”', write: ['soon', '2015-12-01 18:00'] }],
  'front/draft': [
    { says: 'Publish that story first', files: { [storyPath]: story() } },
    { says: 'remove it here', write: [/lead: .*\n/, ''] },
  ],
  'front/unknown-section': [
    { says: 'Write one of these: world, culture', write: ['wrld', 'culture'] },
    { says: 'remove it here', write: [', wrld', ''] },
  ],

  'page/reserved-id': [
    {
      says: 'Rename the file to a word that is not a year',
      files: { 'pages/world.md': null, 'pages/earth.md': about },
    },
  ],

  'notice/needless-sections': [{ says: 'write “slot: section”', write: ['slot: front', 'slot: section'] }],
  'notice/no-text': [
    { says: 'Write it below this line', write: ['<!-- To come. -->', 'It came.'] },
    away('notices/appeal.md', 'or remove the file'),
  ],
  'notice/not-plain': [{ says: 'as a paragraph', write: ['## Why', 'Why?'] }],
  'notice/unknown-section': [{ says: 'Write one of these: world, culture', write: ['wrold', 'culture'] }],
  'notice/unreadable-time': [{ says: 'Write it as in “from: 2026-06-01 12:00”', write: ['next week', '2015-11-27'] }],
  'notice/until-before-from': [{ says: 'later than “from”', write: ['2015-11-25', '2015-12-25'] }],
  'public/bad-name': [{ says: 'Rename it', files: { '../public/a\u0001b.txt': null, '../public/ab.txt': 'x' } }],
  'public/leftover': [{ says: 'Remove it from git', files: {} }],
  'public/outside': [{ says: 'Make the folder above both the git repository', files: {} }],
  'public/reserved': [
    {
      says: 'put it into a folder such as public/files/',
      files: { '../public/assets/logo.svg': null, '../public/files/logo.svg': '<svg/>' },
    },
    {
      says: 'Give the file another name',
      files: { '../public/assets/logo.svg': null, '../public/logo.svg': '<svg/>' },
    },
  ],
  'public/same-name': [{ says: 'Rename the file', files: { '../public/ads.txt': null } }],
  'public/taken': [
    { says: 'Rename this file', files: { '../public/about': null, '../public/about-us': 'x' } },
    { says: 'remove one of them', files: { 'pages/about.md': null } },
  ],

  'redirect/another-site': [{ says: 'else remove it', write: [/redirectFrom.*\n/, ''] }],
  'redirect/file-and-folder': [
    { says: 'Write “/old.html/” in place of “/old.html”', files: { [calm]: story({ redirectFrom: '[/old.html/]' }) } },
  ],

  'site/bad-integrity': [
    { says: 'with sha384- before it', write: ['sha384-abc', `sha384-${'a'.repeat(64)}`] },
    { says: 'or remove the line', write: [', integrity: sha384-abc', ''] },
  ],
  'site/missing': [
    { says: 'title, url, description, timeZone, languages and sections', files: { 'site.yaml': siteYaml } },
  ],
  'site/no-words': [{ says: 'there are words for: ', write: ['tlh', 'ru'] }],
  'site/passing-link': [
    {
      says: 'Link to a page such as /about/',
      write: ['/2015/11/26/storm/', '/about/'],
      files: { 'pages/about.md': about },
    },
    { says: 'to a section', write: ['/2015/11/26/storm/', '/world/'] },
  ],
  'site/reserved-id': [{ says: 'Choose a word that is not', write: ['id: topics', 'id: arts'] }],
  'site/scripts-without-privacy': [
    {
      says: 'add “policies: {privacy: /privacy/}” here',
      write: ['scripts:', 'policies: {privacy: /privacy/}\nscripts:'],
    },
  ],
  'site/unknown-script': [
    {
      says: 'Put the script into public/, so that /stat.js is public/stat.js',
      files: { '../public/stat.js': 'count();\n' },
    },
    { says: 'or correct the address', write: ['/stat.js', '/stats.js'] },
  ],
  'site/unknown-kind': [{ says: 'Write one of these: front-page, article', write: ['artcle', 'article'] }],
  'site/section-is-language': [{ says: 'Give the section another id', write: ['id: ru', 'id: arts'] }],
  'site/unknown-time-zone': [
    { says: 'Write it as in “timeZone: Europe/Lisbon”', write: ['Europe/Vladikavkaz', 'Europe/Moscow'] },
  ],

  'words/bad-message': [{ says: 'Give each { its }', write: ['год}', 'год'] }],
  'words/file-name': [
    {
      says: 'Name it as in “en.yaml”, “pt-BR.yaml”',
      files: { '../layouts/words/pt_br.yaml': null, '../layouts/words/pt-BR.yaml': 'opinion: Colunas\n' },
    },
  ],
  'words/missing-argument': [{ says: 'Write {year} where it belongs', write: ['Весь год', 'Весь {year} год'] }],
  'words/missing-form': [{ says: 'Add “many {# …}”', write: ['few {# текста}', 'few {# текста} many {# текстов}'] }],
  'words/needless-form': [{ says: 'Remove it', write: [' few {# texts}', ''] }],
  'words/unknown-argument': [{ says: 'Did you mean “year”?', write: ['{yaer} ', ''] }],

  'yaml/circular-alias': [{ says: 'Write the values out', write: ['&t [*t]', '[syria]'] }],
  'yaml/cut-text': [
    { says: 'give the comment a line of its own', write: ['Why #MeToo matters', 'Why it matters\n#MeToo matters'] },
  ],
  'yaml/dropped-words': [{ says: 'if not, remove it', write: ['&c Company', 'Company'] }],
  'yaml/missing-key': [
    {
      says: 'Add a line such as “summary: It leaves at eight, as it did before the storm”',
      write: ['title: A storm\n', 'title: A storm\nsummary: It leaves at eight, as it did before the storm\n'],
    },
  ],
  'yaml/repeated-key': [{ says: 'Remove one of the two', write: ['place: Grozny\n', ''] }],
  'yaml/split-text': [
    {
      says: 'Write each text on its own line below, in quotes, as in - "…"',
      write: ['[About 10,000 people fled, Two]', '\n  - "About 10,000 people fled"\n  - "Two"'],
    },
  ],
  'yaml/too-deep': [{ says: 'Remove the brackets', write: [/topics:.*/, 'topics: []'] }],
  'yaml/too-many-aliases': [{ says: 'Write the values out', write: [/&a.*/, 'one, one]'] }],
};
