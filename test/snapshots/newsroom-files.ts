/** The fixed newsroom of the snapshots: a little of everything that a story can hold. */
import { articleText, authorYaml } from '../support/newsroom.ts';
import { png } from '../support/pictures.ts';

const lighthouseBody = `The lamp was lit **again** on Thursday, after [the bridge](/2015/10/05/bridge/) had opened.[^1]

## What was said

::: quote {by="Ada Lind" role="keeper of the light"}
We never let it go out. Not once.
:::

![The lamp room, seen from below](lighthouse/lamp.png "The lamp room | Photo: Ben Oak")

::: fact {title="The tower"}
Built in 1871, 42 metres high.
:::

::: document {file="lighthouse/plan.pdf" title="The plan of the tower"}
:::

| Year | Ships |
|------|------:|
| 1900 | 1,204 |
| 2015 | 87 |

More is [at the harbour’s own site](https://harbour.example/light).

[^1]: It had been closed for a year.`;

const russianBody = 'Лампа снова зажжена, после того как [открылся мост](/2015/10/05/bridge/).';

export const files: Record<string, string | Uint8Array> = {
  'authors/desk.yaml': `${authorYaml}bio: {en: Reports from the town hall., ru: Пишет из ратуши.}\nlinks: [{name: Letters, url: 'https://courier.example/about/'}]\n`,
  'authors/ben.yaml': 'name: Ben Oak\n',
  'authors/ada.yaml': 'name: Ada Lind\n',
  'topics/sea.md': '---\nname: {en: The sea, ru: Море}\n---\n\nEverything that comes in by **ship**.\n',
  'pages/about.md':
    '---\ntitle: About the Courier\nsummary: Who we are.\n---\n\nA paper since 1871. See [the sea](/topics/sea/).\n',
  'front.yaml': 'lead: 2015/11/26/lighthouse\n',
  'gone.yaml':
    '- {url: /2015/11/02/sirens/, reason: {en: The story was invented., ru: История выдумана.}}\n- {url: /lamp.php, to: /2015/11/26/lighthouse/}\n',
  'articles/2015/11/26/lighthouse.md': articleText(
    {
      title: 'The lighthouse is lit “again” & again',
      summary: 'After a year of dark, ships see the light.',
      date: '2015-11-26 09:30',
      updated: '2015-11-26 18:00',
      authors: ['desk', 'ben'],
      place: 'Northport',
      section: 'world',
      topics: ['sea', 'old-towers'],
      thread: 'harbour',
      series: 'a-year-by-the-sea',
      titles: { short: 'The lighthouse is lit', search: 'Northport lighthouse lit again', card: 'The light is back' },
      kicker: 'On the quay',
      translators: ['ada'],
      contributors: [
        { author: 'ben', role: 'photography' },
        { author: 'ada', role: 'photography' },
      ],
      points: ['The lamp is new', 'The keeper is not'],
      image: {
        file: 'lamp.png',
        alt: 'A lamp behind glass',
        caption: 'The new lamp',
        credit: 'Ben Oak',
        focus: '90% 20%',
      },
      sources: [{ title: 'Harbour log', url: 'https://harbour.example/log', publisher: 'Northport Harbour' }],
      corrections: [{ date: '2015-11-27 10:00', text: 'The tower is 42 metres high, not 24.' }],
      redirectFrom: ['/light.html'],
    },
    lighthouseBody,
  ),
  'articles/2015/11/26/lighthouse.ru.md': articleText(
    {
      title: 'Маяк снова горит',
      summary: 'После года темноты корабли видят свет.',
      date: '2015-11-26 12:00',
      authors: ['desk'],
      topics: ['sea'],
    },
    russianBody,
  ),
  'articles/2015/11/26/lighthouse/lamp.png': png,
  'articles/2015/11/26/lighthouse/plan.pdf': '%PDF-1.7',
  '../public/ads.txt': 'courier.example\n',
  'articles/2015/10/05/bridge.md': articleText(
    {
      title: 'The bridge opens',
      summary: 'Northport and Southport are one.',
      date: '2015-10-05 11:00',
      authors: ['ben'],
      section: 'culture',
      topics: ['sea'],
      thread: 'harbour',
      type: 'opinion',
    },
    'At last.',
  ),
  'articles/2014/12/31/fire.md': articleText({
    title: 'A fire',
    date: '2014-12-31 23:00',
    withdrawn: { date: '2015-01-02 10:00', reason: 'There was no fire; we were misled.' },
  }),
  'articles/2014/06/01/regatta.md': articleText(
    {
      title: 'The regatta',
      date: '2014-06-01 15:00',
      topics: ['sea'],
      series: 'a-year-by-the-sea',
      canonical: 'https://southport.example/regatta',
    },
    'Seven boats.',
  ),
};
