/** A newsroom of one story in a repository, and two editors who ask the API of it as the page of the editor does. */
import { Branches } from '../../../src/commands/admin/branches.ts';
import {
  answerHosting,
  type Hosting,
  project,
  type Reply,
  type Session,
} from '../../../src/commands/admin/hosting-api.ts';
import type { Check } from '../../../src/commands/admin/merged-check.ts';
import { Requests } from '../../../src/commands/admin/requests.ts';
import { git } from '../../../src/source/git.ts';
import { articleText, type Kept, Newsroom } from '../../support/newsroom.ts';

export const path = 'content/articles/2015/11/26/ferry.md';
export const branch = 'cms/stories-world/2015%2F11%2F26%2Fferry';
export const inProject = `v4/projects/${encodeURIComponent(project)}`;

export const nothingFound = { inFiles: [], onPages: [] };

/** Each is made once, since git is asked often for that. */
const made: { fresh?: Kept; begun?: Kept } = {};

function freshNewsroom(): Newsroom {
  if (made.fresh) return new Newsroom({ like: made.fresh });
  const first = new Newsroom({ files: { 'articles/2015/11/26/ferry.md': articleText() } }).commit();
  git(first.folder, ['checkout', '-q', '-B', 'main']);
  made.fresh = first.keep();
  return first;
}

export class HostingRoom {
  readonly newsroom: Newsroom;
  readonly top: string;
  readonly requests: Requests;
  readonly ann: Session = { person: { name: 'Ann Lee', email: 'ann@paper.example' }, seen: new Map() };
  readonly tom: Session = { person: { name: 'Tom Reed', email: '' }, seen: new Map() };
  /** The commits of which the newsroom’s check was asked, and what it says. */
  readonly checked: string[] = [];
  found: Check = async () => nothingFound;

  constructor(newsroom = freshNewsroom()) {
    this.newsroom = newsroom;
    this.top = newsroom.folder;
    this.requests = new Requests(this.top);
  }

  /** Where Ann’s story is saved, and may be published. */
  static async begun(): Promise<HostingRoom> {
    const room = new HostingRoom(made.begun && new Newsroom({ like: made.begun }));
    if (made.begun) room.ann.seen.set(branch, room.head(branch) ?? '');
    else await room.begin();
    made.begun ??= room.newsroom.keep();
    return room;
  }

  /** For one request, as the server has it. */
  hosting(): Hosting {
    return {
      branches: new Branches(this.top, 'main', 'content'),
      requests: this.requests,
      check: (commit) => {
        this.checked.push(commit);
        return this.found(commit);
      },
      now: () => new Date('2015-11-26T09:00:00Z'),
    };
  }

  ask(session: Session, line: string, body: unknown = null): Promise<Reply> {
    const [method = '', address = ''] = line.split(' ');
    const [below = '', search = ''] = address.split('?');
    return answerHosting({ method, path: below, query: new URLSearchParams(search), body, session }, this.hosting());
  }

  save(
    session: Session,
    content: string,
    { isNew = false, file = path, to = branch, action = 'update' } = {},
  ): Promise<Reply> {
    const actions = [{ action, file_path: file, content, encoding: 'text' }];
    const start = isNew ? { start_branch: 'main' } : {};
    const body = { branch: to, commit_message: 'Save', actions, ...start };
    return this.ask(session, `POST ${inProject}/repository/commits`, body);
  }

  /** Ann’s story is saved, and may be published. */
  async begin(content = 'Ann’s words.\n'): Promise<void> {
    await this.save(this.ann, content, { isNew: true });
    const body = { title: 'Draft: Ferry', source_branch: branch, labels: 'sveltia-cms/draft' };
    await this.ask(this.ann, `POST ${inProject}/merge_requests`, body);
  }

  publish(session: Session, sha = this.head(branch)): Promise<Reply> {
    return this.ask(session, `PUT ${inProject}/merge_requests/1/merge`, { sha, merge_commit_message: 'Ferry' });
  }

  textAt(commit: string): string {
    return git(this.top, ['show', `${commit}:${path}`]).toString();
  }

  head(of: string): string | undefined {
    return this.hosting().branches.head(of);
  }

  /** What git says of the files of who works in the folder. */
  status(): string {
    return git(this.top, ['status', '--porcelain']).toString();
  }

  /** Somebody else publishes by hand. */
  commitByHand(files: Record<string, string>): string | undefined {
    this.newsroom.write(files);
    this.newsroom.commit();
    return this.head('main');
  }
}
