/**
 * Documents of a story: files beside it, like its pictures, that go out as they are at the story’s address
 * (`/2015/11/26/slug/report.pdf`), while it is public and its text refers to them.
 */
import type { Article } from './article.ts';
import { decodedPath, encodedPath } from './spelling.ts';
import { isFileAddress, isFileName, storyFileKey } from './story-files.ts';

/** By their endings. */
export const documentTypes: readonly string[] = [
  'pdf',
  'csv',
  'xlsx',
  'json',
  'txt',
  'zip',
  'mp3',
  'm4a',
  'mp4',
  'webm',
];
export const audioTypes: readonly string[] = ['mp3', 'm4a'];

/** A document of the content, as it was found to be. */
export type DocumentFile = { path: string; blob: string; bytes: number };

/** Where a document of a text is found: its address is whole in a feed. How large it is, of one that is shown with that. */
export type DocumentPlace = { url: string; bytes?: number };

export function isDocumentName(name: string): boolean {
  return isFileName(name, documentTypes);
}

/** `path` of `talks/report.pdf#page=2`, without percent signs; undefined for an address of another form. */
export function readDocumentAddress(address: string): { path: string; fragment: string } | undefined {
  const at = address.indexOf('#');
  const [written, fragment] = at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at)];
  if (!isFileAddress(written, documentTypes)) return undefined;
  return { path: decodedPath(written) ?? written, fragment };
}

/** The address of a document, whatever the language of the story, by its path below the content folder. */
export function documentUrl(path: string): string {
  return encodedPath(path.slice('articles'.length));
}

/** The path below the content folder that a document at an address would have; undefined if none can be there. */
export function documentPathAt(url: string): string | undefined {
  const path = decodedPath(url) ?? url;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^\/\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+\/[^/]+$/.test(path) && isDocumentName(name)
    ? `articles${path}`
    : undefined;
}

/** All documents that an article refers to, by the keys of their paths, each as it is written first. */
export function writtenDocuments({ story, outline }: Pick<Article, 'story' | 'outline'>): Map<string, string> {
  const written = new Map<string, string>();
  for (const each of outline.documents) {
    const key = storyFileKey(story, each);
    if (!written.has(key)) written.set(key, each);
  }
  return written;
}

export function documentsOf(article: Pick<Article, 'story' | 'outline'>): string[] {
  return [...writtenDocuments(article).keys()];
}
