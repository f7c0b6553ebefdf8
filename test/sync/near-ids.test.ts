/** When a story is told that it may have misspelt a topic, a series or a thread. */
import { expect, test } from 'vitest';
import { placeOf } from '../../src/problem.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';
import { catalogInMemory, problemsOfSync } from './synced.ts';

const [first, second, third] = ['20', '21', '22'].map((day) => `articles/2015/11/${day}/story.md`) as [
  string,
  string,
  string,
];

const withTopics = (path: string, ...topics: string[]) => ({
  [path]: articleText({ date: path.slice(9, 19).replaceAll('/', '-'), topics }),
});

/** What is told of a newsroom at once, or since it was told of last. */
async function told(room: Newsroom, catalog = catalogInMemory()): Promise<string[]> {
  const problems = await problemsOfSync(catalog, room);
  return problems.map((problem) => `${placeOf(problem)} ${problem.code} ${problem.fix.replace(/\?.*/, '')}`);
}

const advice = (place: string, topic: string) => `${place} article/near-topic Did you mean “${topic}”`;

test('the story that alone has a topic is told of the one that others have, when it is read', async () => {
  const catalog = catalogInMemory();
  const room = newsroom({
    git: false,
    files: { ...withTopics(first, 'sea', 'pesca'), ...withTopics(second, 'pesca') },
  });
  expect(await told(room, catalog)).toEqual([]);
  room.write(withTopics(third, 'sea', 'pescas'));
  expect(await told(room, catalog)).toEqual([advice(`${third}:7:16`, 'pesca')]);
  room.write({ 'authors/desk.yaml': 'name: Desk\n' });
  expect(await told(room, catalog)).toEqual([]);
  room.write(withTopics(third, 'sea', 'pesca'));
  expect(await told(room, catalog)).toEqual([]);
});

test('of two stories with a topic each, the later one is told, whatever is read first', async () => {
  const catalog = catalogInMemory();
  const room = newsroom({ git: false, files: { ...withTopics(first, 'pesca'), ...withTopics(second, 'pescas') } });
  expect(await told(room, catalog)).toEqual([advice(`${second}:7:10`, 'pesca')]);
  room.write({ [first]: articleText({ date: '2015-11-20', topics: ['pesca'], title: 'Anew' }) });
  expect(await told(room, catalog)).toEqual([]);
});

test('all languages of a story are one story, and each is told', async () => {
  const files = { ...withTopics(second, 'pescas'), ...withTopics(second.replace('.md', '.ru.md'), 'pescas') };
  const room = newsroom({ git: false, files: { ...withTopics(first, 'pesca'), ...files } });
  expect(await told(room)).toHaveLength(2);
});

test('a file of its own says that a topic is meant, and which of two is', async () => {
  const topic = (id: string) => ({ [`topics/${id}.md`]: `---\nname: ${id}\n---\n` });
  const both = { ...withTopics(first, 'pesca'), ...withTopics(second, 'pescas') };
  expect(await told(newsroom({ git: false, files: { ...both, ...topic('pescas') } }))).toEqual([
    advice(`${first}:7:10`, 'pescas'),
  ]);
  expect(await told(newsroom({ git: false, files: { ...both, ...topic('pescas'), ...topic('pesca') } }))).toEqual([]);
  expect(await told(newsroom({ git: false, files: { ...withTopics(first, 'pescas'), ...topic('pesca') } }))).toEqual([
    advice(`${first}:7:10`, 'pesca'),
  ]);
});

test('of two topics of one story, and of topics that two stories have each, nothing is told', async () => {
  const files = {
    ...withTopics(first, 'pesca', 'pescas', 'iran'),
    ...withTopics(second, 'iran', 'iraq'),
    ...withTopics(third, 'iraq'),
  };
  expect(await told(newsroom({ git: false, files }))).toEqual([]);
});

test('wherever the slip is, it is found among others', async () => {
  const slips = [
    ['syria', 'siria'],
    ['quebec', 'xquebec'],
    ['ferry', 'ferryx'],
    ['market', 'markte'],
    ['harbour', 'ahrbour'],
    ['lorry', 'lrory'],
    ['iran', 'irna'],
    ['united-nations', 'united-nation'],
    ['black-sea', 'blacksea'],
    ['northsouthline', 'north-south-line'],
    ['elections-2015', 'election-2015'],
  ] as const;
  const room = newsroom({
    git: false,
    files: {
      ...withTopics(first, ...slips.map(([right]) => right), 'siren'),
      ...withTopics(second, ...slips.map(([, slip]) => slip)),
      ...withTopics(third, 'sea', 'syrup', 'united', 'nations', 'elections-2016', 'northline'),
    },
  });
  const expected = slips.map(([right]) => expect.stringContaining(advice('', right).trim()));
  expect(await told(room)).toEqual(expected);
});

test('a topic that no story has any more is not meant', async () => {
  const catalog = catalogInMemory();
  const room = newsroom({ git: false, files: withTopics(first, 'pesca') });
  await told(room, catalog);
  room.write(withTopics(first, 'sea'));
  await told(room, catalog);
  room.write(withTopics(second, 'pescas'));
  expect(await told(room, catalog)).toEqual([]);
});

test('the advice is the same whether or not the stories are due', async () => {
  const files = { ...withTopics(first, 'pesca'), ...withTopics(second, 'pescas') };
  const problems = (now: number) => problemsOfSync(catalogInMemory(), newsroom({ git: false, files }), { now });
  expect(await problems(0)).toEqual(await problems(2e9));
});

test('a series and a thread are told of in the same way, and not taken for topics', async () => {
  const named = (path: string, fields: Record<string, string | string[]>) => ({
    [path]: articleText({ date: path.slice(9, 19).replaceAll('/', '-'), ...fields }),
  });
  const files = {
    ...named(first, { series: 'drought-2026', thread: 'harbour', topics: ['seven-seas'] }),
    ...named(second, { series: 'drougth-2026', thread: 'harbuor' }),
    ...named(third, { series: 'seven-sea', thread: 'drought-206' }),
  };
  const room = newsroom({ git: false, files });
  const problems = await problemsOfSync(catalogInMemory(), room);
  expect(problems.map((problem) => `${placeOf(problem)} ${problem.code} ${problem.fix}`)).toEqual([
    `${second}:7:9 article/near-id Did you mean “drought-2026”? If not, add a file topics/drougth-2026.md with its name.`,
    `${second}:8:9 article/near-id Did you mean “harbour”? If not, leave it: this is told only when the story is read.`,
  ]);
  expect(problems.map(({ what }) => what)).toEqual([
    'No other story has the series “drougth-2026”; there is one called “drought-2026”.',
    'No other story has the thread “harbuor”; there is one called “harbour”.',
  ]);
  expect(problems[0]?.replacement?.text).toBe('series: drought-2026');
});

test('a file in topics/ says which series is meant, but makes none', async () => {
  const series = (path: string, id: string) => ({
    [path]: articleText({ date: path.slice(9, 19).replaceAll('/', '-'), series: id }),
  });
  const file = (id: string) => ({ [`topics/${id}.md`]: `---\nname: ${id}\n---\n` });
  const both = { ...series(first, 'drougth'), ...series(second, 'drought') };
  expect(await told(newsroom({ git: false, files: { ...both, ...file('drought') } }))).toEqual([
    `${first}:7:9 article/near-id Did you mean “drought”`,
  ]);
  expect(await told(newsroom({ git: false, files: { ...both, ...file('drought'), ...file('drougth') } }))).toEqual([]);
  expect(await told(newsroom({ git: false, files: { ...series(first, 'drougth'), ...file('drought') } }))).toEqual([]);
});
