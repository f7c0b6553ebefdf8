import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderSource } from '../../src/source/folder-source.ts';
import { openSource } from '../../src/source/git-source.ts';
import type { Source } from '../../src/source/source.ts';
import { type Newsroom, siteYaml } from '../support/newsroom.ts';
import { notice, story, storyPath } from './written.ts';
export type Case = {
  /** By path below `content/`; `‸` marks the place. */
  files?: Record<string, string | Uint8Array>;
  /** The file, where no mark says it; with line and column where they cannot be marked. */
  place?: string;
  prepare?(room: Newsroom): void;
  source?(room: Newsroom): Source;
};

export const beside = 'articles/2015/11/26/storm/sea.jpg';
export const upper = 'articles/2015/11/26/storm/SEA.JPG';
export const report = 'articles/2015/11/26/storm/report.pdf';
export const upperReport = 'articles/2015/11/26/storm/REPORT.pdf';
export const calmPath = 'articles/2015/11/26/calm.md';
export const withBody = (body: string): Case => ({ files: { [storyPath]: story({}, body) } });
export const withField = (field: string, value: string | undefined): Case => ({
  files: { [storyPath]: story({ [field]: value }) },
});
export const withSite = (from: string, to: string): Case => ({ files: { 'site.yaml': siteYaml.replace(from, to) } });
/** In a file of a newsroom of its own, laid over that of the engine. */
export const withWords = (language: string, line: string): Case => ({
  files: { [`../layouts/words/${language}.yaml`]: `${line}\n` },
});
export const with_ = (one: Case, files: Record<string, string | Uint8Array>): Case => ({
  ...one,
  files: { ...one.files, ...files },
});
export const about = '---\ntitle: About\n---\n\nAbout us.\n';
export const privacy = { 'pages/privacy.md': about };
export const withScript = (script: string): Case => ({
  files: { 'site.yaml': `${siteYaml}policies: {privacy: /privacy/}\nscripts: [${script}]\n`, ...privacy },
});
export const withNotice = (fields: Record<string, string | undefined>, body?: string): Case => ({
  files: { 'notices/appeal.md': notice(fields, body) },
});

/** A folder with a submodule in it, as git lists one. */
export function withSubmodule(room: Newsroom): Source {
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
export const contentAlone: Case = {
  files: { [storyPath]: story() },
  place: '../public',
  prepare(room) {
    room.write({ '../public/ads.txt': 'x' });
    room.git('init', '--quiet', 'content');
  },
  source: (room) => openSource(room.content),
};

/** A file that git does not know, and a line of an ignore file, by its path below the newsroom. */
export function untracked(place: string, ignoreFile: string, line: string): Case {
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
