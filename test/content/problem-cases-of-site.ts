import { siteYaml } from '../support/newsroom.ts';
import { type Case, privacy, with_, withScript, withSite, withWords } from './case.ts';
import { story, storyPath } from './written.ts';

export const casesOfSite: Record<string, Case> = {
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
  'site/missing': { prepare: (room) => room.remove('site.yaml'), place: 'site.yaml' },
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
