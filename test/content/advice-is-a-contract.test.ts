/** For every Problem its own remedy is followed, and the newsroom read again: it is good. `explain` shows the same mistakes. */
import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf, followed, followedByHand } from '../../src/desk/mistakes/follow.ts';
import { mistakes, waysToMend } from '../../src/desk/mistakes/mistakes.ts';
import { calmPath, type Mistake } from '../../src/desk/mistakes/room.ts';
import { type Problem, placeOf } from '../../src/problem.ts';
import { folderSource } from '../../src/source/folder-source.ts';
import { openSource } from '../../src/source/git-source.ts';
import type { Source } from '../../src/source/source.ts';
import { type Newsroom, newsroom } from '../support/newsroom.ts';
import { problemsOf } from '../support/problems-of.ts';
import { expectSentences, story, storyPath } from './written.ts';

const told = (problems: readonly Problem[]) => problems.map((each) => `${each.code} ${placeOf(each)}`);

describe('a mistake is one Problem, at its place, and its remedy leaves nothing to mend', () => {
  test.each(Object.entries(mistakes))('%s', async (code, mistake: Mistake) => {
    const { files, place } = filesOf(mistake);
    const problems = await problemsOf(files, mistake.listed);
    expect(told(problems)).toEqual([`${code} ${place}`]);
    problems.forEach(expectSentences);
    const problem = problems[0] as Problem;
    const ways = waysToMend[code] ?? [];
    const mended = followed(files, problem);
    if (mended) expect(await problemsOf(mended)).toEqual([]);
    expect([code, mended !== undefined || ways.length > 0]).toEqual([code, true]);
    for (const way of ways) {
      expect(problem.fix).toContain(way.says);
      const after = followedByHand(files, problem, way);
      if (way.write) expect(after[problem.file]).not.toBe(files[problem.file]);
      const left = await problemsOf(after);
      expect([way.says, ...left.map((each) => each.code)]).toEqual([way.says, ...(way.leaves ?? [])]);
    }
  });
});

test('no way is told of a mistake that there is not', () => {
  expect(Object.keys(waysToMend).filter((code) => !(code in mistakes))).toEqual([]);
});

type OnDisk = { prepare?(room: Newsroom): void; source?(room: Newsroom): Source | Promise<Source> };

/** What the mistakes only say of a disk or of git, done there. */
const onDisk: Record<string, OnDisk> = {
  'content/hidden-by-gitignore': untracked('.gitignore', 'calm.*', calmPath),
  'content/leftover': untracked('.gitignore', ''),
  'content/not-added': untracked('.git/info/exclude', 'calm.*', calmPath),
  'content/not-a-file': { prepare: (room) => void spawnSync('mkfifo', [join(room.content, 'authors/pipe.yaml')]) },
  'content/symlink': { prepare: (room) => symlinkSync('/etc/hostname', join(room.content, 'authors/host.yaml')) },
  'content/submodule': { source: withSubmodule },
  'public/leftover': {
    prepare(room) {
      room.git('init', '--quiet');
      room.git('add', '--all');
    },
    source: (room) => openSource(room.content),
  },
  'public/outside': {
    prepare(room) {
      room.write({ '../public/ads.txt': 'x' });
      room.git('init', '--quiet', 'content');
    },
    source: (room) => openSource(room.content),
  },
};

describe('a disk and git say the same', () => {
  test.each(Object.entries(onDisk))('%s', async (code, { prepare, source }) => {
    const { files, place } = filesOf(mistakes[code] as Mistake);
    const isMade = code === 'content/symlink' || code === 'content/not-a-file' || code === 'content/submodule';
    const written = Object.entries(files).filter(([path]) => !isMade || path !== place);
    const room = newsroom({ git: false, files: { [storyPath]: story(), ...Object.fromEntries(written) } });
    prepare?.(room);
    const { problems } = await room.build({ cache: undefined, source: await source?.(room) });
    expect(told(problems)).toEqual([`${code} ${place}`]);
  });

  test('every mistake that says so is among them', () => {
    const said = Object.entries(mistakes).flatMap(([code, { listed }]) => (listed ? [code] : []));
    expect(said.filter((code) => !(code in onDisk))).toEqual([]);
  });
});

/** Files that git does not know, and a line of an ignore file, by its path below the newsroom. */
function untracked(ignoreFile: string, line: string, ...paths: string[]): OnDisk {
  return {
    prepare(room) {
      room.write(Object.fromEntries(paths.map((path) => [path, story()])));
      room.git('init', '--quiet');
      writeFileSync(join(room.folder, ignoreFile), `${line}\n`);
    },
    source: (room) => openSource(room.content),
  };
}

/** A folder with a submodule in it, as git lists one. */
function withSubmodule(room: Newsroom): Source {
  const folder = folderSource(room.content);
  const candidates: Source['candidates'] = async (base) => {
    const listing = await folder.candidates(base);
    const submodule = { mode: 0o160000, blob: '1'.repeat(40) };
    return { ...listing, files: new Map([...listing.files, ['articles/vendor', submodule]]) };
  };
  return { ...folder, candidates };
}
