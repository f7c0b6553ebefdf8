/** The page of the preview on which the lead and the picks are moved: what it shows, what it writes, and what it never overwrites. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerWithHindrance, answerWithPage } from '../../../src/commands/fronts/answer-fronts.ts';
import { frontPages } from '../../../src/commands/fronts/front-pages.ts';
import { type LocalServer, serveLocally } from '../../../src/commands/local-server.ts';
import { articleText, instant, Newsroom } from '../../support/newsroom.ts';
import { jpeg } from '../../support/pictures.ts';

const at = '/.fronts/';
const day = 'articles/2015/11/26';
const id = (name: string) => `2015/11/26/${name}`;
const titled = (title: string, fields: Record<string, unknown> = {}) => articleText({ title, ...fields });
const files = {
  [`${day}/storm.md`]: titled('Storm & sea', { image: { file: 'sea.jpg', alt: 'The sea' } }),
  [`${day}/storm/sea.jpg`]: jpeg,
  [`${day}/storm.ru.md`]: titled('Шторм'),
  [`${day}/ferry.md`]: titled('Ferry', { date: '2015-11-26 10:30' }),
  [`${day}/ferry.ru.md`]: titled('Паром'),
  [`${day}/quay.md`]: titled('Quay', { date: '2015-11-26 11:30', section: 'culture' }),
  [`${day}/old.md`]: titled('Lighthouse', { date: '2015-11-26 08:30' }),
  [`${day}/plan.md`]: titled('A plan', { draft: true, date: '2015-11-26 21:00' }),
  [`${day}/evening.md`]: titled('Evening', { date: '2015-11-26 22:00' }),
  [`${day}/hoax.md`]: titled('Hoax', { withdrawn: { date: '2015-11-26 11:00', reason: 'It was none.' } }),
  [`${day}/only.ru.md`]: titled('Лишь тут'),
  [`${day}/late.ru.md`]: titled('Поздно', { date: '2015-11-26 23:00' }),
};
const written = `# By hand.\nlead: ${id('storm')}\npicks:\n  - ${id('ferry')}\n  - ${id('quay')} # calm\n`;

let room: Newsroom;
let server: LocalServer;

beforeAll(async () => {
  room = new Newsroom({ git: false, files });
  const newsroom = { root: room.folder, call: (name: string) => name };
  const now = () => instant('2015-11-26T12:00+03:00');
  const pages = frontPages({ newsroom, content: room.content, cache: room.cache, now }, ({ page, story }) =>
    page ? answerWithPage(page) : answerWithHindrance(story),
  );
  server = await serveLocally(room.out, 18661, undefined, { pages });
});

afterAll(() => {
  server.close();
  room.dispose();
});

const file = () => join(room.content, 'front.yaml');
const text = () => readFileSync(file(), 'utf8');
beforeEach(() => {
  rmSync(file(), { force: true });
  writeFileSync(file(), written);
});

const origin = () => `http://localhost:${server.port}`;
const shown = async (query = '') => (await fetch(origin() + at + query)).text();
const hashIn = (page: string) => /name="file" value="([^"]*)"/.exec(page)?.[1] ?? '';

/** What is told, beside the page as it is then. */
type Sent = { status: number; location: string; page: string };

async function send(
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: origin() },
): Promise<Sent> {
  const body = new FormData();
  const hash = fields.file ?? hashIn(await shown());
  for (const [name, value] of Object.entries({ language: 'en', section: '', ...fields, file: hash }))
    body.set(name, value);
  const response = await fetch(origin() + at, { method: 'POST', body, redirect: 'manual', headers });
  return { status: response.status, location: response.headers.get('location') ?? '', page: await response.text() };
}

/** The rows of a part of the page: the headline of each, or its id, and its buttons. */
function rowsIn(page: string, heading: string): string[] {
  const part = page.split(`<h2>${heading}</h2>`)[1]?.split('<h2>')[0] ?? '';
  return part
    .split('<li class="story">')
    .slice(1)
    .map((row) => {
      const title = /<h3>(?:<[^>]*>)?([^<]*)/.exec(row)?.[1];
      const buttons = [...row.matchAll(/<button name="do" value="([^"]*)"/g)]
        .map(([, does]) => does)
        .filter((does) => does !== 'until');
      return `${title}: ${buttons.join(', ')}`;
    });
}

const told = (page: string) => /<p role="status" id="told">([^<]*)/.exec(page)?.[1];
const refused = (page: string) => /<div role="alert"[^>]*>([^<]*)/.exec(page)?.[1] ?? '';

test('a front is shown as it stands, with what fills the rest and what could be added', async () => {
  const page = await shown();
  expect(rowsIn(page, 'Lead')).toEqual(['Storm &amp; sea: pick, remove']);
  expect(rowsIn(page, 'Picks')).toEqual(['Ferry: down, lead, remove', 'Quay: up, lead, remove']);
  expect(rowsIn(page, 'Beside them, by themselves')).toEqual(['Lighthouse: add pick']);
  expect(rowsIn(page, 'Add a story')).toEqual(['Evening: add pick', 'Lighthouse: add pick, add lead']);
  expect(page).toMatch(/<img src="\/assets\/[^"]*\.webp" alt=""/);
  expect(page).toContain('<bdi>World</bdi> · 26 November 2015, 09:30');
  expect(page).not.toContain('<script');
  const russian = await shown('?language=ru');
  expect(rowsIn(russian, 'Picks')).toEqual(['Паром: down, lead, remove', 'Quay: up, lead, remove']);
  expect(russian).toContain('It is not there in Russian, only in English. Here it is passed over.');
  const culture = await shown('?section=culture');
  expect(rowsIn(culture, 'Lead')).toEqual(['Quay: add lead']);
  expect(culture).toContain('None is chosen, so the newest leads:');
});

test('a move is written, told on the page that follows, and keeps the focus on the story', async () => {
  const { status, location } = await send({ do: 'up', place: '1', story: id('quay') });
  expect(status).toBe(303);
  expect(text()).toBe(`# By hand.\nlead: ${id('storm')}\npicks:\n  - ${id('quay')} # calm\n  - ${id('ferry')}\n`);
  const page = await shown(location.slice(at.length));
  expect(told(page)).toBe('Moved up: “Quay”.');
  // On top it cannot go up: its first button has the focus.
  expect(page).toMatch(/value="down" autofocus aria-describedby="told">Move down<span class="hidden">: Quay</);
  expect(page.match(/autofocus/g)).toHaveLength(1);
  const removed = await send({ do: 'remove', place: '0', story: id('quay') });
  const after = await shown(removed.location.slice(at.length));
  expect(told(after)).toBe('Removed: “Quay”. Its comment in the file, “calm”, went with it.');
  expect(after).toMatch(/value="remove" autofocus [^>]*>Remove<span class="hidden">: Ferry</);
});

test('when a story leaves is set in the site’s zone, and shown so', async () => {
  const { location } = await send({ do: 'until', place: 'lead', story: id('storm'), until: '2015-11-27T09:30' });
  expect(text()).toContain(`lead: {story: ${id('storm')}, until: 2015-11-27 09:30}\n`);
  const page = await shown(location.slice(at.length));
  expect(page).toContain('name="until" value="2015-11-27T09:30"');
  expect(page).toContain('leaves 27 November 2015, 09:30');
  expect((await send({ do: 'until', place: '0', until: '2015-11-26T11:59' })).status).toBe(422);
  writeFileSync(file(), `picks:\n  - {story: ${id('ferry')}, until: 2015-11-26 11:00}\n`);
  const over = await shown();
  expect(over).toContain('Its time here is over.');
  expect(rowsIn(over, 'Beside them, by themselves')).toContain('Ferry: ');
  writeFileSync(file(), `lead: {story: ${id('quay')}, until: 2015-11-26 11:45}\n`);
  expect(rowsIn(await shown(), 'Lead')).toEqual(['Quay: pick, remove', 'Quay: ']);
});

test('what somebody else has written meanwhile is never overwritten: what was asked is told beside what is there now', async () => {
  const before = hashIn(await shown());
  const others = `picks: [${id('old')}]\n`;
  writeFileSync(file(), others);
  const { status, page } = await send({ do: 'remove', place: 'lead', story: id('storm'), file: before });
  expect([status, text()]).toEqual([409, others]);
  expect(refused(page)).toMatch(
    /was changed after this page had been made, so nothing was written[\s\S]*You asked to remove: “Storm &amp; sea”/,
  );
  expect(rowsIn(page, 'Picks')).toEqual(['Lighthouse: lead, remove']);
  expect(hashIn(page)).not.toBe(before);
});

test('the last change is taken back as it was, and that too; not over the change of somebody else', async () => {
  await send({ do: 'lead', place: '1', story: id('quay') });
  const changed = text();
  const back = await send({ do: 'take back' });
  expect([back.status, text()]).toEqual([303, written]);
  expect(await shown(back.location.slice(at.length))).toMatch(/value="take back" autofocus/);
  await send({ do: 'take back' });
  expect(text()).toBe(changed);
  writeFileSync(file(), written);
  expect(await shown()).not.toContain('value="take back"');
  const late = await send({ do: 'take back' });
  expect([late.status, refused(late.page), text()]).toEqual([
    422,
    expect.stringContaining('nothing that could be taken back'),
    written,
  ]);
});

test.each([
  ['plan', 'en', 'a draft, which readers never see. Take “draft: true” out'],
  ['evening', 'ru', 'not there in Russian, only in English'],
  ['hoax', 'en', 'was withdrawn'],
  ['only', 'en', 'not there in English, only in Russian. Add it in Russian'],
  ['nothing', 'en', 'There is no such story.'],
  ['storm', 'en', 'leads here already'],
  ['ferry', 'ru', 'a pick here already'],
])('%s is not added in %s, and why is told', async (name, language, why) => {
  const { status, page } = await send({ do: 'add pick', story: id(name), language });
  expect([status, text()]).toEqual([422, written]);
  expect(refused(page)).toContain(why);
  expect(refused(page)).toContain('You asked to add as a pick: “');
});

test('a story to come is offered and may wait on a front; when it is due, and what readers see until then, is told', async () => {
  const until = 'It is not public before 26 November 2015, 22:00. Until then it is passed over.';
  const page = await shown();
  expect(page.split('<h2>Add a story</h2>')[1]).toContain(until);
  expect(rowsIn(await shown('?section=culture'), 'Add a story').join()).not.toContain('Evening');
  expect((await send({ do: 'add pick', story: id('evening') })).status).toBe(303);
  expect(text()).toBe(`${written}  - ${id('evening')}\n`);
  const [, planned = ''] = (await shown()).split('<h2>Picks</h2>');
  expect(rowsIn(`<h2>Picks</h2>${planned}`, 'Picks')).toContain('Evening: up, lead, remove');
  expect(planned).toContain(until);
});

test('a story is found by words of its headline and by its address; one that cannot be added says why', async () => {
  expect(rowsIn(await shown('?words=LIGHT'), 'Add a story')).toEqual(['Lighthouse: add pick, add lead']);
  expect(rowsIn(await shown(`?words=http://localhost/${id('old')}/`), 'Add a story')).toEqual([
    'Lighthouse: add pick, add lead',
  ]);
  const plan = await shown('?words=plan');
  expect([rowsIn(plan, 'Add a story'), plan]).toEqual([['A plan: '], expect.stringContaining('It is a draft')]);
  expect(await shown('?language=ru&words=plan')).toContain('No headline has “plan”.');
  expect(await shown('?words=whale%22')).toContain('No headline has “whale&quot;”.');
});

test('a section’s front and the order of the blocks are written, too; a file is begun with its schema', async () => {
  rmSync(file());
  await send({ do: 'add lead', story: id('quay'), section: 'culture' });
  const begun = `# yaml-language-server: $schema=../node_modules/broadsheet/schemas/front.json\nfronts:\n  - section: culture\n    lead: ${id('quay')}\n`;
  expect(text()).toBe(begun);
  const { location } = await send({ do: 'section up', block: 'culture' });
  expect(text()).toBe(begun.replace('fronts:', 'sections:\n  - culture\n  - world\nfronts:'));
  expect(await shown(location.slice(at.length))).toMatch(
    /value="section down" autofocus[^>]*>Move down<span class="hidden">: Culture/,
  );
  await send({ do: 'take back' });
  await send({ do: 'take back' });
  rmSync(file());
  await send({ do: 'add pick', story: id('old') });
  await send({ do: 'take back' });
  expect(existsSync(file())).toBe(false);
});

test('a broken file is shown with its Problem, and left as it is', async () => {
  const before = hashIn(await shown());
  const broken = `picks: [${id('old')}\nled: x\n`;
  writeFileSync(file(), broken);
  const page = await shown();
  expect(page).toContain('yaml/');
  expect(page).not.toContain('<form');
  expect((await send({ do: 'remove', place: 'lead', file: before })).status).toBe(409);
  expect((await send({ do: 'remove', place: 'lead', file: hash('sha256', broken) })).status).toBe(422);
  expect(text()).toBe(broken);
  rmSync(file());
  symlinkSync(join(room.content, 'site.yaml'), file());
  expect(await shown()).toContain('front.yaml is a link');
  expect((await send({ do: 'add lead', story: id('old'), file: '' })).status).toBe(422);
});

test('picks that no build would take can be moved away here', async () => {
  writeFileSync(file(), `lead: ${id('old')}\npicks:\n  - ${id('plan')}\n  - ${id('nothing')}\n`);
  const page = await shown();
  expect(rowsIn(page, 'Picks')).toEqual(['A plan: down, lead, remove', `${id('nothing')}: up, lead, remove`]);
  // What readers would see is that of the file, which no build takes.
  expect(rowsIn(page, 'Lead')).toEqual(['Lighthouse: pick, remove']);
  expect(page).toContain('nothing can be built while it is named here');
  await send({ do: 'remove', place: '1', story: id('nothing') });
  expect(text()).toBe(`lead: ${id('old')}\npicks:\n  - ${id('plan')}\n`);
});

test('a story whose file has problems is told of, and the rest is shown', async () => {
  room.write({ [`${day}/torn.md`]: titled('Torn', { section: 'sport' }) });
  const { status, page } = await send({ do: 'add pick', story: id('torn') });
  expect([status, text()]).toEqual([422, written]);
  expect(refused(page)).toContain(`${day}/torn.md has problems and could not be read. Mend it first.`);
  expect(page).toContain('Not read, since they have problems: ');
  expect(rowsIn(page, 'Lead')).toEqual(['Storm &amp; sea: pick, remove']);
  room.remove(`${day}/torn.md`);
});

test('no page of another site can change anything, nor a form that is none of ours', async () => {
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, {}] as Record<string, string>[])
    expect((await send({ do: 'remove', place: 'lead' }, headers)).status).toBe(403);
  expect((await send({ do: 'burn', place: 'lead' })).status).toBe(400);
  expect((await send({ do: 'remove', place: 'no' })).status).toBe(400);
  expect(text()).toBe(written);
});

test('where the site itself is broken, that is told', async () => {
  const before = hashIn(await shown());
  const site = readFileSync(join(room.content, 'site.yaml'), 'utf8');
  room.write({ 'site.yaml': 'title: [' });
  expect((await send({ do: 'remove', place: 'lead', file: before })).status).toBe(422);
  expect(text()).toBe(written);
  room.write({ 'site.yaml': site });
});
