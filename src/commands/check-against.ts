/** Whether public stories say something else than they did in a commit without telling readers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { changeProblem } from '../check/against/change-problems.ts';
import { type Change, compareStories } from '../check/against/compare-stories.ts';
import { isPublicAt, readVersion, saysSo, type Version } from '../check/against/version.ts';
import { readOldAddress } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import type { Seconds } from '../content/times.ts';
import { articleUrl } from '../content/urls.ts';
import { MissingSource, WrongUsage } from '../errors.ts';
import type { Problem } from '../problem.ts';
import { readOnDisk } from '../source/folder-source.ts';
import { History } from '../source/history.ts';
import { findRepository } from '../source/repository.ts';
import { type ChangedStories, type ChangedStory, changedStories, tellingSteps } from './changed-stories.ts';
import { namesIn } from './file-names.ts';
import { readSettings } from './read-site.ts';

/** Folders are whole paths. `revision`: as it was named, or the commit that readers of a target have. */
type Against = { content: string; newsroom: string; revision: string; isNamed: boolean; now: Seconds };

export type Compared = { problems: Problem[]; said: string };

export async function checkAgainst({ content, newsroom, revision, isNamed, now }: Against): Promise<Compared> {
  if (!findRepository(content)) throw new MissingSource(`--against needs a git repository, and ${content} is in none.`);
  const history = new History(content);
  const commit = history.commit(revision);
  if (commit === undefined) {
    if (isNamed) throw new WrongUsage(`There is no commit “${revision}” in this repository. ${howToGet(history)}`);
    return {
      problems: [notCompared(revision, history)],
      said: 'Stories were not compared with those that readers have.',
    };
  }
  const { site, silentChanges: judgement } = readSettings(content, newsroom);
  const name = `commit ${commit.slice(0, 8)}`;
  const changed = await changedStories(history, commit);
  const context = { history, commit, site, now, content };
  const problems: Problem[] = [];
  for (const story of changed.stories) {
    const file = namesIn(content, newsroom)(story.after.path.path);
    const read = versionsOf({ ...story, before: story.before ?? formerOf(story, changed, site) }, site);
    if (!read) continue;
    const told = { ...read, file, had: name, now, isFault: judgement === 'fault' };
    for (const change of await silentChanges(read, context)) problems.push(changeProblem(change, told, site));
  }
  const count = changed.stories.length;
  const said = count === 1 ? '1 story differs' : `${count.toLocaleString('en')} stories differ`;
  return {
    problems,
    said: count === 0 ? `No story differs from ${name}.` : `${said} from ${name}: what readers were told was compared.`,
  };
}

type Context = { history: History; commit: string; site: Site; now: Seconds; content: string };
type Versions = { before: Version; after: Version; story: ChangedStory };

function versionsOf(story: ChangedStory, site: Site): Versions | undefined {
  const before = story.before && readVersion(story.before.bytes, story.before.path, site);
  const after = readVersion(story.after.bytes, story.after.path, site);
  return before && after && { before, after, story };
}

async function silentChanges({ before, after, story }: Versions, context: Context): Promise<Change[]> {
  const { history, commit, now, site } = context;
  if (!isPublicAt(before, now) || !isPublicAt(after, now) || saysSo(before, after)) return [];
  const changes = compareStories(before.text, after.text, after.language);
  if (changes.length === 0 || isWithdrawnElsewhere(story, context)) return [];
  const steps = await tellingSteps(history, commit, story);
  if (!steps) return changes;
  const kinds = new Set(
    steps.flatMap((step) => {
      const read = versionsOf(step, site);
      return read ? compareStories(read.before.text, read.after.text, after.language).map(({ kind }) => kind) : [];
    }),
  );
  return changes.filter(({ kind }) => kinds.has(kind));
}

/** A story that has moved by hand says under which address it was. */
function formerOf({ after }: ChangedStory, { gone }: ChangedStories, site: Site): ChangedStory['before'] {
  const version = gone.length > 0 ? readVersion(after.bytes, after.path, site) : undefined;
  const addresses = (version?.read.written.redirectFrom ?? []).flatMap((written) => {
    const read = readOldAddress(written, site);
    return 'from' in read ? [withSlash(read.from)] : [];
  });
  return gone.find(({ path }) => {
    const language = path.language ?? site.languages[0] ?? '';
    return addresses.includes(articleUrl(path.story, language, site));
  });
}

function withSlash(address: string): string {
  return address.replace(/(?:\/(?:index\.html)?)?$/, '/');
}

/** By another language of the story, which speaks for all. */
function isWithdrawnElsewhere({ after }: ChangedStory, { content, site, now }: Context): boolean {
  const { story, path } = after.path;
  const others = [undefined, ...site.languages].map((language) => ({
    ...{ kind: 'article' as const, story, language },
    path: `articles/${story}${language === undefined ? '' : `.${language}`}.md`,
  }));
  return others.some((other) => {
    if (other.path === path || !existsSync(join(content, other.path))) return false;
    const version = readVersion(readOnDisk(content, other.path), other, site);
    return version?.withdrawn?.allLanguages === true && !version.draft && version.withdrawn.at <= now;
  });
}

function howToGet(history: History): string {
  return history.isShallow
    ? 'This clone is shallow: run “git fetch --unshallow”, or in GitHub Actions give actions/checkout “fetch-depth: 0”.'
    : 'Give a commit, a branch or a tag; “git log” shows what is here, and “git fetch” gets what others have pushed.';
}

function notCompared(revision: string, history: History): Problem {
  return {
    code: 'change/not-compared',
    weight: 'advice',
    file: 'content',
    what: `Readers have commit ${revision.slice(0, 8)}, which is not in this clone, so stories could not be compared with it.`,
    fix: howToGet(history),
  };
}
