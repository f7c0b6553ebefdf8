/** What can be wrong in stories, and in what any file of the content may have: a mistake for each code. */
import {
  calmPath,
  listed,
  type Mistake,
  siteYaml,
  story,
  storyPath,
  with_,
  withBody,
  withField,
  withSite,
} from './room.ts';

export const mistakesInStories: Record<string, Mistake> = {
  'article/author-left': with_(withField('authors', '[desk, ‸ann]'), {
    'authors/ann.yaml': 'name: Ann\nleft: 2015-11-25\n',
  }),
  'article/bad-story-id': withField('id', '‸2015/11/25/gale'),
  'article/canonical-here': withField('canonical', '‸https://www.courier.example/2015/11/26/storm/'),
  'article/correction-before-date': withField('corrections', '[{date: ‸2015-11-25, text: It was Tuesday.}]'),
  'article/closed-section': with_(withField('section', '‸world'), {
    'site.yaml': siteYaml.replace('{id: world,', '{id: world, closed: 2015-11-25,'),
  }),
  'article/corrections-at-one-time': withField(
    'corrections',
    '[{date: 2015-11-27, text: It was Tuesday.}, {date: ‸2015-11-27, text: It rained.}]',
  ),
  'article/date-not-on-path': withField('date', '‸2015-11-27 09:30'),
  'article/id-taken': with_(withField('id', '‸/2015/11/26/calm/'), { [calmPath]: story() }),
  'article/long-headline': withField('title', `‸A ${'very '.repeat(22)}long storm`),
  'article/near-id': with_(withField('series', '‸drougth'), {
    [calmPath]: story({ series: 'drought' }),
    'articles/2015/11/26/gale.md': story({ series: 'drought' }),
  }),
  'article/near-topic': with_(withField('topics', '[syria, ‸pescas]'), {
    [calmPath]: story({ topics: '[syria, pesca]' }),
    'articles/2015/11/26/gale.md': story({ topics: '[pesca]' }),
  }),
  'article/needless-title': withField('titles', '{search: ‸A storm}'),
  'article/no-such-time': {
    files: {
      'site.yaml': siteYaml.replace('Europe/Moscow', 'Europe/Berlin'),
      'articles/2015/03/29/storm.md': story({ date: '‸2015-03-29 02:30' }),
    },
  },
  'article/renamed-id': with_(withField('topics', '[‸war]'), {
    'topics/syria.md': '---\nname: Syria\nredirectFrom: [/topics/war/]\n---\n',
  }),
  'article/renamed-without-id': withField('redirectFrom', '[/storm.html, ‸/2015/11/25/gale/]'),
  'article/repeated': withField('authors', '[desk, ‸desk]'),
  'article/unknown-author': withField('authors', '[‸dsek]'),
  'article/unknown-section': withField('section', '‸wrold'),
  'article/unreadable-time': withField('date', '‸26 November 2015'),
  'article/updated-before-date': withField('updated', '‸2015-11-26 09:29'),
  'article/withdrawn-before-date': withField('withdrawn', '{date: ‸2015-11-25, reason: It was wrong.}'),
  'content/large-file': {
    files: { '../public/film.mp4': Buffer.alloc(25 * 1024 ** 2 + 1) },
    place: '../public/film.mp4',
  },
  'content/address-with-user': withField('sources', '[{title: Agency, url: ‸https://ann:secret@agency.example/}]'),
  'content/bad-address': withField('sources', '[{title: Agency, url: ‸agency.example}]'),
  'content/bad-language': withSite('ru: Культура', '‸pt_br: Cultura'),
  'content/bad-day': { files: { 'authors/ann.yaml': 'name: Ann\nleft: ‸25.11.2015\n' } },
  'content/bad-id': withField('topics', '[syria, ‸Sea]'),
  'content/code': {
    files: { [storyPath]: story(), 'articles/2015/11/26/storm.11tydata.js': 'process.exit()' },
    place: 'articles/2015/11/26/storm.11tydata.js',
  },
  'content/control-character': withBody('The sea ‸\u0000rose.'),
  'content/direction-override': withBody('The sea ‸\u202Erose.'),
  'content/hidden-character': withBody('The se‸\u200Ba rose.'),
  'content/invisible-text': withField('title', '‸\u3164'),
  'content/hidden-by-gitignore': listed(calmPath, {
    says: 'The file .gitignore has the line “calm.*”.',
    hidden: [calmPath],
    ignoring: { file: '.gitignore', pattern: 'calm.*' },
  }),
  'content/leftover': listed(`${calmPath}~`, { says: 'An editor has left this file.', untracked: [`${calmPath}~`] }),
  'content/long-name': {
    files: { [storyPath]: story(), [`articles/2015/11/26/storm/${'a'.repeat(235)}.png`]: '' },
    place: `articles/2015/11/26/storm/${'a'.repeat(235)}.png`,
  },
  'content/markup': withField('title', '‸Smith &amp; Sons'),
  'content/merge-conflict': withBody('Text.\n\n‸<<<<<<< HEAD\n\nMore.'),
  'content/needless-language': {
    files: { 'articles/2015/11/26/storm.en.md': story() },
    place: 'articles/2015/11/26/storm.en.md',
  },
  'content/no-text': { ...withBody('<!-- To come. -->'), place: `${storyPath}:7:1` },
  'content/to-be-written': withBody('The sea rose.\n\n‸TKTK Who saw it?'),
  'content/not-added': listed(
    calmPath,
    {
      says: 'The file .git/info/exclude, which nobody else has, has the line “calm.*”.',
      untracked: [calmPath],
      ignoring: { file: '.git/info/exclude', pattern: 'calm.*' },
    },
    story(),
  ),
  'content/not-a-file': listed('authors/pipe.yaml', {
    says: 'It is no file, but a pipe between programs.',
    modes: { 'authors/pipe.yaml': 0o010000 },
  }),
  'content/garbled': withBody('They said: don‸â€™t go to the cafÃ© on the quay.'),
  'content/not-text': { files: { [storyPath]: '{\\rtf1\\ansi A storm.}' }, place: storyPath },
  'content/not-utf8': {
    files: {
      [storyPath]: Buffer.concat([Buffer.from('---\ntitle: '), Buffer.from([0xc2, 0xee]), Buffer.from('\n---\n')]),
    },
    place: `${storyPath}:2:8`,
  },
  'content/submodule': listed('articles/vendor', {
    says: 'It is another git repository, a submodule.',
    modes: { 'articles/vendor': 0o160000 },
  }),
  'content/symlink': listed('authors/host.yaml', {
    says: 'It is a link to another file.',
    modes: { 'authors/host.yaml': 0o120000 },
  }),
  'content/template-syntax': withField('title', '‸"{{ title }}"'),
  'content/too-large': { ...withBody('sea\n'.repeat(2 ** 18)), place: `${storyPath}:8:1` },
  'content/too-long': withField('topics', `[syria, ‸${'a'.repeat(256)}]`),
  'content/too-many': withField('topics', `‸[${Array.from({ length: 201 }, (_, index) => `t${index}`).join(', ')}]`),
  'content/reserved-slug': {
    files: { 'articles/2015/11/26/part-2.md': story() },
    place: 'articles/2015/11/26/part-2.md',
  },
  'content/unexpected-file': { files: { 'articles/2015/storm.md': story() }, place: 'articles/2015/storm.md' },
  'content/unknown-language': {
    files: { 'articles/2015/11/26/storm.de.md': story() },
    place: 'articles/2015/11/26/storm.de.md',
  },
  'content/untranslated': { files: { 'authors/desk.yaml': 'name: ‸{fr: Bureau}\n' } },
};
