/** One mistake for each code: the smallest newsroom that provokes that Problem and no other. */
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openSource } from '../../src/source/git-source.ts';
import { siteYaml } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';
import {
  about,
  beside,
  type Case,
  calmPath,
  contentAlone,
  report,
  untracked,
  upper,
  upperReport,
  with_,
  withBody,
  withField,
  withNotice,
  withSite,
  withSubmodule,
} from './case.ts';
import { jpegOf, moving } from './odd-pictures.ts';
import { casesOfSite } from './problem-cases-of-site.ts';
import { story, storyPath } from './written.ts';

export const cases: Record<string, Case> = {
  ...casesOfSite,

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
  'content/hidden-by-gitignore': untracked(calmPath, '.gitignore', 'calm.*'),
  'content/leftover': untracked(`${calmPath}~`, '.gitignore', ''),
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
  'content/not-added': untracked(calmPath, '.git/info/exclude', 'calm.*'),
  'content/not-a-file': {
    prepare: (room) => void spawnSync('mkfifo', [join(room.content, 'authors/pipe.yaml')]),
    place: 'authors/pipe.yaml',
  },
  'content/not-utf8': {
    files: {
      [storyPath]: Buffer.concat([Buffer.from('---\ntitle: '), Buffer.from([0xc2, 0xee]), Buffer.from('\n---\n')]),
    },
    place: `${storyPath}:2:8`,
  },
  'content/submodule': { source: withSubmodule, place: 'articles/vendor' },
  'content/symlink': {
    prepare: (room) => symlinkSync('/etc/hostname', join(room.content, 'authors/host.yaml')),
    place: 'authors/host.yaml',
  },
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

  'gone/leads-to-ended': {
    files: { 'gone.yaml': '- {url: /one/, to: ‸/two/}\n- {url: /two/, to: https://partner.example/}\n' },
  },
  'gone/led-elsewhere': with_(withField('topics', '[syria]'), {
    'topics/syria.md': '---\nname: Syria\nredirectFrom: [/topics/war/]\n---\n',
    'gone.yaml': '- ‸{url: /topics/war/feed.xml, reason: It was empty.}\n',
  }),
  'gone/no-end': { files: { 'gone.yaml': '- ‸{url: /hoax/}\n' } },
  'gone/repeated': {
    files: { 'gone.yaml': '- {url: /hoax/, reason: It was invented.}\n- {url: ‸/Hoax, reason: It was a hoax.}\n' },
  },
  'gone/still-there': with_(withField('draft', 'true'), {
    'gone.yaml': '- ‸{url: /2015/11/26/storm/, reason: It was invented.}\n',
  }),
  'gone/two-ends': {
    files: { 'gone.yaml': '- ‸{url: /hoax/, reason: It was invented., to: https://partner.example/}\n' },
  },

  'front-matter/missing': { files: { [storyPath]: '‸A storm came.\n' } },
  'front-matter/not-yaml': { files: { [storyPath]: '‸---js\n{ title: process.exit() }\n---\n' } },
  'front-matter/unclosed': { files: { [storyPath]: story().replace('---\n\n', '\n').replace(/^/, '‸') } },
  'front/bad-story': { files: { 'front.yaml': 'picks:\n  - ‸storm\n' } },
  'front/draft': { files: { 'front.yaml': 'lead: ‸2015/11/26/storm\n', [storyPath]: story({ draft: 'true' }) } },
  'front/stale': {
    files: {
      'front.yaml': 'lead: ‸2015/11/26/storm\n',
      [storyPath]: story(),
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, day) => [
          `articles/2015/12/${10 + day}/calm.md`,
          story({ date: `2015-12-${10 + day}` }),
        ]),
      ),
    },
  },
  'front/unreadable-time': {
    files: { 'front.yaml': `lead: {story: 2015/11/26/storm, until: ‸soon}\n`, [storyPath]: story() },
  },
  'front/unknown-section': { files: { 'front.yaml': 'sections: [world, ‸wrld]\n' } },
  'front/unknown-story': {
    files: { 'front.yaml': 'picks: [2015/11/26/storm, ‸2015/11/26/strom]\n', [storyPath]: story() },
  },

  'link/draft': with_(withBody('Before, [calm](‸/2015/11/26/calm/).'), { [calmPath]: story({ draft: 'true' }) }),
  'link/empty': withBody('More [here]‸().'),
  'link/inside-link': withBody('See [a^[A note.]](‸https://example.com/).'),
  'link/lost-words': withBody('See [it](https://example.com/ "‸Long ago").'),
  'link/misspelt': with_(withBody('Before, [calm](‸/2015/11/26/Calm/index.html).'), { [calmPath]: story() }),
  'link/empty-period': withBody('All of [2014](‸/2014/).'),
  'link/no-stories': with_(withBody('By [Ann](‸/authors/ann/).'), { 'authors/ann.yaml': 'name: Ann\n' }),
  'link/moved': with_(withBody('Before, [calm](‸/old/calm/).'), {
    [calmPath]: story({ redirectFrom: '[/old/calm/]' }),
  }),
  'link/no-slash': with_(withBody('More [about us](‸/about).'), { 'pages/about.md': about }),
  'link/no-text': withBody('More [](‸/world/).'),
  'link/relative': withBody('Before it\nwas [calm](‸calm/).'),
  'link/unknown-author': withBody('By [nobody](‸/authors/nobody/).'),
  'link/unknown-place': withBody('See [the quay](‸#the-key).\n\n## The quay\n\nIt is wet.'),
  'link/unknown-document': withBody('[It](‸/2015/11/26/calm/report.pdf)'),
  'link/unused-document': with_(withBody('[It](‸/2015/11/25/calm/report.pdf)'), {
    'articles/2015/11/25/calm.md': story({ date: '2015-11-25' }),
    'articles/2015/11/25/calm/report.pdf': '%PDF',
  }),
  'link/unknown-story': withBody('Before, [calm](‸/2015/11/26/calm/).'),
  'link/unknown-target': withBody('[Nowhere](‸/nowhere/).'),
  'link/unknown-listed': withBody('On [peace](‸/topics/peace/).'),
  'link/www': withBody('On [the world](‸https://www.courier.example/world/).'),
  'link/unsafe': withBody('Do [click](‸javascript:alert(1)).'),

  'markdown/accidental-list': withBody('That year.\n\n‸1986. The reactor burned.'),
  'markdown/accidental-quotation': withBody('So many:\n\n‸> 5 % of the votes.'),
  'markdown/attributes': withBody('## Wind ‸{#wind}'),
  'markdown/callout': withBody('> ‸[!NOTE]\n> Hold on.'),
  'markdown/closing-sign': withBody('## Song in F‸ #'),
  'markdown/cut-table': withBody('| a | b |\n|---|---|\n‸- 1 | 2\n- 3 | 4'),
  'markdown/emphasis-inside-word': withBody('A room of 5‸*3*2 metres.'),
  'markdown/empty-heading': withBody('Text.\n\n‸##\n\nText.'),
  'markdown/entity': withBody('Sons ‸&amp;amp; Daughters.'),
  'markdown/first-level-heading': withBody('‸# A storm'),
  'markdown/half-emphasis': withBody('It was\n‸**cold:**very cold.'),
  'markdown/half-link': withBody('So says ‸[the decree] (/world/).'),
  'markdown/half-table': withBody('| a | b |\n‸|---|\n| 1 | 2 |'),
  'markdown/heading-without-space': withBody('Text.\n\n‸##Wind'),
  'markdown/html': withBody('A\nvery ‸<b>strong</b> wind.'),
  'markdown/indented-code': withBody('Text.\n\n‸    MOSCOW, Nov 26 - A paragraph.'),
  'markdown/lost-cell': withBody('| a | b |\n|---|---|\n| 1 | 2 | ‸3 |'),
  'markdown/lost-line': withBody('He was asked.\n\n[Igor‸]: Yes'),
  'markdown/missing-attribute': withBody('‸::: quote {role="captain"}\nHold on.\n:::'),
  'markdown/repeated-attribute': withBody('::: quote {‸by="Igor" by="Ann"}\nHold on.\n:::'),
  'markdown/repeated-footnote': withBody('The sea rose.[^1]\n\n[^1]: By a metre.\n\n‸[^1]: By two.'),
  'markdown/shared-end': withBody('‸::: quote {by="Igor"}\nHold on.\n\n::: fact {title="Force"}\nTen.\n:::'),
  'markdown/shortcode': withBody('It blew. ‸[caption id="1"]'),
  'markdown/skipped-heading-level': withBody('## Wind\n\n‸#### Force'),
  'markdown/space-in-address': withBody('‸![A dog](storm/my dog.jpg)'),
  'markdown/stray-fence': withBody('Text.\n\n‸:::'),
  'markdown/task': withBody('- ‸[ ] Call the port.\n- Write.'),
  'markdown/bad-date': withBody('::: post {url="https://social.example/1" by="Ann" date="‸26 Nov"}\nClosed.\n:::'),
  'markdown/conflicting-attributes': with_(
    withBody('::: audio {file="storm/talk.mp3" ‸url="https://radio.example/1" title="Talk"}\n:::'),
    { 'articles/2015/11/26/storm/talk.mp3': 'ID3' },
  ),
  'markdown/unlisted-frame': withBody('::: chart {alt="Ships" url="‸https://charts.example/1"}\n:::'),
  'markdown/unclosed-block': withBody('- One\n\n  ‸::: note\n  Text.'),
  'markdown/unclosed-code': withBody('Text.\n\n‸```\nAll the rest.'),
  'markdown/undefined-footnote': withBody('It blew.‸[^1]'),
  'markdown/undefined-reference': withBody('As ‸[he][igor] said to [her][ann].\n\n[ann]: https://example.com/ann'),
  'markdown/underlined-heading': withBody('Text.\n\n‸He left the room.\n---'),
  'markdown/unused-footnote': withBody('It blew.\n\n‸[^1]: All night.'),
  'markdown/too-deep': withBody(`‸${'> '.repeat(33)}The wind.`),
  'markdown/unknown-attribute': withBody('::: fact {title="Force" ‸colour="red"}\nTen.\n:::'),
  'markdown/unknown-block': withBody('‸::: qoute {by="Igor"}\nHold on.\n:::'),
  'markdown/unreadable-attributes': withBody('::: quote ‸by=Igor\nHold on.\n:::'),
  'markdown/wiki-link': withBody('At the ‸[[port]].'),

  'document/missing': withBody('[The report](storm/‸report.pdf)'),
  'document/not-in-a-story': { files: { 'pages/about.md': '---\ntitle: About\n---\n\n[Rules](‸rules.pdf)\n' } },
  'document/of-another-story': with_(withBody('::: document {file="calm/‸report.pdf" title="Report"}\n:::'), {
    [calmPath]: story({}, '[The report](calm/report.pdf)'),
    'articles/2015/11/26/calm/report.pdf': '%PDF',
  }),
  'document/outside': withBody('::: document {title="Report" file="‸https://port.example/report.pdf"}\n:::'),
  'document/same-name': {
    files: { [storyPath]: story({}, '[The report](storm/report.pdf)'), [report]: '%PDF', [upperReport]: '%PDF' },
    place: report,
  },
  'document/unknown-type': with_(withBody('::: audio {title="Talk" file="‸storm/talk.wav"}\n:::'), {
    'articles/2015/11/26/calm.md': story({}, '[Talk](calm/talk.mp3)'),
    'articles/2015/11/26/calm/talk.mp3': 'ID3',
  }),
  'document/unused': { files: { [storyPath]: story(), [report]: '%PDF' }, place: report },

  'page/reserved-id': { files: { 'pages/world.md': about }, place: 'pages/world.md' },
  'notice/needless-sections': withNotice({ slot: 'front', sections: '‸[world]' }),
  'notice/no-text': { ...withNotice({}, '<!-- To come. -->'), place: 'notices/appeal.md:5:1' },
  'notice/not-plain': withNotice({}, 'Give.\n\n‸## Why\n\nFor the ferry.'),
  'notice/unknown-section': withNotice({ sections: '[‸wrold]' }),
  'notice/unreadable-time': withNotice({ from: '‸next week' }),
  'notice/until-before-from': withNotice({ until: '‸2015-11-25' }),

  'picture/bad-focus': with_(withField('image', '{file: sea.jpg, alt: Waves, focus: ‸60% 130%}'), { [beside]: jpeg }),
  'picture/broken': {
    ...with_(withField('image', '{file: sea.jpg, alt: Waves}'), { [beside]: jpeg.subarray(0, -20) }),
    place: beside,
  },
  'picture/expires-before-date': with_(withField('image', '{file: sea.jpg, alt: Waves, expires: ‸2015-11-25}'), {
    [beside]: jpeg,
  }),
  'picture/expires-elsewhere': {
    files: {
      [storyPath]: story({ image: '{file: ‸sea.jpg, alt: Waves}' }),
      [beside]: jpeg,
      [calmPath]: story({ image: '{file: waves.jpg, alt: Waves, expires: 2015-12-31}' }),
      'articles/2015/11/26/calm/waves.jpg': jpeg,
    },
  },
  'picture/footnote': with_(withBody('![Waves^[A metre.]](‸storm/sea.jpg)'), { [beside]: jpeg }),
  'picture/inside-text': with_(withBody('The sea ![waves](‸storm/sea.jpg) rose.'), { [beside]: jpeg }),
  'picture/missing': withBody('![Waves](storm/‸sea.jpg)'),
  'picture/no-alt': with_(withBody('![](‸storm/sea.jpg)'), { [beside]: jpeg }),
  'picture/not-a-picture': { files: { [beside]: 'GIF89a', [storyPath]: story() }, place: beside },
  'picture/not-in-a-story': {
    files: { 'pages/about.md': '---\ntitle: About\n---\n\nText.\n\n![Waves](‸about/sea.jpg)\n' },
  },
  'picture/of-another-story': with_(withBody('![Waves](calm/‸sea.jpg)'), {
    [calmPath]: story(),
    'articles/2015/11/26/calm/sea.jpg': jpeg,
  }),
  'picture/outside': withBody('![Waves](‸https://elsewhere.example/sea.jpg)'),
  'picture/moving': {
    files: { [storyPath]: story(), 'articles/2015/11/26/storm/sea.webp': moving },
    place: 'articles/2015/11/26/storm/sea.webp',
  },
  'picture/same-name': { files: { [storyPath]: story(), [beside]: jpeg, [upper]: jpeg }, place: beside },
  'picture/too-large': { files: { [storyPath]: story(), [beside]: jpegOf(60_000, 60_000) }, place: beside },
  'picture/too-long': { files: { [storyPath]: story(), [beside]: jpegOf(17_000, 800) }, place: beside },
  'picture/svg': {
    files: { 'articles/2015/11/26/storm/sea.svg': '<svg/>', [storyPath]: story() },
    place: 'articles/2015/11/26/storm/sea.svg',
  },

  'picture/unknown-file': with_(
    { files: { [storyPath]: story({ pictures: '[{file: ‸see.jpg, focus: 50% 20%}]' }, '![Waves](storm/sea.jpg)') } },
    { [beside]: jpeg },
  ),
  'public/bad-name': { files: { '../public/a\u0001b.txt': 'x' }, place: '../public/a\u0001b.txt' },
  'public/leftover': {
    prepare(room) {
      room.write({ '../public/.DS_Store': 'x' }).git('init', '--quiet');
      room.git('add', '--all');
    },
    source: (room) => openSource(room.content),
    place: '../public/.DS_Store',
  },
  'public/outside': contentAlone,
  'public/reserved': { files: { '../public/assets/logo.svg': '<svg/>' }, place: '../public/assets/logo.svg' },
  'public/same-name': {
    files: { '../public/ads.txt': 'x', '../public/Ads.txt': 'x' },
    place: '../public/ads.txt',
  },
  'public/taken': { files: { 'pages/about.md': about, '../public/about': 'x' }, place: '../public/about' },

  'redirect/another-site': withField('redirectFrom', '[‸https://old.example/storm/]'),
  'redirect/bad-path': withField('redirectFrom', '[‸old/storm]'),
  'redirect/claimed-twice': with_(withField('redirectFrom', '[‸/old/]'), {
    [calmPath]: story({ redirectFrom: '[/old/]' }),
  }),
  'redirect/covers-another': with_(withField('redirectFrom', '[/war/2015/]'), {
    'topics/syria.md': '---\nname: Syria\nredirectFrom: [‸/war/]\n---\n',
  }),
  'redirect/file-and-folder': with_(withField('redirectFrom', '[‸/old.html/amp]'), {
    [calmPath]: story({ redirectFrom: '[/old.html]' }),
  }),
  'redirect/fragment': withField('redirectFrom', '[‸/old/#part]'),
  'redirect/repeated': { files: { 'pages/about.md': about.replace('title:', 'redirectFrom: [/us/, ‸/us]\ntitle:') } },
  'redirect/own-address': withField('redirectFrom', '[‸/2015/11/26/storm/]'),
  'redirect/reserved': withField('redirectFrom', '[‸/feed.xml]'),
  'redirect/taken': with_(withField('redirectFrom', '[‸/about/]'), { 'pages/about.md': about }),
  'redirect/too-long': withField('redirectFrom', `[‸/${'a'.repeat(300)}/]`),

  'yaml/changed-text': withField('title', '"C:‸\\new"'),
  'yaml/circular-alias': withField('topics', '&t [‸*t]'),
  'yaml/cut-text': withField('title', 'Why ‸#MeToo matters'),
  'yaml/dropped-words': withField('title', '‸&c Company'),
  'yaml/missing-key': { ...withField('summary', undefined), place: `${storyPath}:2:1` },
  'yaml/repeated-key': withField('place', 'Moscow\n‸place: Grozny'),
  'yaml/split-text': withField('points', '[‸About 10,000 people fled, Two]'),
  'yaml/syntax': withField('title', '‸Captain: hold on'),
  'yaml/too-deep': withField('topics', `${'['.repeat(32)}‸${'['.repeat(8)}${']'.repeat(40)}`),
  'yaml/too-many-aliases': withField('points', `[&a one, ‸${Array(30).fill('*a').join(', ')}]`),
  'yaml/unknown-alias': withField('title', '‸*Storm'),
  'yaml/unknown-key': withField('‸headline', 'A storm'),
  'yaml/wrong-type': withField('title', '‸2015'),
  'yaml/wrong-value': withField('type', '‸nwes'),
};
