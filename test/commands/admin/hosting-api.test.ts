/** What an editor saves is a commit on a branch; two at once are told of each other, and nobody's words are lost. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { git } from '../../../src/source/git.ts';
import { articleText } from '../../support/newsroom.ts';
import { branch, HostingRoom, inProject, path } from './hosting-room.ts';

let room: HostingRoom;

beforeEach(() => {
  room = new HostingRoom();
});

afterEach(() => room.newsroom.dispose());

test('a save is a commit by its editor on a branch; the files and the index of who works there stay as they are', async () => {
  const asItWas = () => [room.head('main'), room.status(), readFileSync(join(room.top, path), 'utf8')];
  const before = asItWas();
  await room.begin();
  expect(room.textAt(branch)).toBe('Ann’s words.\n');
  const said = git(room.top, ['log', '-1', '--format=%an <%ae> %s', branch]).toString();
  expect(said).toBe('Ann Lee <ann@paper.example> Save\n');
  expect(asItWas()).toEqual(before);
});

test('a picture is stored byte for byte beside its story', async () => {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0, 10, 13]);
  const file = 'content/articles/2015/11/26/ferry/quay.jpg';
  const actions = [{ action: 'create', file_path: file, content: bytes.toString('base64'), encoding: 'base64' }];
  const body = { branch, start_branch: 'main', commit_message: 'Picture', actions };
  await room.ask(room.ann, `POST ${inProject}/repository/commits`, body);
  const ref = encodeURIComponent(branch);
  const raw = await room.ask(room.ann, `GET ${inProject}/repository/files/${encodeURIComponent(file)}/raw?ref=${ref}`);
  expect(raw.bytes).toEqual(bytes);
});

test('who has not seen what somebody else saved last is told so, and both texts are in git', async () => {
  room = await HostingRoom.begun();
  await room.ask(room.tom, `GET ${inProject}/merge_requests?state=opened&labels=sveltia-cms%2Fdraft`);
  expect((await room.save(room.tom, 'Tom’s words.\n')).status).toBe(201);
  const refused = await room.save(room.ann, 'Ann’s other words.\n');
  const message = expect.stringMatching(/^Tom Reed has saved this text/);
  expect(refused).toMatchObject({ status: 409, json: { message } });
  expect(room.textAt(branch)).toBe('Tom’s words.\n');
  expect(room.textAt(`${branch}~1`)).toBe('Ann’s words.\n');
  const seen = git(room.top, ['rev-parse', `${branch}~1`])
    .toString()
    .trim();
  expect(await room.publish(room.ann, seen)).toMatchObject({ status: 409, json: { message } });
});

/** Both have seen what is saved. */
function seen(): void {
  for (const session of [room.ann, room.tom]) session.seen.set(branch, room.head(branch) ?? '');
}

const old = 'The road was closed on Friday.\n\nLorries wait at Lars.';

test('who would take back what somebody else saved last, as by a draft that was kept from before, is asked first', async () => {
  await room.begin(articleText({}, old));
  seen();
  expect((await room.save(room.tom, articleText({}, `Rain fell all night.\n\n${old}`))).status).toBe(201);
  seen();
  const kept = articleText({ summary: 'Ann has written this.' }, `${old}\n\nHotels are full.`);
  const message = expect.stringMatching(/^Nothing was saved yet: .* Tom Reed saved last, “Rain fell all night\.”\./);
  expect(await room.save(room.ann, kept)).toMatchObject({ status: 409, json: { message } });
  expect(room.textAt(branch)).toContain('Rain fell');
  expect((await room.save(room.ann, kept)).status).toBe(201);
  seen();
  const toms = kept.replace('\n\nLorries wait at Lars.', '');
  expect((await room.save(room.tom, toms)).status).toBe(201);
  seen();
  const told = (words: string) => ({ status: 409, json: { message: expect.stringContaining(`“${words}`) } });
  expect(await room.save(room.ann, kept)).toMatchObject(told('Lorries wait at Lars.”'));
  const summary = 'Half a metre of snow lies on the only road';
  expect((await room.save(room.tom, toms.replace('Ann has written this.', summary))).status).toBe(201);
  seen();
  const both = kept.replace('Ann has written this.', 'Hotels send guests home.');
  expect(await room.save(room.ann, both)).toMatchObject(told(`summary: "${summary}`));
});

test('nor is what was published since a page was opened taken back unasked', async () => {
  room.commitByHand({ 'articles/2015/11/26/ferry.md': articleText({}, old) });
  room.commitByHand({ 'articles/2015/11/26/ferry.md': articleText({}, `${old}\n\nThe mayor has resigned.`) });
  const message = expect.stringContaining('T saved last, “The mayor has resigned.”');
  const save = () => room.save(room.ann, articleText({ title: 'Snow' }, old), { isNew: true });
  expect(await save()).toMatchObject({ status: 409, json: { message } });
  expect(room.head(branch)).toBeUndefined();
  expect((await save()).status).toBe(201);
});

test('nobody is asked who writes on in what somebody else saved, takes back their own words, or writes front matter otherwise', async () => {
  await room.begin(articleText({}, old));
  seen();
  const tells = 'Rain fell all night, and the river rose';
  expect((await room.save(room.tom, articleText({}, `${tells}.\n\n${old}`))).status).toBe(201);
  expect((await room.save(room.tom, articleText({}, old))).status).toBe(201);
  expect((await room.save(room.tom, articleText({}, `${tells}.\n\n${old}`))).status).toBe(201);
  seen();
  const better = articleText({}, `${tells} by a metre.\n\n${old}`).replaceAll('"', "'");
  expect((await room.save(room.ann, better)).status).toBe(201);
  seen();
  const inFeet = better.replace('by a metre', 'by two feet').replaceAll("'", '');
  expect((await room.save(room.tom, inFeet)).status).toBe(201);
  seen();
  expect((await room.save(room.ann, inFeet.replace(/Rain .*/, 'The river is high.'))).status).toBe(201);
});

test('nothing but content is written or read', async () => {
  const paths = ['../x.md', 'package.json', 'content/.git/config', 'content/a/../../x.md', 'content/%2e%2e/\\x.md'];
  for (const file of [...paths, 'content//x.md', 'layouts/x.css', '/etc/passwd']) {
    expect((await room.save(room.ann, 'x', { isNew: true, file })).status, file).toBe(403);
    const raw = await room.ask(room.ann, `GET ${inProject}/repository/files/${encodeURIComponent(file)}/raw?ref=main`);
    expect(raw.status, file).toBe(404);
  }
  expect(room.head(branch)).toBeUndefined();
});

test('nothing is saved past a branch of its own', async () => {
  const before = git(room.top, ['for-each-ref']).toString();
  const names = [
    'main',
    'other',
    'cms/../main',
    'cms/x/a b',
    'cms/x/--force',
    'cms/x/x.lock',
    'cms/x/\nmain',
    'cms/x/@{-1}',
  ];
  for (const to of [...names, 'cms/', 'cms/x', 'cms/x/..', 'cms/x/a/b', 'cms/x/a..b', 'refs/heads/main'])
    expect((await room.save(room.ann, 'x', { to, isNew: true })).status, to).toBe(403);
  expect(git(room.top, ['for-each-ref']).toString()).toBe(before);
});

const day = 'content/articles/2015/11/27';
/** As the page saves a text for the first time. */
const begin = (name: string, file: string, to = `cms/stories-world/${name}`) =>
  room.save(room.ann, 'Ann’s words.\n', { to, isNew: room.head(to) === undefined, file, action: 'create' });

test('a text that has no title yet gets no made-up address that it would keep: who writes it is told what is missing', async () => {
  const refused = { status: 422, json: { message: expect.stringContaining('this text has no address') } };
  expect(await begin('aa74907295bb', `${day}/aa74907295bb.md`)).toMatchObject(refused);
  const dateless = 'content/articles/47fae4e2ffb1/b4534cfe8bd6/fe4eebd4f8bf/snow.md';
  expect(await begin('snow', dateless)).toMatchObject(refused);
  expect(await begin('0123456789ab', 'content/authors/0123456789ab.yaml')).toMatchObject(refused);
  expect((await begin('snow', `${day}/snow.md`)).status).toBe(201);
  expect((await begin('0123456789ab-ice', `${day}/0123456789ab-ice.md`)).status).toBe(201);
});

test('a text is never begun in the place of another one, published or not, or on its branch', async () => {
  const refused = (by: string) => ({ status: 409, json: { message: expect.stringContaining(`already, ${by}. Open`) } });
  expect(await begin('ferry', path)).toMatchObject(refused(path));
  expect((await begin('snow', `${day}/snow.md`)).status).toBe(201);
  const body = { title: 'Snow', source_branch: 'cms/stories-world/snow', labels: '' };
  await room.ask(room.ann, `POST ${inProject}/merge_requests`, body);
  for (const [file, branchOf] of [
    [`${day}/snow.md`],
    ['content/articles/2015/11/28/snow.md'],
    [`${day}/snow.md`, 'cms/stories-culture/snow'],
  ])
    expect(await begin('snow', file ?? '', branchOf)).toMatchObject(refused(`${day}/snow.md`));
  expect(git(room.top, ['rev-list', '--count', 'main..cms/stories-world/snow']).toString()).toBe('1\n');
  expect((await begin('snow', `${day}/snow.ru.md`)).status).toBe(201);
  expect((await begin('snow', `${day}/snow/quay.jpg`)).status).toBe(201);
});

test('what is not known is not answered', async () => {
  expect((await room.ask(room.ann, `DELETE ${inProject}/repository/branches/main`)).status).toBe(404);
  expect((await room.ask(room.ann, `GET ${inProject}/members`)).status).toBe(404);
  expect((await room.ask(room.ann, `GET ${inProject}/repository/branches/%E0%A4%A`)).status).toBe(404);
  expect((await room.ask(room.ann, 'POST graphql', { query: 'query { users { id } }' })).json).toMatchObject({
    errors: [{ message: expect.stringContaining('alone') }],
  });
});

test('the editor’s queries list the content alone, and read texts in their order', async () => {
  writeFileSync(join(room.top, 'secret.txt'), 'x');
  room.newsroom.git('add', 'secret.txt');
  room.newsroom.git('commit', '-qm', 'Secret');
  const list = { query: 'blobs(after: $cursor)', variables: { branch: 'main' } };
  const listed = JSON.stringify((await room.ask(room.ann, 'POST graphql', list)).json);
  expect(listed).toContain(path);
  expect(listed).not.toContain('secret');
  const paths = [path, 'content/site.yaml'];
  const read = { query: 'blobs(ref: $branch, paths: $paths)', variables: { paths: [...paths, 'secret.txt'] } };
  expect((await room.ask(room.ann, 'POST graphql', read)).json).toMatchObject({
    data: { project: { repository: { blobs: { nodes: paths.map((each) => ({ path: each })) } } } },
  });
});

test('a request is put into another state, and closed', async () => {
  room = await HostingRoom.begun();
  const one = `${inProject}/merge_requests/1`;
  const body = { title: 'Ferry', add_labels: 'sveltia-cms/pending_publish', remove_labels: 'sveltia-cms/draft' };
  const changed = { title: 'Ferry', labels: ['sveltia-cms/pending_publish'] };
  expect(await room.ask(room.tom, `PUT ${one}`, body)).toMatchObject({ json: changed });
  expect((await room.ask(room.tom, `GET ${one}/diffs`)).json).toMatchObject([{ new_path: path, deleted_file: false }]);
  expect(await room.ask(room.tom, `PUT ${one}`, { state_event: 'close' })).toMatchObject({ json: { state: 'closed' } });
  const gone = await room.ask(room.tom, `DELETE ${inProject}/repository/branches/${encodeURIComponent(branch)}`);
  expect([gone.status, room.head(branch), room.requests.all()]).toEqual([204, undefined, []]);
});
