/** What the server of `npm start` answers to editors: the page, its files, the API behind it, and the site as they have saved it. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { defaultLanguage, textIn } from '../../content/names.ts';
import { contentPath } from '../../content/paths.ts';
import { editorBlocks } from '../../desk/editor/blocks.ts';
import { engineFile } from '../../engine-files.ts';
import { tryGit } from '../../source/git.ts';
import { findRepository } from '../../source/repository.ts';
import { modes } from '../../source/source.ts';
import { editorUrl } from '../desk-links.ts';
import { type Answer, sentence } from '../local-answers.ts';
import type { Newsroom } from '../newsroom.ts';
import { readSite } from '../read-site.ts';
import { urlOfFile } from '../told-problems.ts';
import { Branches, lineOf } from './branches.ts';
import { editorFile, editorPackage, filesUrl, packageFolder } from './editor-files.ts';
import { editorPage, tokenHeader, tooMuch } from './editor-page.ts';
import { answerHosting, type Hosting, project, type Session } from './hosting-api.ts';
import type { Check } from './merged-check.ts';
import { newsroomForms } from './newsroom-forms.ts';
import { type PublishRequest, Requests } from './requests.ts';
import type { Person } from './saved-files.ts';
import { type Saved, type SavedPreviews, savedAt, savedBelow } from './saved-previews.ts';

const api = '/.admin/api';
const mostSessions = 1000;
/** One picture as large as it may be, and more: they come as text, four letters for three bytes. */
const mostBytes = 100 * 1024 ** 2;

/** Where editors look for a page as it is saved; they are sent on to the text that changes it. */
const savedUrl = '/.saved/';

type Room = {
  newsroom: Newsroom;
  content: string;
  /** Where the preview’s pages are. */
  out: string;
  saved: SavedPreviews;
  check: Check;
  /** Who asks; undefined of a request that says nobody. */
  personOf(request: IncomingMessage): Person | undefined;
  /** Windows are told that their pages may be others. */
  tellChange?(): Promise<void>;
};

export class Editor {
  readonly #room: Room;
  readonly #sessions = new Map<string, Session>();

  constructor(room: Room) {
    this.#room = room;
  }

  /** Undefined of a request for something else. The caller has seen to it that it comes from a page of this server. */
  async answer(request: IncomingMessage): Promise<Answer | undefined> {
    const { method = '', url = '' } = request;
    const [path = ''] = url.split('?');
    if (/^\/admin\/?$/.test(path) && !existsSync(join(this.#room.out, 'admin/index.html')))
      return { status: 302, headers: { location: editorUrl }, body: '' };
    const saved = savedAt(url);
    try {
      if (saved) return await this.#showSaved(saved, method);
      if (path.startsWith(savedUrl)) return this.#findSaved(path.slice(savedUrl.length - 1));
      if (!path.startsWith(editorUrl)) return undefined;
      if (path.startsWith(`${api}/`)) return await this.#answerApi(request);
      if (method !== 'GET' && method !== 'HEAD') return sentence(405, 'This page is only shown.');
      if (path.startsWith(filesUrl)) return editorFile(path.slice(filesUrl.length)) ?? sentence(404, 'Not found.');
      return path === editorUrl ? this.#page(request) : sentence(404, 'Not found.');
    } catch (error) {
      return sentence(500, (error as Error).message);
    }
  }

  /** What windows are to know of an address; undefined of one that the site answers. */
  stateAt(url: string): { state: string | undefined } | undefined {
    const saved = savedAt(url);
    return saved && { state: this.#room.saved.stateAt(saved.number, saved.address) };
  }

  #page(request: IncomingMessage): Answer {
    const missing = packageFolder(editorPackage) === undefined;
    if (missing) return sentence(501, `The editor is not installed here: ${installCommand()}`);
    const hosting = this.#hosting();
    if (!hosting)
      return sentence(501, 'The editor saves with git, and the content lies in no repository with a commit.');
    const { newsroom, content, personOf } = this.#room;
    const person = personOf(request);
    if (!person) return sentence(401, nobodyTold);
    const site = readSite(content, newsroom.root);
    const configuration = newsroomForms({
      backend: { name: 'gitlab', repo: project, branch: hosting.branches.target, auth_methods: ['token'] },
      pagesBelow: savedUrl.slice(1),
      ...{ content, site, now: Date.now() },
    });
    const token = randomBytes(24).toString('base64url');
    if (this.#sessions.size >= mostSessions) this.#sessions.delete([...this.#sessions.keys()][0] ?? '');
    this.#sessions.set(token, { person, seen: new Map() });
    const title = textIn(site.title, defaultLanguage(site), site.languages);
    return editorPage({ title, configuration, blocks: editorBlocks(), token, api });
  }

  /** To the text that was saved last of those that change a page; to the page as it is where there is none. */
  #findSaved(url: string): Answer {
    const { newsroom, content } = this.#room;
    const hosting = this.#hosting();
    const site = readSite(content, newsroom.root);
    const isOf = ({ branch }: PublishRequest) =>
      hosting?.branches.changed(branch).some(({ path }) => urlOfFile(hosting.branches.inContent(path), site) === url);
    const [last] = (hosting?.requests.all() ?? [])
      .filter((each) => hosting?.branches.head(each.branch) !== undefined && isOf(each))
      .sort((a, b) => b.updated.localeCompare(a.updated));
    return { status: 302, headers: { location: last ? savedBelow(last.number) + url : url }, body: '' };
  }

  async #showSaved({ number, address }: { number: number; address: string }, method: string): Promise<Answer> {
    const part = this.#room.saved.partAtHand(method, number, address);
    if (part) return part;
    const saved = this.#savedOf(number);
    if (!saved) return { status: 302, headers: { location: address }, body: '' };
    return await this.#room.saved.answer(method, address, saved);
  }

  /** As readers would have it now; undefined of what was published or discarded. */
  #savedOf(number: number): Saved | undefined {
    const hosting = this.#hosting();
    const request = hosting?.requests.all().find((each) => each.number === number);
    if (!hosting || !request || hosting.branches.head(request.branch) === undefined) return undefined;
    const { branches } = hosting;
    const { branch } = request;
    const merged = branches.merged(branch);
    const head = branches.head(branch) ?? '';
    const [last] = branches.history(head);
    const [, collection = ''] = branch.split('/');
    const name = nameOf(branches.changed(branch).map(({ path }) => branches.inContent(path)));
    const note = `You see the site with “${name}” as ${last?.author.name} saved it last. It is not published.`;
    const alone = ' Somebody has published another text of the same place, which is not here.';
    return {
      number,
      commit: 'commit' in merged ? merged.commit : head,
      note: 'commit' in merged ? note : note + alone,
      editor: `${editorUrl}#/collections/${collection}/entries/${name}`,
    };
  }

  async #answerApi(request: IncomingMessage): Promise<Answer> {
    const { method = '', url = '', headers } = request;
    const session = this.#sessions.get(String(headers[tokenHeader]));
    const person = this.#room.personOf(request);
    if (!session || person?.name !== session.person.name || person.email !== session.person.email)
      return json(401, {
        message:
          'Nothing was saved: this page is older than the server, or you are signed in as somebody else. Copy what you wrote, load the page anew, and choose “Restore” where it offers that.',
      });
    const { pathname, searchParams: query } = new URL(url, 'http://localhost');
    const body = await readJson(request);
    if (body === undefined) return json(413, { message: tooMuch });
    const hosting = this.#hosting();
    if (!hosting) return json(404, { message: 'The content lies in no repository.' });
    const asked = { method, path: pathname.slice(api.length + 1), query, body, session };
    const reply = await answerHosting(asked, hosting);
    if (method !== 'GET') this.#follow().catch(() => undefined); // whoever looks is told why
    if (reply.bytes) return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: reply.bytes };
    return reply.status === 204 ? { status: 204, headers: {}, body: '' } : json(reply.status, reply.json);
  }

  /** Windows on what is saved show it after each save. */
  async #follow(): Promise<void> {
    const { saved, tellChange } = this.#room;
    const texts = saved.held().flatMap((number) => this.#savedOf(number) ?? []);
    await Promise.all(texts.map((each) => saved.follow(each)));
    if (texts.length > 0) await tellChange?.();
  }

  /** Undefined outside git, and before there is a first commit. */
  #hosting(): Hosting | undefined {
    const repository = findRepository(this.#room.content);
    if (!repository) return undefined;
    const { top, below } = repository;
    const head = tryGit(top, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
    const branches = new Branches(top, head.status === 0 ? lineOf(head.stdout) : 'main', below);
    if (branches.head(branches.target) === undefined) return undefined;
    return { branches, requests: new Requests(top), check: this.#room.check, now: () => new Date() };
  }
}

/** Of the first text among some files, as the editor has it: `2015/11/26/ferry`, `about`. */
function nameOf(paths: readonly string[]): string {
  for (const path of paths) {
    const content = contentPath(path, modes.file);
    if (!content || 'code' in content) continue;
    if ('story' in content) return content.story;
    return 'id' in content ? content.id : content.kind;
  }
  return 'nothing';
}

const nobodyTold = 'The proxy in front of this server does not say who you are.';

function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** Null where nothing was sent; undefined where it was too much, or is no JSON. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= mostBytes) parts.push(part);
  }
  if (size > mostBytes) return undefined;
  if (size === 0) return null;
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    return undefined;
  }
}

function installCommand(): string {
  const { peerDependencies } = JSON.parse(readFileSync(engineFile('package.json'), 'utf8'));
  return `npm install --save-exact ${editorPackage}@${peerDependencies[editorPackage]}`;
}
