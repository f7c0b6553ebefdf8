/** A newsroom of stories that have everything, with headings by which reader modes know what is not of a story. */
import { articleText, authorYaml } from '../support/newsroom.ts';
import { jpegWith } from '../support/pictures.ts';

type Phrases = { sentence: string; name: string; headings: readonly string[] };

const headings = [
  'Social media',
  'Contact lines',
  'Comment from the Kremlin',
  'Related',
  'Footer notes',
  'Sponsored',
  'Sidebar',
  'Share',
  'Media, promo and meta',
  'Hidden banner',
];

const scripts: Record<string, Phrases> = {
  en: {
    sentence: 'The harbour was closed on Thursday, the port authority said, and nobody knew when it would open again.',
    name: 'Ann Lind',
    headings,
  },
  ru: {
    sentence: 'Порт закрыли в четверг, сообщила администрация, и никто не знал, когда он откроется снова.',
    name: 'Анна Линд',
    headings: ['Комментарий Кремля', 'Реклама', 'Share'],
  },
  ar: {
    sentence: 'أُغلق الميناء يوم الخميس، كما قالت سلطة الميناء، ولم يعرف أحد متى يُفتح من جديد.',
    name: 'آن ليند',
    headings: ['تعليق الكرملين', 'Media'],
  },
  zh: {
    sentence: '港口管理局周四宣布关闭港口，没有人知道它什么时候会重新开放，船长们下午开了会。',
    name: '安·林德',
    headings: ['社交媒体', '评论', 'Comment'],
  },
};

/** A story with all that one can have; each part ends in a word of its own, so that none stands for another. */
function everything({ sentence, name, headings: titles }: Phrases, slug: string, isLong: boolean): string {
  const part = (word: string) => `${sentence} (${word})`;
  const parts = titles.flatMap((title, n) => [
    `## ${title}`,
    ...(isLong ? Array.from({ length: 6 }, (_, k) => part(`p${n}.${k}`)) : [part(`p${n}`)]),
  ]);
  const body = [
    `${part('first')}[^1]`,
    ...parts,
    `::: quote {by="${name}" role="${part('role')}"}\n${part('quote')}\n\n${part('quote, again')}\n:::`,
    `::: fact {title="${part('box')}"}\n[${part('in the box')}](https://one.example/)\n\n- [${part('box, one')}](https://one.example/1)\n- [${part('box, two')}](https://one.example/2)\n:::`,
    `::: note\n[${part('note')}](/world/) ${name}.\n:::`,
    `::: note {title="${part('named note')}"}\nA line, [${part('linked')}](/world/).\n:::`,
    `::: video {url="https://video.example/1" title="${part('video')}"}\n${part('under the video')}\n:::`,
    `::: audio {file="${slug}/talk.mp3" title="${part('talk')}"}\n${part('under the talk')}\n:::`,
    `::: document {file="${slug}/report.pdf" title="${part('report')}"}\n:::`,
    `::: post {url="https://social.example/1" by="${name}" date="2015-11-25"}\n${part('post')}\n:::`,
    `::: chart {url="https://charts.example/1" still="${slug}/waves.jpg" alt="${part('chart')}"}\n${part('under the chart')}\n:::`,
    `| ${part('a')} | ${part('b')} |\n|---|---:|\n| ${part('c')} | [${part('d')}](/world/) |`,
    `![${name}](${slug}/waves.jpg "${part('caption')} | ${part('credit')}")`,
    `1. ${part('one')}\n2. [${part('two')}](/world/)\n\n- [${part('three')}](/world/)`,
    `> ${part('old words')}`,
    `[^1]: ${part('footnote')}`,
  ];
  const fields = {
    title: part('title').slice(0, 100),
    summary: part('summary'),
    titles: { search: part('search title').slice(-60) },
    kicker: name,
    series: 'tides',
    translators: ['desk'],
    contributors: [{ author: 'desk', role: part('role') }],
    topics: ['sea'],
    sponsor: { name, url: 'https://lines.example/' },
    license: 'CC BY-SA 4.0',
    warning: part('warning'),
    points: [part('point 1'), part('point 2')],
    image: { file: 'lead.jpg', alt: name, caption: part('lead'), credit: part('lead credit'), license: 'CC BY' },
    sources: [{ title: part('decree'), url: 'https://decree.example/', publisher: name }],
    corrections: [
      { date: '2015-11-26 12:00', text: `An earlier version named the *wrong port*: [${part('fix 1')}](/world/).` },
      { date: '2015-11-27 12:00', text: part('fix 2') },
    ],
  };
  return articleText(fields, body.join('\n\n'));
}

const languages: Record<string, string> = { en: '', ru: '.ru', ar: '.ar', zh: '' };

const stories = Object.entries(scripts).flatMap(([script, phrases]) => {
  const slug = script === 'zh' ? 'everything-chinese' : 'everything';
  const folder = 'articles/2015/11/26';
  return [
    [`${folder}/${slug}${languages[script]}.md`, everything(phrases, slug, false)],
    [`${folder}/${slug}-long${languages[script]}.md`, everything(phrases, `${slug}-long`, true)],
    [
      `${folder}/${slug}-line${languages[script]}.md`,
      articleText({ title: phrases.name, summary: `${phrases.sentence} (summary)`, topics: ['sea'] }, phrases.sentence),
    ],
  ] as [string, string][];
});

export const tortures: Record<string, string | Uint8Array> = {
  'site.yaml': `title: {en: The Courier, ru: Курьер, ar: البريد}
url: https://courier.example
description: {en: News of a small town, ru: Новости, ar: أخبار}
timeZone: Europe/Moscow
languages: [en, ru, ar]
sections:
  - {id: world, title: {en: Abroad and far away, ru: В далёких краях, ar: في الخارج}}
frames: [charts.example]
errorsTo: errors@courier.example
`,
  'authors/desk.yaml': authorYaml,
  // On all of them, and of none.
  ...Object.fromEntries(
    ['top', 'after-story', 'footer'].flatMap((slot) =>
      ['', '.ru', '.ar'].map((language) => [
        `notices/${slot}${language}.md`,
        `---\nslot: ${slot}\ntitle: Support us\nfrom: 2015-12-01\nuntil: 2030-01-01\n---\n\nThree people write this paper, and nobody pays for it but those who read it, each month or once.\n`,
      ]),
    ),
  ),
  ...Object.fromEntries(stories),
  ...Object.fromEntries(
    ['everything', 'everything-long', 'everything-chinese', 'everything-chinese-long'].flatMap((slug) =>
      [
        ...['lead', 'waves'].map((name) => [`${name}.jpg`, jpegWith(`${slug} ${name}`)]),
        ...['talk.mp3', 'report.pdf'].map((name) => [name, 'x']),
      ].map(([name, bytes]) => [`articles/2015/11/26/${slug}/${name}`, bytes]),
    ),
  ),
};
