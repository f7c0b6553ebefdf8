/** What an editor saves is a commit on a branch, what they publish a merge; two at once are told of each other, and nobody's words are lost. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Branches } from '../../../src/commands/admin/branches.ts';
import {
  answerHosting,
  type Hosting,
  project,
  type Reply,
  type Session,
} from '../../../src/commands/admin/hosting-api.ts';
import { Requests } from '../../../src/commands/admin/requests.ts';
import { git } from '../../../src/source/git.ts';
import { articleText, Newsroom } from '../../support/newsroom.ts';

const path = 'content/articles/2015/11/26/ferry.md';
const branch = 'cms/stories-world/2015%2F11%2F26%2Fferry';
const in_ = `v4/projects/${encodeURIComponent(project)}`;
let room: Newsroom;
let top: string;
let hosting: Hosting;
let ann: Session;
let tom: Session;

beforeEach(() => {
  room = new Newsroom({ files: { 'articles/2015/11/26/ferry.md': articleText() } });
  top = room.folder;
  room.commit();
  git(top, ['checkout', '-q', '-B', 'main']);
  const now = () => new Date('2015-11-26T09:00:00Z');
  hosting = { branches: new Branches(top, 'main', 'content'), requests: new Requests(top), now };
  ann = { person: { name: 'Ann Lee', email: 'ann@paper.example' }, seen: new Map() };
  tom = { person: { name: 'Tom Reed', email: '' }, seen: new Map() };
});

afterEach(() => room.dispose());

function ask(session: Session, line: string, body: unknown = null): Reply {
  const [method = '', address = ''] = line.split(' ');
  const [below = '', search = ''] = address.split('?');
  return answerHosting({ method, path: below, query: new URLSearchParams(search), body, session }, hosting);
}

function save(session: Session, content: string, isNew = false, file = path): Reply {
  const actions = [{ action: 'update', file_path: file, content, encoding: 'text' }];
  const start = isNew ? { start_branch: 'main' } : {};
  return ask(session, `POST ${in_}/repository/commits`, { branch, commit_message: 'Save', actions, ...start });
}

function begin(session: Session, content = 'Ann’s words.\n'): void {
  expect(save(session, content, true).status).toBe(201);
  const body = { title: 'Draft: Ferry', source_branch: branch, labels: 'sveltia-cms/draft' };
  expect(ask(session, `POST ${in_}/merge_requests`, body)).toMatchObject({ status: 201, json: { iid: 1 } });
}

const textAt = (commit: string) => git(top, ['show', `${commit}:${path}`]).toString();
const head = (of: string) => hosting.branches.head(of);
const publish = (session: Session, sha = head(branch)) =>
  ask(session, `PUT ${in_}/merge_requests/1/merge`, { sha, merge_commit_message: 'Ferry' });

test('a save is a commit by its editor on a branch; the files and the index of who works there stay as they are', () => {
  const before = [head('main'), git(top, ['status', '--porcelain']).toString(), readFileSync(join(top, path), 'utf8')];
  begin(ann);
  expect(textAt(branch)).toBe('Ann’s words.\n');
  expect(git(top, ['log', '-1', '--format=%an <%ae> %s', branch]).toString()).toBe(
    'Ann Lee <ann@paper.example> Save\n',
  );
  expect([head('main'), git(top, ['status', '--porcelain']).toString(), readFileSync(join(top, path), 'utf8')]).toEqual(
    before,
  );
});

test('a picture is stored byte for byte beside its story', () => {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0, 10, 13]);
  const file = 'content/articles/2015/11/26/ferry/quay.jpg';
  const actions = [{ action: 'create', file_path: file, content: bytes.toString('base64'), encoding: 'base64' }];
  ask(ann, `POST ${in_}/repository/commits`, { branch, start_branch: 'main', commit_message: 'Picture', actions });
  const ref = encodeURIComponent(branch);
  const raw = ask(ann, `GET ${in_}/repository/files/${encodeURIComponent(file)}/raw?ref=${ref}`);
  expect(raw.bytes).toEqual(bytes);
});

test('who has not seen what somebody else saved last is told so, and both texts are in git', () => {
  begin(ann);
  ask(tom, `GET ${in_}/merge_requests?state=opened&labels=sveltia-cms%2Fdraft`);
  expect(save(tom, 'Tom’s words.\n').status).toBe(201);
  const refused = save(ann, 'Ann’s other words.\n');
  expect(refused).toMatchObject({
    status: 409,
    json: { message: expect.stringMatching(/^Tom Reed has saved this text/) },
  });
  expect(textAt(branch)).toBe('Tom’s words.\n');
  expect(textAt(`${branch}~1`)).toBe('Ann’s words.\n');
  expect(
    publish(
      ann,
      head(`${branch}~1`) ??
        git(top, ['rev-parse', `${branch}~1`])
          .toString()
          .trim(),
    ).status,
  ).toBe(409);
});

test('to publish is to merge: the branch and its request are gone, and a clean working tree follows', () => {
  begin(ann);
  expect(publish(ann)).toMatchObject({ status: 200, json: { state: 'merged' } });
  expect(textAt('main')).toBe('Ann’s words.\n');
  expect(readFileSync(join(top, path), 'utf8')).toBe('Ann’s words.\n');
  expect(git(top, ['status', '--porcelain']).toString()).toBe('');
  expect(git(top, ['log', '-1', '--format=%P', 'main']).toString().trim().split(' ')).toHaveLength(2);
  expect([head(branch), hosting.requests.all()]).toEqual([undefined, []]);
});

test('what somebody is changing in the folder is never written over: nothing is published then', () => {
  begin(ann);
  const before = head('main');
  writeFileSync(join(top, path), 'Not committed.\n');
  expect(publish(ann)).toMatchObject({
    status: 409,
    json: { message: expect.stringContaining('Nothing was published') },
  });
  expect([head('main'), readFileSync(join(top, path), 'utf8')]).toEqual([before, 'Not committed.\n']);
  expect(textAt(branch)).toBe('Ann’s words.\n');
});

test('a conflict is told by its files, and both texts stay', () => {
  begin(ann);
  room.write({ 'articles/2015/11/26/ferry.md': 'Published meanwhile.\n' });
  room.commit();
  expect(ask(ann, `GET ${in_}/merge_requests/1`)).toMatchObject({ json: { detailed_merge_status: 'conflict' } });
  expect(publish(ann)).toMatchObject({ status: 405, json: { message: expect.stringContaining(path) } });
  expect([textAt('main'), textAt(branch)]).toEqual(['Published meanwhile.\n', 'Ann’s words.\n']);
});

test.each(['../x.md', 'package.json', 'content/.git/config', 'content/a/../../x.md', 'content//x.md', 'layouts/x.css'])(
  'nothing but content is written: %s',
  (file) => expect(save(ann, 'x', true, file).status).toBe(403),
);

test('nothing is saved past a branch of its own, and what is not known is not answered', () => {
  const actions = [{ action: 'update', file_path: path, content: 'x' }];
  for (const to of ['main', 'other'])
    expect(ask(ann, `POST ${in_}/repository/commits`, { branch: to, commit_message: 'x', actions }).status).toBe(403);
  expect(ask(ann, `DELETE ${in_}/repository/branches/main`).status).toBe(404);
  expect(ask(ann, `GET ${in_}/members`).status).toBe(404);
  expect(ask(ann, 'POST graphql', { query: 'query { users { id } }' }).json).toMatchObject({
    errors: [{ message: expect.stringContaining('alone') }],
  });
});

test('the editor’s queries list the content alone, and read texts in their order', () => {
  writeFileSync(join(top, 'secret.txt'), 'x');
  git(top, ['add', 'secret.txt']);
  git(top, ['commit', '-qm', 'Secret']);
  const listed = ask(ann, 'POST graphql', { query: 'blobs(after: $cursor)', variables: { branch: 'main' } });
  expect(JSON.stringify(listed.json)).toContain(path);
  expect(JSON.stringify(listed.json)).not.toContain('secret');
  const paths = [path, 'content/site.yaml'];
  const read = ask(ann, 'POST graphql', { query: 'blobs(ref: $branch, paths: $paths)', variables: { paths } });
  expect(read.json).toMatchObject({
    data: { project: { repository: { blobs: { nodes: paths.map((each) => ({ path: each })) } } } },
  });
});

test('a request is put into another state, and closed', () => {
  begin(ann);
  const one = `${in_}/merge_requests/1`;
  const body = { title: 'Ferry', add_labels: 'sveltia-cms/pending_publish', remove_labels: 'sveltia-cms/draft' };
  expect(ask(tom, `PUT ${one}`, body)).toMatchObject({
    json: { title: 'Ferry', labels: ['sveltia-cms/pending_publish'] },
  });
  expect(ask(tom, `GET ${one}/diffs`).json).toMatchObject([{ new_path: path, deleted_file: false }]);
  expect(ask(tom, `PUT ${one}`, { state_event: 'close' })).toMatchObject({ json: { state: 'closed' } });
  expect(ask(tom, `DELETE ${in_}/repository/branches/${encodeURIComponent(branch)}`).status).toBe(204);
  expect([head(branch), hosting.requests.all()]).toEqual([undefined, []]);
});
