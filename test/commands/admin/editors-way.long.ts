/** From a save to what readers get, through the API alone, with the newsroom’s own builds and checks. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from '../../../src/commands/admin/editor.ts';
import { tokenHeader } from '../../../src/commands/admin/editor-page.ts';
import { checkIn } from '../../../src/commands/admin/merged-check.ts';
import { SavedPreviews } from '../../../src/commands/admin/saved-previews.ts';
import { type LocalServer, serveLocally } from '../../../src/commands/local-server.ts';
import { git } from '../../../src/source/git.ts';
import { articleText, Newsroom } from '../../support/newsroom.ts';
import { inProject } from './hosting-room.ts';

const ferry = '/2015/11/26/ferry/';
let room: Newsroom;
let server: LocalServer;

beforeAll(async () => {
  room = new Newsroom({ files: { 'articles/2015/11/26/ferry.md': articleText() } }).commit();
  git(room.folder, ['checkout', '-q', '-B', 'main']);
  const newsroom = { root: room.folder, call: (name: string) => name };
  const { content, out } = room;
  const editor = new Editor({
    ...{ newsroom, content, out },
    saved: new SavedPreviews({ args: ['--newsroom', room.folder], cache: join(room.cache, 'saved'), most: 1 }),
    check: checkIn({ newsroom: room.folder, content, args: [], cache: join(room.cache, 'check') }),
    personOf: () => ({ name: 'Ann Lee', email: 'ann@paper.example' }),
  });
  server = await serveLocally(out, 18681, undefined, { answer: (asked) => editor.answer(asked) });
});

afterAll(() => {
  server.close();
  room.dispose();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://localhost:${server.port}${path}`, { redirect: 'manual', ...init });

async function openPage(): Promise<(line: string, body?: unknown) => Promise<Response>> {
  const token = /"token":"([\w-]{32})"/.exec(await (await ask('/.admin/')).text())?.[1] ?? '';
  return (line, body) => {
    const [method = '', path = ''] = line.split(' ');
    const headers = { [tokenHeader]: token };
    return ask(`/.admin/api/${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
}

test('a story is saved, seen with its Problem, not published, mended, seen, and published', async () => {
  const api = await openPage();
  const save = (text: string, start?: string) => {
    const actions = [{ action: 'update', file_path: 'content/articles/2015/11/26/ferry.md', content: text }];
    return api(`POST ${inProject}/repository/commits`, {
      branch: 'cms/stories-world/ferry',
      start_branch: start,
      commit_message: 'Ferry',
      actions,
    });
  };
  expect((await save(articleText({ title: 'The ferry sails' }, 'To be asked: TKTK'), 'main')).status).toBe(201);
  const asked = { title: 'Ferry', source_branch: 'cms/stories-world/ferry', labels: 'sveltia-cms/pending_publish' };
  await api(`POST ${inProject}/merge_requests`, asked);
  const { headers } = await ask(`/.saved${ferry}`);
  expect(headers.get('location')).toBe(`/.saved-1${ferry}`);
  const saved = await (await ask(`/.saved-1${ferry}`)).text();
  expect(saved).toMatch(/content\/to-be-written/);
  expect(saved).toContain('You see the site with “2015/11/26/ferry” as');
  const publish = () => api(`PUT ${inProject}/merge_requests/1/merge`, { merge_commit_message: 'Ferry' });
  const refused = await publish();
  expect([refused.status, ((await refused.json()) as { message: string }).message]).toEqual([
    422,
    expect.stringMatching(
      /^Nothing was published, .* line 9 of content\/articles\/2015\/11\/26\/ferry\.md\. .*TKTK.* What you saved is kept\.$/,
    ),
  ]);
  expect((await save(articleText({ title: 'The ferry sails' }))).status).toBe(201);
  expect((await publish()).status).toBe(200);
  expect(git(room.folder, ['show', 'main:content/articles/2015/11/26/ferry.md']).toString()).toContain(
    'The ferry sails',
  );
  expect((await ask(`/.saved-1${ferry}`)).headers.get('location')).toBe(ferry);
});
