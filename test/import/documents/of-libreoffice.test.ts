/** Documents as LibreOffice writes them become drafts: the whole of their text, and a list of all that is not in it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { authorYaml } from '../../support/newsroom.ts';
import { problemsOf } from '../../support/problems-of.ts';
import { type Draft, draftOf, fixtures, paperYaml } from './drafted.ts';

type Expected = { matter: string; text: string; listed: Draft['listed'] };

const expected: Record<string, Expected> = {
  'interview.docx': {
    matter: 'title: “We measure the lake every morning”\nsummary: A hydrologist on ten years beside Lake Sevan\n',
    text: `**What do you measure first?**

The level, then the temperature at three depths. *Only then* do I have breakfast.

**Has it risen?**

By a hand’s breadth since 2010. The old gauge is under water now.

> A lake keeps accounts, and it keeps them honestly.
>
> I say that to every visitor.

**And in winter?**

In winter we go out on foot. The figures are on [the station’s page](https://lake.example/levels).`,
    listed: {
      'comments and directives of editors': ['Nina Desk on “The old gauge”: Which gauge is that? Please check.'],
      'headers and footers': ['Lake interview, third version', 'Not for publication before Friday'],
    },
  },
  'feature.docx': {
    matter: 'title: The last ferry of the year\nsummary: TKTK',
    text: `From October on there is one crossing a day, and it leaves when the captain has finished his tea.

![A small ferry at a pier, seen from the hill](the-last-ferry-of-the-year/image1.png "The ferry “Psou” before noon")

The crossing takes forty minutes and costs less than a loaf of bread.

## At the pier

Nobody hurries here. Sacks of flour go first, then the passengers.

![""](the-last-ferry-of-the-year/image2.png "Sacks of flour wait for the crane")

## On the water

The engine is older than the crew.

---

Next spring a second boat is due.`,
    listed: {
      'text boxes': ['The crossing takes forty minutes and costs less than a loaf of bread.'],
      'pictures without alternative text': ['the-last-ferry-of-the-year/image2.png'],
    },
  },
  'tables.docx': {
    matter: 'title: Harvest in three valleys\n',
    text: `The ministry counted twice this year[^1], and the sums differ[^2].

| Valley | Tonnes | Change |
| - | - | - |
| Alazani | 41,000 | +3 % |
| Iori \\| upper | 12,500 | −8 % |
| Both | | 53,500 |

## What is counted

- grapes

  - red
    - Saperavi
  - white

- walnuts

Prices are set in this order:

1. the buyer names a sum

2. the grower laughs

   1. softly
   2. or aloud

3. they meet in the middle

The record was 10<sup>5</sup> tonnes.

Printed on 11/27/26.

[^1]: The first count was in August, the second in October.

[^2]: See [both tables](https://ministry.example/counts).`,
    listed: {
      fields: ['DATE \\@"M/d/yy"'],
      'automatic numbers and letters': ['a, b, c from “softly” on'],
      'tables with cells that were merged': [expect.stringMatching(/^Valley Tonnes Change Alazani/)],
      'breaks of pages': ['1'],
    },
  },
  'reviewed.docx': {
    matter: 'title: Road to the pass stays open\n',
    text: `The road was cleared by ninety-four people.

They worked through the night and slept in the bus.

The depth was six feet at the top.

An urgent call, a red line, a yellow mark, one ~~struck~~ word, loud ones and the rest.`,
    listed: {
      'texts that readers were not shown': ['a secret'],
      'comments and directives of editors': [
        'Giorgi on “at the top”: 1.8 m.',
        'Nina Desk on “six feet at the top”: In metres, please.',
      ],
      'deletions that were tracked': [
        'Nina Desk: “about a hundred”',
        'Giorgi: “This sentence is to go.”',
        'Giorgi: the end of a paragraph',
      ],
      'insertions and suggestions that were tracked': ['Nina Desk: “ninety-four”'],
      colours: ['underlined: “urgent”', 'colour #c9211e: “red”', 'marked in #FFFF00: “yellow”', 'in capitals: “loud”'],
    },
  },
  'scripts.docx': {
    matter: 'title: Дорога через перевал открыта\n',
    text: `Первые машины прошли утром. По-грузински: გზა გახსნილია, и это хорошая новость.

თოვლი დილით შეწყდა.

الطريق مفتوح منذ الصباح، قال **السائق**.

הדרך פתוחה מהבוקר.

1. снег
2. лёд`,
    listed: {},
  },
  'plain.docx': {
    matter: 'title: Bakery opens before dawn\n',
    text: `The first loaves are out at four. By six the shelf is empty.

“We could bake more,” the baker says, “but then there would be no queue.”

[More on bread](https://harbour-post.example/bread) and on flour.`,
    listed: { 'links to what did not come along': ['../../../C:/texts/flour.doc'] },
  },
  'pasted.docx': {
    matter: 'title: Library lends tools as well as books\n',
    text: `Since Monday readers can borrow a [drill](https://tools.example/drill?x=1\\&y=2), a ladder or a **sewing**\u00A0machine.

> Nobody needs a ladder every day.

- drills

  - with cable
  - without

- ladders

The list is kept *by hand*.\\
It is long.

## Hours

From nine to five; see above.`,
    listed: { 'links to what did not come along': ['#top'], colours: ['underlined: “long”'] },
  },
};

test.each(Object.entries(expected))(
  '%s is a draft word for word, and what is not in it is listed',
  async (name, { matter, text, listed }) => {
    const draft = await draftOf(name);
    expect([draft.code, draft.stderr]).toEqual([0, '']);
    expect(draft.text).toBe(text);
    expect(draft.listed).toEqual(listed);
    expect(`${draft.matter}\n`).toContain(matter);
    expect(draft.matter).toContain('\nsection: world\n');
    expect(draft.matter).toContain('draft: true');
  },
);

test('the text of an agency, as .txt and as .docx, is its paragraphs, with its headline once and without the lines of its publisher', async () => {
  const source = readFileSync(join(fixtures, 'agency.txt'), 'utf8');
  const [headline = '', again, ...paragraphs] = source.trim().split(/\n\n+/);
  const published = paragraphs.splice(-2);
  expect([again, ...published]).toEqual([headline, 'The Harbour Post', 'on YouTube']);
  for (const name of ['agency.txt', 'agency.docx']) {
    const { matter, text, listed } = await draftOf(name);
    expect(text.split('\n\n')).toEqual(paragraphs);
    expect(matter).toContain(`title: ${headline}\n`);
    expect(listed).toEqual({
      'headings that are the title of the story now': [headline],
      'lines at the end that name the publication or its channel': ['on YouTube', 'The Harbour Post'],
    });
  }
});

test('a build has no Problem with what was made, pictures included', async () => {
  const { room } = await draftOf('feature.docx');
  const story = 'articles/2015/11/27/the-last-ferry-of-the-year';
  const of = (path: string) => readFileSync(join(room.content, path));
  const pictures = [1, 2].map((number) => `${story}/image${number}.png`);
  const files = Object.fromEntries(pictures.map((path) => [path, of(path)]));
  expect(pictures.every((path) => existsSync(join(room.content, path)))).toBe(true);
  expect(
    await problemsOf({
      ...{ 'site.yaml': paperYaml, 'authors/desk.yaml': authorYaml, ...files },
      [`${story}.md`]: of(`${story}.md`).toString(),
    }),
  ).toEqual([]);
});
