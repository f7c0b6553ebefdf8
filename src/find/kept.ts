/** What no edit of the newsroom’s files reaches, and what to do about each. */

export type Kept = { what: string; toDo: string };

/** `ids`: the lines that say by what feeds know stories, as they are told. */
export function keptElsewhere({ ids, isGit }: { ids: readonly string[]; isGit: boolean }): Kept[] {
  return [...(ids.length > 0 ? [keptIds(ids)] : []), ...(isGit ? history : []), ...always];
}

function keptIds(ids: readonly string[]): Kept {
  return {
    what: `Feeds know stories by an id: ${ids.join(', ')}.`,
    toDo: 'An id may stay when its address is gone. If it must not, remove the line: subscribers then get the story once more.',
  };
}

const history: readonly Kept[] = [
  {
    what: 'The history of git: old commits have it, in every copy of the repository.',
    toDo: 'Rewrite the history, as with git filter-repo, and have every copy made anew.',
  },
  {
    what: 'Other files of the repository, which are no part of the site.',
    toDo: 'Search them with git grep.',
  },
];

const always: readonly Kept[] = [
  {
    what: 'What Broadsheet remembers between builds: the cache folder, and files of “state save”.',
    toDo: 'Delete them. The next build takes as long as the first one, and makes the same site.',
  },
  {
    what: 'The host: files that were published earlier, earlier versions, and copies near readers.',
    toDo: 'Delete there what is no longer on the site, and empty the copies.',
  },
  {
    what: 'Search engines, web archives, social networks, and programs that have read a feed.',
    toDo: 'Publish first, then ask each of them to remove its copy.',
  },
  {
    what: 'What pictures show and recordings say, and other spellings and names of the same person.',
    toDo: 'Look and listen, and look for each other name as well.',
  },
];
