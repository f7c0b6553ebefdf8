/** How remedies are followed that leave something to decide, in the files of the whole newsroom, and with addresses. */
import { about, away, calmPath, siteYaml, story, storyPath, type Way } from './room.ts';

export const remediesInSite: Record<string, Way[]> = {
  'front/stale': [
    { says: 'Choose a newer one', write: ['2015/11/26/storm', '2015/12/19/calm'] },
    { says: 'or remove it', write: ['lead: 2015/11/26/storm\n', '\n'] },
  ],
  'front/bad-story': [
    {
      says: 'Write it as in “- 2026/03/14/ferry”',
      write: ['storm', '2015/11/26/storm'],
      files: { [storyPath]: story() },
    },
  ],
  'front/unreadable-time': [{ says: 'Write it as in “until: 2015-11-26 12:00”', write: ['soon', '2015-12-01 18:00'] }],
  'front/repeated-section': [{ says: 'remove this part', write: ['  - {section: world}\n', ''] }],
  'front/draft': [
    { says: 'Publish that story first', files: { [storyPath]: story() } },
    { says: 'remove it here', write: [/lead: .*\n/, ''] },
  ],
  'front/unknown-section': [
    { says: 'Write one of these: world, culture', write: ['wrld', 'culture'] },
    { says: 'remove it here', write: [', wrld', ''] },
  ],
  'gone/no-end': [
    {
      says: 'Write it as in “- {url: /hoax/, reason: The story was invented.}”',
      write: ['/hoax/', '/hoax/, reason: It was.'],
    },
    { says: 'or as in “to: /2015/11/03/new-name/”', write: ['/hoax/', '/hoax/, to: https://partner.example/'] },
  ],
  'gone/still-there': [away(storyPath, 'or remove that file')],
  'gone/two-ends': [{ says: 'or leave out “to”', write: [', to: https://partner.example/', ''] }],
  'notice/needless-sections': [{ says: 'write “slot: section”', write: ['slot: front', 'slot: section'] }],
  'notice/no-text': [
    { says: 'Write it below this line', write: ['<!-- To come. -->', 'It came.'] },
    away('notices/appeal.md', 'or remove the file'),
  ],
  'notice/not-plain': [{ says: 'as a paragraph', write: ['## Why', 'Why?'] }],
  'notice/unknown-section': [{ says: 'Write one of these: world, culture', write: ['wrold', 'culture'] }],
  'notice/unreadable-time': [{ says: 'Write it as in “from: 2026-06-01 12:00”', write: ['next week', '2015-11-27'] }],
  'notice/until-before-from': [{ says: 'later than “from”', write: ['2015-11-25', '2015-12-25'] }],
  'page/reserved-id': [
    {
      says: 'Rename the file to a word that is not a year',
      files: { 'pages/world.md': null, 'pages/earth.md': about },
    },
  ],
  'redirect/covers-another': [
    { says: 'Remove the line there', files: { [storyPath]: story() } },
    { says: 'or this one', write: ['redirectFrom: [/war/]\n', ''] },
  ],
  'redirect/another-site': [{ says: 'else remove it', write: [/redirectFrom.*\n/, ''] }],
  'redirect/file-and-folder': [
    {
      says: 'Write “/old.html/” in place of “/old.html”',
      files: { [calmPath]: story({ redirectFrom: '[/old.html/]' }) },
    },
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
};
