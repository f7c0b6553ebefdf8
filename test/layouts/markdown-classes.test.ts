/** Every class that the Markdown writer puts on something means something on every page that shows Markdown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StyleName } from '../../layouts/sheets.ts';
import { styleOf } from '../../layouts/styles.ts';
import { renderBody } from '../../src/content/markdown/body.ts';
import { shapeOf } from '../../src/content/pictures.ts';
import { projectRoot } from '../support/newsroom.ts';

const everything = `## Heading

A text.[^1]

| a | b | c |
|:--|:-:|--:|
| 1 | 2 | 3 t |

::: quote {by="Who" role="Office"}
Said.
:::

::: fact {title="Title"}
- a
:::

::: note
A note.
:::

::: video {url="https://e.example/" title="Title" poster="a/wide.jpg"}
Words.
:::

::: audio {file="a/talk.mp3" title="Title"}
Words.
:::

::: document {file="a/report.pdf" title="Title"}
:::

::: post {url="https://e.example/" by="Who" date="2015-11-26"}
Posted.
:::

::: chart {url="https://charts.example/" alt="Chart"}
:::

![A](a/wide.jpg "Caption | Credit")

![A](a/high.jpg)

![A](a/large.jpg)

\`\`\`js
code
\`\`\`

[^1]: A note.
`;

const sizes: Record<string, { width: number; height: number; isWide?: true }> = {
  'a/wide.jpg': { width: 4000, height: 700 },
  'a/high.jpg': { width: 900, height: 1800 },
  'a/large.jpg': { width: 1600, height: 1067, isWide: true },
};

function classesOf(html: string): Set<string> {
  return new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
}

function withoutRule(classes: Iterable<string>, css: string): string[] {
  return [...classes].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(css));
}

const written = classesOf(
  renderBody(everything, {
    link: (href) => href,
    picture: (path) => ({ stem: '/assets/a', root: '', ...(sizes[path] ?? { width: 9, height: 9 }) }),
    document: (path) => ({ url: `/${path}`, bytes: 9 }),
    frames: ['charts.example'],
    say: { day: String, size: String, comma: ', ', interactiveChart: 'Chart' },
    page: '',
  }).html,
);

/** The classes that stand in the writer's own source, so that none is missed for want of an example. */
const inSource = classesOf(
  readdirSync(join(projectRoot, 'src/content/markdown'))
    .map((name) => readFileSync(join(projectRoot, 'src/content/markdown', name), 'utf8'))
    .join('\n')
    .replace(/\$\{[^}]*\}/g, ''),
);

describe.each(['article', 'page', 'topic'] satisfies StyleName[])('on a page of the style %s', (style) => {
  test('every class that a body is written with has a rule', () => {
    expect(written.size).toBeGreaterThan(12);
    expect(withoutRule(written, styleOf(style))).toEqual([]);
  });
});

test('the example has every class that is spelled in the source of the writer', () => {
  expect([...inSource].filter((name) => name !== '' && !written.has(name))).toEqual([]);
});

test('every shape that a picture may have has a rule', () => {
  const ratios = Array.from({ length: 40 }, (_, n) => shapeOf({ width: 50 * (n + 1), height: 1000 }));
  const shapes = new Set(ratios.filter((shape) => shape !== undefined));
  expect(shapes.size).toBe(11);
  expect(withoutRule(shapes, styleOf('article'))).toEqual([]);
});

test('a class without a rule is seen', () => {
  expect(withoutRule(['end', 'ending'], '.prose .end{color:red}')).toEqual(['ending']);
});
