/** What ends and how it is answered: what each Problem says to do is done, and then the edition goes out. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mistakesInAddresses } from '../../src/desk/mistakes/in-publishing.ts';
import { toolFiles, toolMended } from '../../src/desk/mistakes/tool-mistake.ts';
import { isFault, type Problem } from '../../src/problem.ts';
import { addRedirect } from '../../src/publish/add-redirect.ts';
import { expectTold } from '../support/expect-told.ts';
import { articleText, siteYaml } from '../support/newsroom.ts';
import { LiveRoom } from './live-room.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const beta = (more = {}, body?: string) =>
  articleText({ title: 'Beta', date: '2015-11-25 10:00', section: 'culture', ...more }, body);
const start = { [a]: articleText({ title: 'Alpha' }), [b]: beta() };
const oneLanguage = siteYaml.replace('languages: [en, ru]', 'languages: [en]');
const withdrawn = { date: '2015-11-27', reason: 'It was not true.' };

async function live(files: Record<string, string | Uint8Array>): Promise<LiveRoom> {
  const room = new LiveRoom(files);
  room.commit();
  expect(await problems(room)).toEqual([]);
  return room;
}

const problems = async (room: LiveRoom) =>
  (await room.publish()).sent.flatMap(({ report, problems }) => [...report.problems, ...problems]);
const told = async (room: LiveRoom) => (await problems(room)).map(({ code, what }) => `${code} ${what.split(' ')[0]}`);

test('of a section that is removed its front is told, which stands for its archive and its feeds', async () => {
  const room = await live(start);
  room.commit({ 'site.yaml': oneLanguage.replace(/ {2}- .id: culture.*\n/, ''), [b]: beta({ section: 'world' }) });
  expect(await told(room)).toEqual(['publish/url-ended /culture/']);
  room.commit({ 'gone.yaml': '- {url: /culture/, reason: …}\n' });
  expect(await told(room)).toEqual([]);
  expect(room.live('culture/2015/11/index.html')).toContain('url=/culture/');
  expect(room.live('culture/feed.atom')).not.toContain('Beta');
});

test('a social card that ends asks for no answer', async () => {
  const cards = `${oneLanguage}cards: {since: 2015-11-26}\n`;
  const room = await live({ ...start, 'site.yaml': cards });
  const drawn = () => Object.keys(room.readers()).filter((path) => path.endsWith('.png') && path.startsWith('2015'));
  expect(drawn()).toEqual(['2015/11/26/a/card.png']);
  room.commit({ 'site.yaml': oneLanguage });
  expect(await told(room)).toEqual([]);
  expect(drawn()).toEqual([]);
});

test('of a language that is removed its front and its stories are told, and no list', async () => {
  const room = await live({ ...start, 'site.yaml': siteYaml, 'articles/2015/11/26/a.ru.md': articleText() });
  room.commit({ 'site.yaml': oneLanguage, 'articles/2015/11/26/a.ru.md': null });
  expect(await told(room)).toEqual(['publish/url-ended /ru/2015/11/26/a/', 'publish/url-ended /ru/']);
  room.commit({ 'gone.yaml': '- {url: /ru/, to: /}\n- {url: /ru/2015/11/26/a/, to: /2015/11/26/a/}\n' });
  expect(await told(room)).toEqual([]);
  for (const list of ['world', 'search']) expect(room.live(`ru/${list}/index.html`)).toContain('url=/ru/');
});

test('an author and a topic whose files were renamed are offered to these', async () => {
  const author = 'name: {en: Ann Lee}\nrole: Reporter';
  const topic = '---\nname: Ferry\n---\n\nWhere it goes, and when, on every day of the year.\n';
  const named = { authors: ['ann'], topics: ['ferry'] };
  const room = await live({ [b]: beta(named), 'authors/ann.yaml': author, 'topics/ferry.md': topic });
  room.commit({ [b]: beta({ authors: ['anna'], topics: ['ferries'] }) });
  room.commit({ 'authors/ann.yaml': null, 'authors/anna.yaml': author });
  room.commit({ 'topics/ferry.md': null, 'topics/ferries.md': topic });
  const found = await problems(room);
  expect(found.map(({ file }) => file)).toEqual(['content/authors/anna.yaml', 'content/topics/ferries.md']);
  room.commit({
    'authors/anna.yaml': addRedirect(author, '/authors/ann/', false) ?? '',
    'topics/ferries.md': addRedirect(topic, '/topics/ferry/', false) ?? '',
  });
  expect(await told(room)).toEqual([]);
  expect(room.live('authors/ann/index.html')).toContain('url=/authors/anna/');
  expect(room.live('topics/ferry/index.html')).toContain('url=/topics/ferries/');
});

test('a story that is hidden again has to be shown or withdrawn; its documents go with it', async () => {
  const [document, text] = ['articles/2015/11/25/b/report.csv', 'See [the report](b/report.csv).'];
  const room = await live({ ...start, [b]: beta({}, text), [document]: 'a,b\n' });
  room.commit({ [b]: beta({ draft: true }, text) });
  expect(await told(room)).toEqual(['publish/story-hidden /2015/11/25/b/']);
  room.commit({ [b]: beta({ withdrawn }, text) });
  expect((await told(room)).filter((each) => each.startsWith('publish'))).toEqual([]);
  expect(room.live('2015/11/25/b/gone.html')).toContain('It was not true.');
  expect(room.live('2015/11/25/b/report.csv')).toBeUndefined();
});

test('an address that YAML would split is told as it has to stand', async () => {
  const room = await live({ ...start, '../public/a,b.txt': 'own' });
  room.commit({ '../public/a,b.txt': null });
  const [{ fix = '' } = {}] = await problems(room);
  const [, list = ''] = /add redirectFrom: (\[\S+\]) there/.exec(fix) ?? [];
  room.commit({ [a]: articleText({ title: 'Alpha' }).replace('---\n', `---\nredirectFrom: ${list}\n`) });
  expect(await told(room)).toEqual([]);
  const [, row] = /add (- \{.+?\}) to/.exec(fix) ?? [];
  room.commit({ [a]: articleText({ title: 'Alpha' }), 'gone.yaml': `${row}\n` });
  expect(await told(room)).toEqual([]);
});

test.each([['files/a.txt', 'files']])(
  'what was public/%s is not answered for beside public/%s',
  async (before, after) => {
    const room = await live({ ...start, [`../public/${before}`]: 'own' });
    rmSync(join(room.room.folder, 'public'), { recursive: true });
    room.commit({ [`../public/${after}`]: 'own' });
    const found = await problems(room);
    expect(found).toMatchObject([{ code: 'publish/file-in-the-way', file: `public/${after}` }]);
    room.commit({ [`../public/${after}`]: null, '../public/other.txt': 'own' });
    room.commit({ 'gone.yaml': `- {url: /${before}, to: /other.txt}\n` });
    expect(await told(room)).toEqual([]);
  },
);

describe('what explain shows', () => {
  const shown: Record<string, Problem> = {};
  /** As a room takes them: by path below the content folder. */
  const below = <Value>(files: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`../${path}`, text]));

  test.each(Object.entries(mistakesInAddresses))('%s', async (code, mistake) => {
    const { files } = toolFiles(mistake);
    const room = new LiveRoom(below(mistake.before ?? {}));
    room.commit();
    expect(await problems(room)).toEqual([]);
    const commit = room.commit(below({ ...mistake.files, ...files }));
    const [problem, ...others] = await problems(room);
    expect([problem?.code, others]).toEqual([code, []]);
    shown[code] = problem as Problem;
    for (const way of mistake.ways) {
      room.commit(below({ ...way.files, ...toolMended(mistake, way) }));
      const { report, problems: left } = (await room.publish({ isDry: true })).sent[0] ?? expect.fail();
      expect([way.says, [...report.problems, ...left].filter(isFault)]).toEqual([way.says, []]);
      room.room.git('reset', '--quiet', '--hard', commit);
    }
  });

  test('is what is told', () => expectTold('addresses', shown));
});
