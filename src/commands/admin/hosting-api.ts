/**
 * The part of GitLab’s API that Sveltia CMS 0.221.1 asks (https://docs.gitlab.com/api/rest/), over the newsroom’s own
 * repository. What is not here is answered with 404, and a query that is not known with an error: nothing is made up.
 */
import { decodedPath } from '../../content/spelling.ts';
import { type Branches, isOfEditor } from './branches.ts';
import { answerQuery } from './hosting-queries.ts';
import type { Check } from './merged-check.ts';
import { refuseNames } from './new-texts.ts';
import { publishBranch, savedByOther } from './publishing.ts';
import { Refused } from './refused.ts';
import type { PublishRequest, Requests } from './requests.ts';
import { type Action, changesOf, type Person, pathsOf, type Signed } from './saved-files.ts';
import { takenBack, toBeAsked } from './taken-back.ts';

/** One page that somebody has opened: what it has read of each branch, and the commit of whose words it was asked whether they are to go. */
export type Session = { person: Person; seen: Map<string, string>; asked?: string };

export type Asked = { method: string; path: string; query: URLSearchParams; body: unknown; session: Session };

/** `json` or `bytes`. */
export type Reply = { status: number; json?: unknown; bytes?: Uint8Array };

export type Hosting = { branches: Branches; requests: Requests; check: Check; now(): Date };

export const project = 'newsroom/content';

type Route = (asked: Asked & { rest: string[] }, hosting: Hosting) => Reply | Promise<Reply>;

const id = encodeURIComponent(project);

/** By method and address; what stands for `*` is in `rest`. */
const routes: readonly (readonly [method: string, path: string, route: Route])[] = [
  ['POST', 'graphql', ({ body, session }, { branches }) => answerQuery(body, session, branches)],
  ['GET', 'v4/user', ({ session: { person } }) => ok({ id: 1, ...personAsUser(person), email: person.email })],
  ['GET', `v4/projects/${id}/users`, ({ session: { person } }) => ok([{ id: 1, ...personAsUser(person) }])],
  ['GET', `v4/projects/${id}/deployments`, () => ok([])],
  ['GET', `v4/projects/${id}/repository/commits/*/statuses`, () => ok([previewStatus])],
  ['GET', `v4/projects/${id}/repository/commits`, listCommits],
  ['POST', `v4/projects/${id}/repository/commits`, makeCommit],
  ['GET', `v4/projects/${id}/repository/branches/*`, readBranch],
  ['DELETE', `v4/projects/${id}/repository/branches/*`, removeBranch],
  ['GET', `v4/projects/${id}/repository/files/*/raw`, readFile],
  ['GET', `v4/projects/${id}/merge_requests`, listRequests],
  ['POST', `v4/projects/${id}/merge_requests`, addRequest],
  ['GET', `v4/projects/${id}/merge_requests/*`, readRequest],
  ['PUT', `v4/projects/${id}/merge_requests/*`, changeRequest],
  ['GET', `v4/projects/${id}/merge_requests/*/diffs`, listChanges],
  ['PUT', `v4/projects/${id}/merge_requests/*/merge`, publish],
];

/** `path`: what follows `/api/`. */
export async function answerHosting(asked: Asked, hosting: Hosting): Promise<Reply> {
  for (const [method, path, route] of routes) {
    const rest = method === asked.method ? matched(path, asked.path) : undefined;
    if (rest) return await tryRoute(async () => route({ ...asked, rest }, hosting));
  }
  return { status: 404, json: { message: `This server does not answer ${asked.method} ${asked.path}.` } };
}

/** What people are to be told is told by the page, since Sveltia CMS says of any refusal that something failed. */
async function tryRoute(route: () => Promise<Reply>): Promise<Reply> {
  try {
    return await route();
  } catch (error) {
    if (error instanceof Refused) return { status: error.status, json: { message: error.message } };
    throw error;
  }
}

function matched(pattern: string, path: string): string[] | undefined {
  const [parts, names] = [pattern.split('/'), path.split('/')];
  if (parts.length !== names.length) return undefined;
  const rest: string[] = [];
  for (const [index, part] of parts.entries()) {
    const name = names[index] ?? '';
    const decoded = part === '*' ? decodedPath(name) : '';
    if (decoded === undefined || (part !== '*' && part !== name)) return undefined;
    if (part === '*') rest.push(decoded);
  }
  return rest;
}

/** What is saved can be looked at from then on: the link of a story leads there by itself (`preview_path`). */
const previewStatus = { name: 'Preview', status: 'success', target_url: null, description: null };

const ok = (json: unknown): Reply => ({ status: 200, json });

function personAsUser({ name }: Person) {
  return { name, username: name, avatar_url: null, web_url: '' };
}

function headOf(branch: string, { branches }: Hosting): string {
  const head = branches.head(branch);
  if (head === undefined) throw new Refused(404, `There is no branch “${branch}”.`);
  return head;
}

function listCommits({ query }: Asked, hosting: Hosting): Reply {
  const head = headOf(query.get('ref_name') || hosting.branches.target, hosting);
  const commits = hosting.branches.history(head, query.get('path') ?? undefined, 100);
  return ok(
    commits.map(({ id, message, author, seconds }) => {
      const date = new Date(seconds * 1000).toISOString();
      return { id, message, author_name: author.name, author_email: author.email, committed_date: date };
    }),
  );
}

function makeCommit({ body, session }: Asked, hosting: Hosting): Reply {
  const { branch, start_branch, commit_message: message, actions } = body as ToSave;
  const { branches } = hosting;
  if (branch === branches.target || !isOfEditor(branch))
    throw new Refused(403, 'A text is saved on a branch of its own, and published from there.');
  const end = branches.head(branch);
  if (start_branch !== undefined && end !== undefined)
    throw new Refused(400, 'A branch of this name is there already.');
  const from = end ?? headOf(start_branch ?? branch, hosting);
  if (end !== undefined && session.seen.get(branch) !== end) throw new Refused(409, savedByOther(branches, end));
  refuseNames({ actions, branch, from }, branches, hosting.requests);
  const changes = changesOf(actions, branches.read(from, pathsOf(actions)));
  const undone = session.asked === from ? undefined : takenBack(changes, from, session.person.name, branches);
  if (undone) {
    session.asked = from;
    throw new Refused(409, toBeAsked(undone));
  }
  const saved = { changes, ...signedBy(session, message, hosting) };
  const commit = branches.commit(branch, { from, isNew: end === undefined }, saved);
  session.seen.set(branch, commit);
  return { status: 201, json: { id: commit, committed_date: hosting.now().toISOString() } };
}

type ToSave = { branch: string; start_branch?: string; commit_message: string; actions: Action[] };
function signedBy({ person }: Session, message: string, hosting: Hosting): Signed {
  return { message, author: person, seconds: Math.floor(hosting.now().getTime() / 1000) };
}

function readBranch({ rest: [branch = ''] }: { rest: string[] }, hosting: Hosting): Reply {
  const head = headOf(branch, hosting);
  const [last] = hosting.branches.history(head);
  return ok({ name: branch, commit: { id: head, message: last?.message } });
}

function removeBranch({ rest: [branch = ''], session }: Asked & { rest: string[] }, { branches }: Hosting): Reply {
  const head = branches.head(branch);
  if (!isOfEditor(branch) || head === undefined) throw new Refused(404, `There is no branch “${branch}”.`);
  session.seen.delete(branch);
  branches.remove(branch);
  return { status: 204 };
}

function readFile({ rest: [path = ''], query }: Asked & { rest: string[] }, hosting: Hosting): Reply {
  const head = headOf(query.get('ref') || hosting.branches.target, hosting);
  const [file] = hosting.branches.read(head, [path]);
  if (!file) throw new Refused(404, `There is no file “${path}”.`);
  return { status: 200, bytes: file.bytes };
}

function listRequests({ query, session }: Asked, hosting: Hosting): Reply {
  const label = query.get('labels');
  const branch = query.get('source_branch');
  const asked = hosting.requests
    .all()
    .filter((each) => (label === null || each.labels.includes(label)) && (branch === null || each.branch === branch))
    .filter((each) => hosting.branches.head(each.branch) !== undefined);
  if (branch === null)
    for (const each of asked) session.seen.set(each.branch, hosting.branches.head(each.branch) ?? '');
  return ok(asked.map((each) => asMergeRequest(each, hosting)));
}

function addRequest({ body, session }: Asked, hosting: Hosting): Reply {
  const { title, source_branch: branch, labels } = body as { title: string; source_branch: string; labels: string };
  headOf(branch, hosting);
  const at = hosting.now().toISOString();
  const author = session.person;
  const written = { branch, title, labels: labels.split(','), author, created: at, updated: at };
  return { status: 201, json: asMergeRequest(hosting.requests.add(written), hosting) };
}

function requestIn({ rest: [number] }: { rest: string[] }, { requests }: Hosting): PublishRequest {
  return requests.get(Number(number));
}

function readRequest(asked: Asked & { rest: string[] }, hosting: Hosting): Reply {
  return ok(asMergeRequest(requestIn(asked, hosting), hosting));
}

function changeRequest(asked: Asked & { rest: string[] }, hosting: Hosting): Reply {
  const request = requestIn(asked, hosting);
  const body = asked.body as { title?: string; add_labels?: string; remove_labels?: string; state_event?: string };
  if (body.state_event === 'close') {
    hosting.requests.remove(request.number);
    return ok({ ...asMergeRequest(request, hosting), state: 'closed' });
  }
  const without = new Set(body.remove_labels?.split(','));
  const labels = [...request.labels.filter((label) => !without.has(label)), ...(body.add_labels?.split(',') ?? [])];
  const changed = {
    ...request,
    title: body.title ?? request.title,
    labels: [...new Set(labels)],
    updated: hosting.now().toISOString(),
  };
  hosting.requests.put(changed);
  return ok(asMergeRequest(changed, hosting));
}

function listChanges(asked: Asked & { rest: string[] }, hosting: Hosting): Reply {
  const { branch } = requestIn(asked, hosting);
  headOf(branch, hosting);
  return ok(
    hosting.branches.changed(branch).map(({ path, isGone }) => ({
      old_path: path,
      new_path: path,
      deleted_file: isGone,
      renamed_file: false,
    })),
  );
}

async function publish(asked: Asked & { rest: string[] }, hosting: Hosting): Promise<Reply> {
  const { branches, requests, check } = hosting;
  const request = requestIn(asked, hosting);
  const { sha: seen, merge_commit_message: message = request.title } = asked.body as Record<string, string | undefined>;
  const { branch } = request;
  const by = signedBy(asked.session, message, hosting);
  const commit = await publishBranch({ branch, seen, by }, branches, check);
  requests.remove(request.number);
  return ok({ iid: request.number, state: 'merged', merge_commit_sha: commit });
}

function asMergeRequest(request: PublishRequest, { branches }: Hosting) {
  const head = branches.head(request.branch);
  const canMerge = head !== undefined && branches.conflicts(request.branch).length === 0;
  return {
    id: request.number,
    iid: request.number,
    title: request.title,
    state: 'opened',
    labels: request.labels,
    source_branch: request.branch,
    target_branch: branches.target,
    sha: head,
    author: { id: 1, ...personAsUser(request.author) },
    created_at: request.created,
    updated_at: request.updated,
    detailed_merge_status: canMerge ? 'mergeable' : 'conflict',
    web_url: '',
  };
}
