/** What a reader gives of a text, as if it were a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folderReader, type Program } from '../../../src/import/readers/folder-reader.ts';
import type {
  Input,
  Reader,
  SourceItem,
  SourceRemark,
  SourceSite,
  SourceStory,
} from '../../../src/import/source-story.ts';
import { temporaryFolder } from '../../support/folder-contents.ts';

export type ReadAll = {
  site: SourceSite;
  items: SourceItem[];
  stories: SourceStory[];
  remarks: readonly SourceRemark[];
};

export function inputOf(text: string | Uint8Array, name = 'export'): Input {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return { path, files: [], beginning: readFileSync(path).toString('utf8', 0, 1 << 16), read: async () => undefined };
}

/** A folder with some files, of which git knows `commits`. */
export function folderOf(
  files: Readonly<Record<string, string>>,
  commits: Readonly<Record<string, string>> = {},
): Input {
  return {
    ...{ path: '/site', beginning: '' },
    files: Object.keys(files).sort(),
    read: async (file) => files[file],
    firstCommitted: async (file) => commits[file],
  };
}

/** Everything, which the reader has to recognise as its own, and has to give again when it is walked again. */
export async function readAll(reader: Reader, from: string | Uint8Array | Input): Promise<ReadAll> {
  const input = typeof from === 'string' || from instanceof Uint8Array ? inputOf(from) : from;
  expect(await reader.recognise(input)).toBeDefined();
  const source = await reader.open(input);
  const items = await Array.fromAsync(source.items());
  const again = await Array.fromAsync(source.items());
  expect(again).toEqual(items);
  const stories = items.filter((item): item is SourceStory => item.kind === 'story' || item.kind === 'page');
  return { site: source.site, items, stories, remarks: source.remarks ?? [] };
}

/** The same of a folder, with its stories by their files. */
export async function readFolder(program: Program, input: Input) {
  const read = await readAll(folderReader(program), input);
  return { ...read, of: new Map(read.stories.map((story) => [story.place.file, story])) };
}

/** What the lists of a source are of, and their addresses. */
export function listsIn(items: readonly SourceItem[]): string[][] {
  return items.flatMap((each) =>
    each.kind === 'list' ? [[each.of, each.named?.id ?? each.named?.name ?? '', ...each.urls, ...each.feeds]] : [],
  );
}
