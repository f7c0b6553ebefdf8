/** What a reader gives of a text, as if it were a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
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

/** Everything, which the reader has to recognise as its own, and has to give again when it is walked again. */
export async function readAll(reader: Reader, text: string | Uint8Array): Promise<ReadAll> {
  const input = inputOf(text);
  expect(await reader.recognise(input)).toBeDefined();
  const source = await reader.open(input);
  const items = await Array.fromAsync(source.items());
  const again = await Array.fromAsync(source.items());
  expect(again).toEqual(items);
  const stories = items.filter((item): item is SourceStory => item.kind === 'story' || item.kind === 'page');
  return { site: source.site, items, stories, remarks: source.remarks ?? [] };
}
