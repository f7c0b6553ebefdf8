/**
 * A newsroom of everything that is hard to set: a word of sixty letters in every field, six languages, twelve sections,
 * a table of fourteen columns, twelve authors, forty topics, pictures small, high and wide, every script.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText, projectRoot } from '../support/newsroom.ts';
import { draw, pictures } from './torture-pictures.ts';

const longWord = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.slice(0, 60);

const languages = ['en', 'ru', 'ar', 'ka', 'zh', 'th'];

/** Thai has no words of the engine: the English ones, under its own name. */
const thai = readFileSync(join(projectRoot, 'layouts/words/en.yaml'), 'utf8').replace(
  'ownName: English',
  'ownName: ภาษาไทย',
);

const numbers = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

/** By the name of the script, which is also that of the story. */
export const headlines: Record<string, string> = {
  latin: 'Bundesverfassungsgericht urteilt über Counterintelligence officers',
  cyrillic: 'Достопримечательности Дербента',
  arabic: 'المُسْتَشْفَيَاتُ تُضِيءُ مَنَارَةَ المَدِينَةِ القَدِيمَةِ',
  hebrew: 'בֵּית הַמִּשְׁפָּט הָעֶלְיוֹן דָּחָה אֶת הָעֲתִירָה',
  georgian: 'საქართველოს საკონსტიტუციო სასამართლომ გადაწყვეტილება მიიღო',
  armenian: 'Հայաստանի սահմանադրական դատարանը որոշում կայացրեց',
  greek: 'Το Συμβούλιο της Επικρατείας αποφάσισε για την Ἀκρόπολη',
  chinese: '宪法法院就里海油气管道过境协议作出最终裁决并公布全文',
  japanese: '憲法裁判所、カスピ海パイプライン協定について最終判断を下す',
  korean: '헌법재판소가 카스피해 송유관 협정에 대한 최종 결정을 내렸다',
  thai: 'ศาลรัฐธรรมนูญวินิจฉัยข้อตกลงท่อส่งน้ำมันทะเลแคสเปียนครั้งใหญ่ที่สุดแล้ว',
  devanagari: 'संविधान न्यायालय ने कैस्पियन पाइपलाइन समझौते पर अंतिम निर्णय दिया',
};

const wide = numbers(14);
const table = [
  `| ${wide.map((n) => `Column ${n}`).join(' | ')} |`,
  `|${wide.map((n) => (n % 3 === 0 ? '---:' : n % 3 === 1 ? ':-:' : '---')).join('|')}|`,
  ...numbers(3).map(
    (row) => `| ${wide.map((n) => (n === 2 && row === 2 ? longWord : `${row * n * 1371}`)).join(' | ')} |`,
  ),
].join('\n');

const smallTable = '| Party | Seats |\n|---|---:|\n| Unity | 1,204 |\n| Accord | 87 |';

/** What Markdown can become, each with a word that is too long for it. */
const everyBlock = `## ${longWord}

The word *${longWord}* is **${longWord}**, \`${longWord}\` and [${longWord}](https://e.example/${longWord}).[^1]

::: quote {by="${longWord}" role="${longWord}"}
${longWord} was said.
:::

::: fact {title="${longWord}"}
${longWord}
:::

::: note {title="${longWord}"}
- ${longWord}
:::

::: video {url="https://e.example/v" title="${longWord}"}
:::

::: audio {url="https://e.example/a" title="${longWord}" duration="${longWord}"}
:::

::: post {url="https://e.example/p" by="${longWord}" date="2015-11-26"}
${longWord}
:::

::: chart {url="https://charts.example/1" alt="${longWord}"}
${longWord}
:::

${table}

${smallTable}

### ${longWord}

> ${longWord}

1. ${longWord}
   - ${longWord}

\`\`\`ts
${longWord}
\`\`\`

---

[^1]: ${longWord}
`;

const figures = Object.keys(pictures)
  .map((name) => `![A picture](torture/${name}.jpg "A caption, ${name} | Photo: ${longWord}")`)
  .join('\n\n');

const prose =
  'The council met on Thursday and spoke about the road over the pass, which had been closed since the first snow. ';

/** What stands beside a text, close together, and what is wider than it: a feature's picture, notes, a box, quotes. */
const besideTheText = [
  numbers(5)
    .map((n) => `${prose}[^${n}]`)
    .join(''),
  `::: fact {title="In brief"}\n${numbers(9)
    .map((n) => `- ${prose} ${n}`)
    .join('\n')}\n:::`,
  `${prose}[^6]\n\n- ${prose}[^7]\n\n> ${prose}[^8]`,
  ...numbers(2).map(() => `::: quote {by="${longWord}" role="${prose}"}\nIt is closed.\n:::`),
  '::: quote {by="رضا" lang="fa"}\nدریا آرام است.\n:::',
  '![A picture](beside/plain.jpg "A caption | A credit")',
  `## Parts\n\n${prose}[^9]\n\n${smallTable}\n\n## Of it\n\n${numbers(60)
    .map(() => prose)
    .join('\n\n')}\n\n## All`,
  ...numbers(9).map((n) => `[^${n}]: ${n === 8 ? `${prose}\n\n    - ${prose}` : n === 9 ? longWord : prose.repeat(n)}`),
].join('\n\n');

const topics = numbers(40).map((n) => `topic-${n}`);
const authors = numbers(12).map((n) => `author-${n}`);
const sections = numbers(12).map((n) => `section-${n}`);

/** A text in every language of the site. */
function everywhere(text: string): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, text]));
}

function story(fields: Record<string, unknown>, body?: string): string {
  return articleText({ authors: ['author-1'], section: 'section-1', ...fields }, body);
}

const everyField = {
  title: `${longWord} and more`,
  titles: { short: `${longWord} shortly` },
  kicker: longWord,
  sponsor: { name: longWord, url: 'https://e.example/' },
  license: `https://e.example/${longWord}`,
  series: 'topic-1',
  translators: authors,
  contributors: [{ author: 'author-1', role: longWord }],
  summary: `${longWord} is what it is about.`,
  date: '2015-11-26 09:30',
  updated: '2015-11-26 10:30',
  authors,
  topics,
  place: longWord,
  points: [longWord, prose],
  image: { file: 'plain.jpg', alt: longWord, caption: longWord, credit: longWord, license: longWord },
  sources: [{ title: longWord, url: 'https://e.example/', publisher: longWord }],
  corrections: [{ date: '2015-11-26 12:00', text: `${longWord} was wrong.` }],
};

const site = {
  title: everywhere('The Long-Windedly Named Courier'),
  url: 'https://courier.example',
  description: everywhere(`News of ${longWord}`),
  timeZone: 'Europe/Moscow',
  languages,
  sections: sections.map((id, n) => ({
    id,
    title: everywhere(n === 3 ? longWord : `Section ${n + 1}`),
    description: everywhere(longWord),
  })),
  social: [{ name: longWord, url: 'https://social.example/courier' }],
  frames: ['charts.example'],
  errorsTo: 'errors@courier.example',
  footer: [{ title: everywhere(longWord), url: '/about/' }],
};

/** An opinion in each language of its own script, so that its front page leads with it. */
const opinions = { ru: 'cyrillic', ar: 'arabic', ka: 'georgian', zh: 'chinese', th: 'thai' };

const texts: Record<string, string> = {
  '../layouts/words/th.yaml': thai,
  'site.yaml': JSON.stringify(site),
  'front.yaml': JSON.stringify({
    lead: '2015/11/26/torture',
    picks: ['2015/11/25/high', '2015/11/25/panorama', '2015/11/25/tiny', '2015/11/25/square'],
  }),
  ...Object.fromEntries(
    authors.map((id) => [
      `authors/${id}.yaml`,
      JSON.stringify({
        name: `${longWord} ${id.slice(7)}`,
        role: longWord,
        bio: longWord,
        links: [{ name: longWord, url: 'https://e.example/' }],
      }),
    ]),
  ),
  ...Object.fromEntries(
    topics.map((id) => [
      `topics/${id}.md`,
      `---\nname: ${longWord.slice(0, 56)} ${id.slice(6)}\n---\n\n${id === 'topic-1' ? everyBlock : longWord}\n`,
    ]),
  ),
  ...Object.fromEntries(
    ['top', 'front', 'section', 'after-story', 'footer'].map((slot) => [
      `notices/${slot}.md`,
      `---\nslot: ${slot}\ntitle: ${longWord}\nfrom: 2015-11-20\nuntil: 2030-01-01\n---\n\n[${longWord}](/about/) for ${longWord}.\n\n- ${longWord}\n`,
    ]),
  ),
  'pages/about.md': `---\ntitle: ${longWord}\nsummary: ${longWord}\n---\n\n${everyBlock}`,
  'articles/2015/11/26/torture.md': story(everyField, `${everyBlock}\n\n${figures}`),
  'articles/2015/11/26/line.md': story(
    {
      title: 'A line',
      warning: longWord,
      date: '2015-11-26 08:00',
      series: 'topic-1',
      sources: [{ title: 'Q', url: 'https://e.example/' }],
    },
    'It rained.',
  ),
  ...Object.fromEntries(
    ['A', 'A story', 'I'].map((title, n) => [
      `articles/2015/10/0${n + 7}/short.md`,
      story({
        title,
        summary: title,
        date: `2015-10-0${n + 7} 10:00`,
        section: 'section-11',
        topics: ['topic-2', 'topic-3'],
        corrections: [{ date: `2015-10-0${n + 7} 12:00`, text: 'No.' }],
      }),
    ]),
  ),
  'articles/2015/11/26/long.md': story(
    { title: 'Five thousand words', date: '2015-11-26 07:00', section: 'section-2', topics },
    numbers(250)
      .map(() => prose)
      .join('\n\n'),
  ),
  'articles/2015/11/26/beside.md': story(
    {
      title: 'What stands beside',
      date: '2015-11-26 06:30',
      type: 'feature',
      section: 'section-2',
      topics: ['topic-1', 'topic-2'],
      points: [prose, prose],
      image: { file: 'plain.jpg', alt: 'A picture' },
    },
    besideTheText,
  ),
  'articles/2015/11/26/gone.md': story({
    date: '2015-11-26 06:00',
    withdrawn: { date: '2015-11-26 12:00', reason: longWord },
  }),
  ...Object.fromEntries(
    Object.keys(pictures).map((name, n) => [
      `articles/2015/11/25/${name}.md`,
      story({
        title: `A picture, ${name}`,
        date: `2015-11-25 1${n}:00`,
        section: `section-${n + 3}`,
        image: { file: `${name}.jpg`, alt: name, caption: 'A caption' },
      }),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(headlines).map(([name, title], n) => [
      `articles/2015/10/${n + 10}/${name}.md`,
      story(
        {
          title,
          summary: title,
          date: `2015-10-${n + 10} 10:00`,
          type: n % 2 ? 'opinion' : 'analysis',
          section: 'section-12',
          points: [title],
        },
        `## ${title}\n\n*${title}* ${title}\n\n${smallTable}`,
      ),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(opinions).flatMap(([language, script]) =>
      ['first', 'second'].map((slug, n) => [
        `articles/2015/11/2${4 + n}/${slug}-${language}.${language}.md`,
        story(
          {
            title: headlines[script],
            summary: headlines[script],
            date: `2015-11-2${4 + n} 10:00`,
            type: 'opinion',
            topics: ['topic-1'],
          },
          `## ${headlines[script]}\n\n*${headlines[script]}* ${headlines[script]}\n\n::: quote {by="${headlines[script]}"}\n${headlines[script]}\n:::`,
        ),
      ]),
    ),
  ),
};

/** All files, by their paths from `content/`. */
export async function tortureFiles(): Promise<Record<string, string | Uint8Array>> {
  const drawn = await Promise.all(
    Object.entries(pictures).map(async ([name, [width, height]]) => [name, await draw(width, height)] as const),
  );
  return {
    ...texts,
    ...Object.fromEntries(drawn.map(([name, bytes]) => [`articles/2015/11/26/torture/${name}.jpg`, bytes])),
    ...Object.fromEntries(drawn.map(([name, bytes]) => [`articles/2015/11/25/${name}/${name}.jpg`, bytes])),
    ...Object.fromEntries(
      drawn.flatMap(([name, bytes]) => (name === 'plain' ? [['articles/2015/11/26/beside/plain.jpg', bytes]] : [])),
    ),
  };
}
