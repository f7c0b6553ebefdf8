/** What the server of `npm start` answers to editors: the page, its files, the API behind it, and the way to a preview of what is saved. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { defaultLanguage, type Text, textIn } from '../../content/names.ts';
import { parseTopic } from '../../content/page.ts';
import { contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { zoneNamedAt } from '../../content/zone.ts';
import { editorBlocks } from '../../desk/editor/blocks.ts';
import { editorConfiguration } from '../../desk/editor/configuration.ts';
import type { WrittenTexts } from '../../desk/editor/fields.ts';
import { gitIdentity, readAuthors } from '../../desk/who-writes.ts';
import { engineFile } from '../../engine-files.ts';
import { readOnDisk } from '../../source/folder-source.ts';
import { tryGit } from '../../source/git.ts';
import { findRepository } from '../../source/repository.ts';
import { editorUrl } from '../desk-links.ts';
import { type Answer, sentence } from '../local-answers.ts';
import type { Newsroom } from '../newsroom.ts';
import { readSite } from '../read-site.ts';
import { urlOfFile } from '../told-problems.ts';
import { Branches, type Person } from './branches.ts';
import { editorFile, editorPackage, filesUrl, packageFolder } from './editor-files.ts';
import { editorPage } from './editor-page.ts';
import { answerHosting, type Hosting, project, type Session } from './hosting-api.ts';
import { Requests } from './requests.ts';
import type { SavedPreview } from './saved-preview.ts';
import { lineOf } from './trees.ts';

const api = '/.admin/api';
const mostSessions = 1000;
const mostBytes = 64 * 1024 ** 2;

/** Below which the pages of the site are as somebody has saved them. */
const savedUrl = '/.saved/';

/** `out`: where the preview’s pages are. */
type Room = { newsroom: Newsroom; content: string; out: string; saved: SavedPreview };

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
    if (!path.startsWith(editorUrl) && !path.startsWith(savedUrl)) return undefined;
    try {
      if (path.startsWith(savedUrl)) return await this.#showSaved(path.slice(savedUrl.length - 1), request);
      if (path.startsWith(`${api}/`)) return await this.#answerApi(request);
      if (method !== 'GET' && method !== 'HEAD') return sentence(405, 'This page is only shown.');
      if (path.startsWith(filesUrl)) return editorFile(path.slice(filesUrl.length)) ?? sentence(404, 'Not found.');
      return path === editorUrl ? this.#page() : sentence(404, 'Not found.');
    } catch (error) {
      return sentence(500, (error as Error).message);
    }
  }

  #page(): Answer {
    const missing = packageFolder(editorPackage) === undefined;
    if (missing) return sentence(501, `The editor is not installed here: ${installCommand()}`);
    const hosting = this.#hosting();
    if (!hosting)
      return sentence(501, 'The editor saves with git, and the content lies in no repository with a commit.');
    const { newsroom, content } = this.#room;
    const site = readSite(content, newsroom.root);
    const zone = zoneNamedAt(site.timeZone, Date.now());
    const configuration = editorConfiguration(site, {
      backend: { name: 'gitlab', repo: project, branch: hosting.branches.target, auth_methods: ['token'] },
      folder: findRepository(content)?.below ?? '',
      pagesBelow: savedUrl.slice(1),
      written: { authors: textsOfAuthors(content, site), topics: textsOfTopics(content, site) },
      zone: typeof zone === 'string' ? zone : zone.name,
    });
    const token = randomBytes(24).toString('base64url');
    if (this.#sessions.size >= mostSessions) this.#sessions.delete([...this.#sessions.keys()][0] ?? '');
    this.#sessions.set(token, { person: personOf(content), seen: new Map() });
    const title = textIn(site.title, defaultLanguage(site), site.languages);
    return editorPage({ title, configuration, blocks: editorBlocks(), token, api });
  }

  /** The page at a URL of the site, with what is saved of it and not published, if anything is. */
  async #showSaved(url: string, { headers: { host = '' } }: IncomingMessage): Promise<Answer> {
    const { newsroom, content, saved } = this.#room;
    const hosting = this.#hosting();
    const site = readSite(content, newsroom.root);
    const below = findRepository(content)?.below ?? '';
    const start = below === '' ? 0 : below.length + 1;
    const isOf = ({ branch }: { branch: string }) =>
      hosting?.branches.changed(branch).some(({ path }) => urlOfFile(path.slice(start), site) === url);
    const request = hosting?.requests.all().find((each) => hosting.branches.head(each.branch) && isOf(each));
    const commit = request && hosting?.branches.head(request.branch);
    if (commit === undefined) return { status: 302, headers: { location: url }, body: '' };
    const shown = await saved.show(commit, url);
    const name = host.replace(/:\d+$/, '');
    return { status: 302, headers: { location: `http://${name}:${shown.port}${shown.url}` }, body: '' };
  }

  async #answerApi(request: IncomingMessage): Promise<Answer> {
    const { method = '', url = '', headers } = request;
    const session = this.#sessions.get(/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
    if (!session) return json(401, { message: 'This page is older than the server. Load it anew.' });
    const { pathname, searchParams: query } = new URL(url, 'http://localhost');
    const body = await readJson(request);
    if (body === undefined) return json(413, { message: 'This is more than the server takes at once.' });
    const hosting = this.#hosting();
    if (!hosting) return json(404, { message: 'The content lies in no repository.' });
    const asked = { method, path: pathname.slice(api.length + 1), query, body, session };
    const reply = answerHosting(asked, hosting);
    if (reply.bytes) return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: reply.bytes };
    return reply.status === 204 ? { status: 204, headers: {}, body: '' } : json(reply.status, reply.json);
  }

  /** Undefined outside git, and before there is a first commit. */
  #hosting(): Hosting | undefined {
    const repository = findRepository(this.#room.content);
    if (!repository) return undefined;
    const { top, below } = repository;
    const head = tryGit(top, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
    const branches = new Branches(top, head.status === 0 ? lineOf(head.stdout) : 'main', below);
    if (branches.head(branches.target) === undefined) return undefined;
    return { branches, requests: new Requests(top), now: () => new Date() };
  }
}

/** Of a newsroom without any, as new ones are written. */
function writtenAs(texts: readonly (Text | undefined)[], { languages }: Site): WrittenTexts {
  const kinds = new Set(texts.flatMap((text) => (text === undefined ? [] : typeof text)));
  if (kinds.size === 2) return 'both';
  return kinds.has('object') || (kinds.size === 0 && languages.length > 1) ? 'per language' : 'once';
}

function textsOfAuthors(content: string, site: Site): WrittenTexts {
  const texts = readAuthors(content, site).flatMap(({ name, role, bio, portrait }) => [
    ...[name, role, bio],
    ...[portrait?.alt, portrait?.credit],
  ]);
  return writtenAs(texts, site);
}

function textsOfTopics(content: string, site: Site): WrittenTexts {
  const folder = join(content, 'topics');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const texts = names.map((name) => {
    const path = contentPath(`topics/${name}`, 0);
    if (!path || 'code' in path || path.kind !== 'topic') return undefined;
    return parseTopic(readOnDisk(content, path.path), path, site).value?.name;
  });
  return writtenAs(texts, site);
}

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

/** Whoever git knows on this machine, which alone is answered. */
function personOf(content: string): Person {
  const { name, email } = gitIdentity(content);
  return { name: name || 'Editor', email };
}

function installCommand(): string {
  const { peerDependencies } = JSON.parse(readFileSync(engineFile('package.json'), 'utf8'));
  return `npm install --save-exact ${editorPackage}@${peerDependencies[editorPackage]}`;
}
