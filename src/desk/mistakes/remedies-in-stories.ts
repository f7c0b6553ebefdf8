/** How remedies are followed that leave something to decide, in stories, and in what any file of the content may have. */
import { png } from './pictures.ts';
import { away, calmPath, day, siteYaml, story, storyPath, type Way } from './room.ts';

export const remediesInStories: Record<string, Way[]> = {
  'article/correction-before-date': [{ says: '2015-11-26 or a later one', write: ['2015-11-25', '2015-11-26'] }],
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
      files: { [calmPath]: story({ id: '/2015/11/26/calm-2/' }) },
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
  'content/code': [away('articles/2015/11/26/storm.11tydata.js', 'Remove the file, or move it out of content/')],
  'content/control-character': [{ says: 'Remove it', write: ['\u0000', ''] }],
  'content/large-file': [away('../public/film.mp4', 'or put it on a host for large files')],
  'content/direction-override': [{ says: 'Remove it', write: ['\u202E', ''] }],
  'content/hidden-character': [{ says: 'Remove it', write: ['\u200B', ''] }],
  'content/hidden-by-gitignore': [{ says: `Run git add --force content/${calmPath}`, files: {} }],
  'content/invisible-text': [{ says: 'Write words', write: ['\u3164', 'A storm'] }],
  'content/leftover': [away(`${calmPath}~`, 'or remove the file')],
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
  'content/to-be-written': [
    { says: 'Write here what belongs here', write: ['TKTK Who saw it?', 'Ann saw it.'] },
    { says: 'make the story a draft with draft: true', write: ['section: world', 'section: world\ndraft: true'] },
  ],
  'content/not-added': [{ says: `Run git add --force content/${calmPath}`, files: {} }],
  'content/not-text': [
    { says: 'Move it out of content/', files: { [storyPath]: null } },
    { says: 'copy its text into a file that “new” has made', files: { [storyPath]: story() } },
  ],
  'content/not-utf8': [{ says: 'Save the file as UTF-8', files: { [storyPath]: story({ title: 'Во' }) } }],
  'content/submodule': [away('articles/vendor', 'Put the files themselves there')],
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
};
