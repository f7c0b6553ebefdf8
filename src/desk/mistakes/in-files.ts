/** What can be wrong in pictures and documents, and in public files: a mistake for each code. */
import { jpeg, jpegOf, moving } from './pictures.ts';
import {
  about,
  beside,
  calmPath,
  listed,
  type Mistake,
  report,
  story,
  storyPath,
  upper,
  upperReport,
  with_,
  withBody,
  withField,
} from './room.ts';

export const mistakesInFiles: Record<string, Mistake> = {
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
  'picture/not-wide': with_(withField('image', '{file: sea.jpg, alt: Waves, wide: ‸true}'), { [beside]: jpeg }),
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
  'public/leftover': { files: { '../public/.DS_Store': 'x' }, place: '../public/.DS_Store' },
  'public/outside': listed('../public', {
    says: 'The folder content/ is a git repository of its own, and public/ lies beside it.',
    hidden: ['../public'],
    isPublicOutside: true,
  }),
  'public/reserved': { files: { '../public/assets/logo.svg': '<svg/>' }, place: '../public/assets/logo.svg' },
  'public/same-name': {
    files: { '../public/ads.txt': 'x', '../public/Ads.txt': 'x' },
    place: '../public/ads.txt',
  },
  'public/taken': { files: { 'pages/about.md': about, '../public/about': 'x' }, place: '../public/about' },
};
