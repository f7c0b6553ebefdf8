/** What can be wrong in the files of the whole newsroom, and with addresses: a mistake for each code. */
import {
  about,
  calmPath,
  type Mistake,
  privacy,
  siteYaml,
  story,
  storyPath,
  with_,
  withField,
  withNotice,
  withScript,
  withSite,
  withWords,
} from './room.ts';

export const mistakesInSite: Record<string, Mistake> = {
  'front/bad-story': { files: { 'front.yaml': 'picks:\n  - ‸storm\n' } },
  'front/draft': { files: { 'front.yaml': 'lead: ‸2015/11/26/storm\n', [storyPath]: story({ draft: 'true' }) } },
  'front/repeated-section': {
    files: { 'front.yaml': 'fronts:\n  - {section: world}\n  - {section: ‸world}\n' },
  },
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
  'notice/needless-sections': withNotice({ slot: 'front', sections: '‸[world]' }),
  'notice/no-text': { ...withNotice({}, '<!-- To come. -->'), place: 'notices/appeal.md:5:1' },
  'notice/not-plain': withNotice({}, 'Give.\n\n‸## Why\n\nFor the ferry.'),
  'notice/unknown-section': withNotice({ sections: '[‸wrold]' }),
  'notice/unreadable-time': withNotice({ from: '‸next week' }),
  'notice/until-before-from': withNotice({ until: '‸2015-11-25' }),
  'page/reserved-id': { files: { 'pages/world.md': about }, place: 'pages/world.md' },
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
  'site/bad-integrity': withScript('{src: https://stats.example/s.js, integrity: ‸sha384-abc}'),
  'site/scripts-without-privacy': {
    files: { 'site.yaml': `${siteYaml}scripts: ‸[{src: https://stats.example/s.js}]\n`, ...privacy },
  },
  'site/unknown-script': with_(withScript('{src: https://stats.example/s.js}, {src: ‸/stat.js}'), {
    '../public/stats.js': 'count();\n',
  }),
  'site/unknown-kind': withScript('{src: https://stats.example/s.js, kinds: [front-page, ‸artcle]}'),
  'site/unsafe-script': withScript('{src: ‸http://stats.example/s.js}'),
  'site/section-is-language': withSite('id: culture', 'id: ‸ru'),
  'site/bad-host': withSite('social:', 'frames: [‸https://charts.example/]\nsocial:'),
  'site/bad-language': withSite('[en, ru]', '[en, ‸Russian]'),
  'site/missing': { files: { 'site.yaml': null }, place: 'site.yaml' },
  'site/no-words': withSite('[en, ru]', '[en, ‸tlh]'),
  'site/passing-link': {
    files: {
      'site.yaml': `${siteYaml}footer:\n  - {title: The storm, url: ‸/2015/11/26/storm/}\n`,
      [storyPath]: story(),
    },
  },
  'site/moved-without-ids': {
    files: { 'site.yaml': `${siteYaml}formerly: ‸[https://old.example]\n` },
  },
  'site/repeated': withSite('[en, ru]', '[en, ru, ‸ru]'),
  'site/reserved-id': withSite('id: culture', 'id: ‸topics'),
  'site/unknown-time-zone': withSite('Europe/Moscow', '‸Europe/Vladikavkaz'),
  'site/zones-out-of-order': withSite(
    'Europe/Moscow',
    '[‸{zone: Europe/Moscow, from: 2016-01-01}, {zone: Asia/Tbilisi}]',
  ),
  'site/url-with-path': withSite('https://courier.example', '‸https://courier.example/news/'),
  'site/url-with-user': withSite('https://courier.example', '‸https://ann:secret@courier.example'),
  'words/bad-message': withWords('ru', "allOfYear: ‸'Весь {year} год}'"),
  'words/file-name': {
    files: { '../layouts/words/pt_br.yaml': 'opinion: Colunas\n' },
    place: '../layouts/words/pt_br.yaml',
  },
  'words/missing-argument': withWords('ru', 'allOfYear: ‸Весь год'),
  'words/missing-form': withWords('ru', "stories: ‸'{n, plural, one {# текст} few {# текста} other {# текста}}'"),
  'words/needless-form': withWords('en', "stories: ‸'{n, plural, one {# text} few {# texts} other {# texts}}'"),
  'words/unknown-argument': withWords('ru', 'allOfYear: ‸Весь {yaer} {year} год'),
  'words/unknown-zone': withWords('ru', 'zones: {‸Europe/Kyyiv: по Киеву}'),
};
