/** What a case of a Problem is, and those that only git can have. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderSource } from '../../src/source/folder-source.ts';
import { openSource } from '../../src/source/git-source.ts';
import type { Source } from '../../src/source/source.ts';
import type { Newsroom } from '../support/newsroom.ts';
import { story, storyPath } from './written.ts';

export type Case = {
  /** By path below `content/`; `‸` marks the place. */
  files?: Record<string, string | Uint8Array>;
  /** The file, where no mark says it; with line and column where they cannot be marked. */
  place?: string;
  prepare?(room: Newsroom): void;
  source?(room: Newsroom): Source;
};

const calmPath = 'articles/2015/11/26/calm.md';

/** A folder with a submodule in it, as git lists one. */
function withSubmodule(room: Newsroom): Source {
  const folder = folderSource(room.content);
  const candidates: Source['candidates'] = (base) => {
    const listing = folder.candidates(base);
    return {
      ...listing,
      files: new Map([...listing.files, ['articles/vendor', { mode: 0o160000, blob: '1'.repeat(40) }]]),
    };
  };
  return { ...folder, candidates };
}

/** The content is a repository of its own, without what lies beside it. */
const contentAlone: Case = {
  files: { [storyPath]: story() },
  place: '../public',
  prepare(room) {
    room.write({ '../public/ads.txt': 'x' });
    room.git('init', '--quiet', 'content');
  },
  source: (room) => openSource(room.content),
};

/** A file that git does not know, and a line of an ignore file, by its path below the newsroom. */
function untracked(place: string, ignoreFile: string, line: string): Case {
  return {
    files: { [storyPath]: story(), [place]: place.endsWith('.md') ? story() : '' },
    place,
    prepare(room) {
      room.git('init', '--quiet');
      writeFileSync(join(room.folder, ignoreFile), `${line}\n`);
    },
    source: (room) => openSource(room.content),
  };
}

export const casesInGit: Record<string, Case> = {
  'content/hidden-by-gitignore': untracked(calmPath, '.gitignore', 'calm.*'),
  'content/leftover': untracked(`${calmPath}~`, '.gitignore', ''),
  'content/not-added': untracked(calmPath, '.git/info/exclude', 'calm.*'),
  'content/submodule': { source: withSubmodule, place: 'articles/vendor' },
  'public/outside': contentAlone,
};
