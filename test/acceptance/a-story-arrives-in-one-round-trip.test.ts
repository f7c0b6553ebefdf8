/**
 * What a reader on a slow connection waits for: one file, which fits the first flight of a connection (ten
 * packets of 1,460 bytes), with all the styles it needs and no script.
 */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { articleText, instant, Newsroom, treeOf } from '../support/newsroom.ts';

const firstFlightBytes = 14_600;
const mostStyleBytes = 6_500;

/** Numbers that repeat and words that do not, so that nothing is smaller than prose would be. */
function prose(words: number): string {
  let state = 7;
  const next = (n: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state % n;
  };
  const syllables = 'ka vi tor men sa lin dor pe ru sto gra bel no ti mar con the of and to in for with from'.split(
    ' ',
  );
  const word = () => Array.from({ length: 1 + next(3) }, () => syllables[next(syllables.length)]).join('');
  const paragraphs = Array.from(
    { length: Math.ceil(words / 50) },
    () => `${Array.from({ length: 50 }, word).join(' ')}.`,
  );
  return paragraphs
    .join('\n\n')
    .replace(/\n\n/, '\n\n## A heading\n\n::: quote {by="Who" role="Office"}\nSaid.\n:::\n\n');
}

const fields = {
  authors: ['desk'],
  topics: ['sea', 'town'],
  points: ['One point', 'Another', 'A third'],
  place: 'Northport',
  updated: '2015-11-26 12:00',
  sources: [{ title: 'A source', url: 'https://source.example/', publisher: 'Its publisher' }],
  corrections: [{ date: '2015-11-26 14:00', text: 'It was another day.' }],
};

let pages: Map<string, string>;
beforeAll(async () => {
  const older = Array.from({ length: 8 }, (_, n) => [
    `articles/2015/11/1${n}/older-${n}.md`,
    articleText({ title: `An older story, number ${n}, with a headline`, date: `2015-11-1${n}`, topics: ['sea'] }),
  ]);
  const room = new Newsroom({
    git: false,
    files: {
      ...Object.fromEntries(older),
      'articles/2015/11/26/long.md': articleText(fields, prose(1000)),
      'articles/2015/11/26/long.ru.md': articleText(fields, prose(1000)),
    },
  });
  await room.rendered({ now: instant('2015-11-27') });
  pages = new Map([...treeOf(room.out)].filter(([path]) => path.endsWith('.html')));
  room.dispose();
});

function compressed(text: string): number {
  return gzipSync(Buffer.from(text, 'latin1')).length;
}

describe.each(['2015/11/26/long/index.html', 'ru/2015/11/26/long/index.html'])('%s, of 1,000 words', (path) => {
  test('fits the first flight of a connection, with room to spare', () => {
    const page = pages.get(path) ?? expect.fail('it was not built');
    expect(page.match(/<p>/g)?.length).toBeGreaterThan(20);
    expect(compressed(page)).toBeLessThan(firstFlightBytes);
  });

  test('asks for nothing before it can be shown, and runs nothing', () => {
    const page = pages.get(path) ?? '';
    expect(page.match(/<link[^>]*rel="(stylesheet|preload|modulepreload)"/g)).toBeNull();
    expect(page.match(/@import|@font-face/g)).toBeNull();
    const scripts = [...page.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes?.trim());
    expect(scripts).toEqual(['type="speculationrules"', 'type="application/ld+json"']);
  });
});

test('no page has more styles than are worth it', () => {
  const sizes = [...pages].map(([path, page]) => ({
    path,
    bytes: brotliCompressSync(/<style>.*?<\/style>/s.exec(page)?.[0] ?? '').length,
  }));
  expect(sizes.filter(({ bytes }) => bytes > mostStyleBytes)).toEqual([]);
  expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeGreaterThan(1000);
});

test('the optional script is data, and less than three kilobytes of it', () => {
  const sizes = [...pages.values()].map(
    (page) => /<script type="speculationrules">(.*?)<\/script>/s.exec(page)?.[1]?.length ?? 0,
  );
  expect(Math.max(...sizes)).toBeGreaterThan(50);
  expect(Math.max(...sizes)).toBeLessThan(3000);
});
