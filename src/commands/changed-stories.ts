/** The stories that a commit has otherwise than the work tree, each as it was and as it is, and what commits between say. */
import { type ContentPath, contentPath } from '../content/paths.ts';
import { openCommit, openSource } from '../source/git-source.ts';
import { lookUp } from '../source/git-trees.ts';
import type { History } from '../source/history.ts';
import { readRevision } from '../source/repository.ts';
import type { FileId, Source } from '../source/source.ts';

type StoryPath = ContentPath & { kind: 'article' };
type Place = { path: StoryPath; bytes: Uint8Array };

/** `before` is undefined of one that is new, or moved with nothing to show from where. */
export type ChangedStory = { before: Place | undefined; after: Place };

/** `gone`: stories that the commit has under a path that nothing has now. */
export type ChangedStories = { stories: ChangedStory[]; gone: Place[] };

/** What differs between a commit and the work tree; nothing else is looked at. */
export async function changedStories(history: History, commit: string): Promise<ChangedStories> {
  const { repository } = history;
  const had = await readRevision(repository, commit);
  const source = await openSource(repository.content);
  const base = { tree: had.tree ?? '', ...(had.publicTree && { publicTree: had.publicTree }), dirty: [] };
  const { files } = await source.candidates(had.tree === undefined ? undefined : base);
  const differing = new Map([...files].filter(([path, file]) => storyPath(path, file?.mode) !== undefined));
  const old = lookUp(repository, had.tree, [...differing.keys()]);
  for (const [path, file] of old) if (file?.blob === differing.get(path)?.blob) differing.delete(path);
  for (const path of await sinceFork(history, commit, { old, now: differing })) differing.delete(path);
  const before = placesOf(await openCommit(repository, commit), old);
  const after = placesOf(source, differing);
  const isGone = [...before.keys()].some((path) => !after.has(path));
  const isNew = [...after.keys()].some((path) => !before.has(path));
  const renames = isGone && isNew ? history.renames(commit) : new Map<string, string>();
  const former = new Map([...renames].map(([from, to]) => [to, from]));
  const stories = [...after].map(([path, place]) => ({
    before: before.get(path) ?? before.get(former.get(path) ?? ''),
    after: place,
  }));
  const moved = new Set(stories.map((each) => each.before?.path.path));
  return {
    stories,
    gone: [...before].flatMap(([path, place]) => (moved.has(path) || !differing.has(path) ? [] : [place])),
  };
}

type Listed = ReadonlyMap<string, FileId | null>;

/** Where the commit lies on another branch: files that it alone has changed since the two parted. */
async function sinceFork(
  history: History,
  commit: string,
  { old, now }: { old: Listed; now: Listed },
): Promise<string[]> {
  const head = history.commit('HEAD');
  if (head === undefined || history.isAncestor(commit, head)) return [];
  const fork = history.forkOf(commit, head);
  if (fork === undefined) return [];
  const { tree } = await readRevision(history.repository, fork);
  const then = lookUp(history.repository, tree, [...old.keys()]);
  return [...now].flatMap(([path, file]) => (then.get(path)?.blob === file?.blob ? [path] : []));
}

function placesOf(source: Source, listed: Listed): Map<string, Place> {
  const files = [...listed].flatMap(([path, file]) =>
    file && storyPath(path, file.mode) ? [{ path, blob: file.blob }] : [],
  );
  return new Map(
    [...source.read(files)].flatMap(([path, bytes]): [string, Place][] => {
      const story = storyPath(path, undefined);
      return story ? [[path, { path: story, bytes }]] : [];
    }),
  );
}

function storyPath(path: string, mode: number | undefined): StoryPath | undefined {
  const read = contentPath(path, mode ?? 0);
  return read && !('code' in read) && read.kind === 'article' ? read : undefined;
}

/** A story before and after each commit that touched it and is not called minor, and before and after what is not committed. */
export async function tellingSteps(
  history: History,
  commit: string,
  { before, after }: ChangedStory,
): Promise<ChangedStory[] | undefined> {
  const { repository } = history;
  const paths = [...new Set([before?.path.path ?? after.path.path, after.path.path])];
  const touches = history.touching(commit, 'HEAD', { paths, trailer: 'Change' });
  if (!touches.some(({ said }) => said === 'minor')) return undefined;
  const at = async (revision: string) => {
    const { commit: id, tree } = await readRevision(repository, revision);
    if (id === undefined || tree === undefined) return undefined;
    const [place] = [...placesOf(await openCommit(repository, id), lookUp(repository, tree, paths)).values()];
    return place;
  };
  const steps: [Place | undefined, Place | undefined][] = [];
  for (const { commit: each } of touches.filter(({ said }) => said !== 'minor'))
    steps.push([await at(`${each}^`), await at(each)]);
  steps.push([await at('HEAD'), after]);
  return steps.flatMap(([old, now]) => (old && now ? [{ before: old, after: now }] : []));
}
