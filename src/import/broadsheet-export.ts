/**
 * What `export` has written, made into the newsroom again: the same tree, in which texts get their own front matter and
 * blocks back. Nothing has to be guessed, so none of what is imported from other programs is needed for it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { articleKeys } from '../content/article-form.ts';
import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import { pageForm, topicForm } from '../content/page.ts';
import { type ContentPath, contentPath } from '../content/paths.ts';
import { parseSite } from '../content/site.ts';
import { ownMatter } from '../export/plain-front-matter.ts';
import { ownText } from '../export/plain-text.ts';
import { listName } from '../export/written-folder.ts';
import { readRegularFile } from '../source/regular-file.ts';
import { matterText } from './matter-lines.ts';
import { type Input, SourceFault } from './source-story.ts';

/** Whether a folder is one that `export` has written. */
export function isBroadsheetExport({ path, files }: Pick<Input, 'path' | 'files'>): boolean {
  return files.includes('site.yaml') && existsSync(join(path, listName));
}

/** `path` is below the content folder, or `../public/…`. */
export type RestoredFile = { path: string; bytes: Uint8Array | string };

/** All files of the newsroom, one by one. What has come into the folder since, and is no content, is left alone. */
export function* restoredFiles({ path: folder, files }: Pick<Input, 'path' | 'files'>): Generator<RestoredFile> {
  const site = textOf('site.yaml', bytesAt(folder, 'site.yaml'));
  const zone = parseSite(site, 'site.yaml', []).asRead.timeZone;
  for (const file of files) {
    const path = file.startsWith('public/') ? `../${file}` : file;
    const content = contentPath(path, 0o100644);
    if (!content || 'code' in content) continue;
    const bytes = bytesAt(folder, file);
    yield {
      path,
      bytes: isPlainText(content) ? restored(file, textOf(file, bytes), { kind: content.kind, zone }) : bytes,
    };
  }
}

type Kind = 'article' | 'page' | 'topic';

const keysOf: Record<Kind, readonly string[]> = {
  article: articleKeys,
  page: Object.keys(pageForm.schema.shape),
  topic: Object.keys(topicForm.schema.shape),
};

function isPlainText(content: ContentPath): content is ContentPath & { kind: Kind } {
  return content.kind in keysOf;
}

function bytesAt(folder: string, file: string): Uint8Array {
  const bytes = readRegularFile(join(folder, file));
  if (bytes) return bytes;
  throw new SourceFault(`${file} is no file that can be read.`, 'Export the newsroom again.', { file });
}

function textOf(file: string, bytes: Uint8Array): string {
  const text = plainText(bytes);
  if (!text.includes('\uFFFD')) return text;
  throw new SourceFault(`${file} is not UTF-8.`, 'Save it as UTF-8, or export the newsroom again.', { file });
}

function restored(file: string, text: string, { kind, zone }: { kind: Kind; zone: string }): string {
  const { split, problems } = splitFrontMatter(text, file);
  if (!split) {
    const { line, what = 'It has no front matter.', fix = 'Export the newsroom again.' } = problems[0] ?? {};
    throw new SourceFault(what, fix, { file, ...(line && { line }) });
  }
  const matter = ownMatter((parse(split.yaml) ?? {}) as Record<string, unknown>, kind, { zone, keys: keysOf[kind] });
  return `---\n${matterText(matter)}---\n${ownText(split.body)}`;
}
