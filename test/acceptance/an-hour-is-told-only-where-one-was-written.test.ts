/** A day alone is told as a day, also where the clocks skip its midnight; an hour that was written is told, midnight too. */
import { describe, expect, test } from 'vitest';
import { htmlToText } from '../support/html-to-text.ts';
import { articleText, newsroom, siteYaml, treeOf } from '../support/newsroom.ts';

/** Days that have no midnight in their zones, but for one that has two. */
const days: [zone: string, day: string, shown: string][] = [
  ['Africa/Cairo', '2024-04-26', '26 April 2024'],
  ['America/Havana', '2024-03-10', '10 March 2024'],
  ['Asia/Beirut', '2024-03-31', '31 March 2024'],
  ['America/Asuncion', '2023-10-01', '1 October 2023'],
  ['America/Sao_Paulo', '2018-11-04', '4 November 2018'],
  ['America/Sao_Paulo', '2018-02-18', '18 February 2018'],
  ['Europe/Lisbon', '2024-04-25', '25 April 2024'],
];

const anHour = /\d\d[.:]\d\d/;

function textOf(tree: Map<string, string>, path: string): string {
  return htmlToText(Buffer.from(tree.get(path) ?? expect.fail(`${path} is not built`), 'latin1').toString());
}

/** The site of one story, and another hours after it, so that each is seen from the other. */
async function built(zone: string, day: string, fields: Record<string, unknown>): Promise<Map<string, string>> {
  const path = day.replaceAll('-', '/');
  const room = newsroom({
    git: false,
    files: {
      'site.yaml': siteYaml.replace('Europe/Moscow', zone),
      [`articles/${path}/alone.md`]: articleText({ title: 'Alone', date: day, topics: ['sea'], ...fields }),
      [`articles/${path}/late.md`]: articleText({ title: 'Late', date: `${day} 23:15`, topics: ['sea'] }),
    },
  });
  const now = Date.UTC(2026, 0, 1) / 1000;
  await room.rendered({ now });
  return treeOf(room.out);
}

describe('a day alone', () => {
  test.each(days)('in %s, %s', async (zone, day, shown) => {
    const path = day.replaceAll('-', '/');
    const tree = await built(zone, day, {
      corrections: [{ date: day, text: 'It was two.' }],
      updated: undefined,
    });
    const page = textOf(tree, `${path}/alone/index.html`);
    expect(page).toContain(shown);
    expect(page).not.toMatch(anHour);
    expect(tree.get(`${path}/alone/index.html`)).toContain(`<time datetime="${day}">`);
    for (const list of [path, path.slice(0, 7), `world/${path.slice(0, 7)}`, '', 'topics/sea', 'corrections']) {
      const file = [list, 'index.html'].filter(Boolean).join('/');
      expect(textOf(tree, file).replaceAll('23.15', ''), file).not.toMatch(anHour);
    }
    expect(textOf(tree, `${path}/index.html`)).toContain('23.15');
  });
});

test('an hour that was written is told, also that of midnight', async () => {
  const tree = await built('Africa/Cairo', '2024-04-24', {
    date: '2024-04-24 00:00',
    updated: '2024-04-24 00:00',
    corrections: [{ date: '2024-04-25 00:00', text: 'It was two.' }],
  });
  const page = textOf(tree, '2024/04/24/alone/index.html');
  expect(page).toContain('24 April 2024, 00.00');
  expect(page).toContain('Updated 00.00');
  expect(page).toContain('25 April 2024, 00.00');
  for (const list of ['2024/04/24', '2024/04']) expect(textOf(tree, `${list}/index.html`)).toContain('00.00');
  expect(tree.get('2024/04/24/alone/index.html')).toContain('<time datetime="2024-04-24T00:00:00+02:00">');
});

test('an update of a day alone is told by the day, beside an hour', async () => {
  const tree = await built('Africa/Cairo', '2024-04-24', { date: '2024-04-24 10:00', updated: '2024-04-26' });
  const page = textOf(tree, '2024/04/24/alone/index.html');
  expect(page).toContain('24 April 2024, 10.00');
  expect(page).toMatch(/Updated 26 April 2024(?!,)/);
  expect(textOf(tree, 'index.html')).not.toContain('01.00');
});

test('an update with an hour, of a story without one, says in which zone', async () => {
  const tree = await built('Africa/Cairo', '2024-04-24', { updated: '2024-04-26 10:00' });
  expect(textOf(tree, '2024/04/24/alone/index.html')).toContain('Updated 26 April 2024, 10.00 Cairo time');
});

test('every instant that a machine is told has seconds', async () => {
  const tree = await built('Africa/Cairo', '2024-04-24', {
    date: '2024-04-24 10:00',
    updated: '2024-04-24 11:00',
    corrections: [{ date: '2024-04-26', text: 'It was two.' }],
  });
  const pages = [...tree].filter(([path]) => /\.(html|xml|atom|json)$/.test(path));
  const found = pages.flatMap(([path, text]) =>
    [...text.matchAll(/(\S*)(\d{4}-\d\d-\d\dT[\d:]+(?:[+-]\d\d:\d\d|Z)?)/g)].map(([, before = '', time = '']) => ({
      path,
      time,
      isName: before.includes('#correction-'), // part of an id, which never changes
    })),
  );
  expect(found.length).toBeGreaterThan(40);
  for (const { time, path, isName } of found)
    if (!isName) expect(time, path).toMatch(/T\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)$/);
});
