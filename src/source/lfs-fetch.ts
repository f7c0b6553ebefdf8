/**
 * Fetches what pointers of Git LFS stand for, as far as it is not here, all in one go: asked for a file, `git lfs` fetches
 * that one alone. It fetches what a tree names, so a tree is made of the pointers, which git forgets by itself. Whether
 * this worked is seen when they are read: what is then not here is asked for by itself, and why it cannot be had is told.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { blobId } from './blob-id.ts';
import { tryGit } from './git.ts';

export type Pointer = { path: string; bytes: Uint8Array; oid: string };

/** Not skipped, whatever a clone was made with: a pointer would be published in place of the file. */
export const neverSkipped = { GIT_LFS_SKIP_SMUDGE: undefined, GIT_LFS_SKIP_DOWNLOAD_ERRORS: undefined };
/** As if nothing were left out of what is fetched. */
export const leftOutNothing = [
  ...['-c', 'lfs.fetchinclude=', '-c', 'lfs.fetchexclude=', '-c', 'lfs.skipdownloaderrors=false'],
  ...['-c', 'lfs.fetchrecentalways=false'],
];

export function fetchMissing(folder: string, pointers: readonly Pointer[]): void {
  const asked = ['rev-parse', '--path-format=absolute', '--git-common-dir', '--show-object-format'];
  const [common = '', format] = tryGit(folder, asked).stdout.toString().trim().split('\n');
  const missing = pointers.filter(
    ({ oid }) => !existsSync(join(common, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid)),
  );
  const remote = missing.length < 2 ? undefined : remoteOf(folder);
  if (remote === undefined) return;
  const algorithm = format === 'sha256' ? 'sha256' : 'sha1';
  const entries = missing.map(({ bytes }, index) => `100644 blob ${blobId(bytes, algorithm)}\t${index}\0`);
  const tree = tryGit(folder, ['mktree', '-z', '--missing'], entries.join(''));
  if (tree.status !== 0) return;
  tryGit(folder, [...leftOutNothing, 'lfs', 'fetch', remote, tree.stdout.toString().trim()], undefined, neverSkipped);
}

/** The one that it would ask itself, as far as that can be told. */
function remoteOf(folder: string): string | undefined {
  const names = tryGit(folder, ['remote']).stdout.toString().split('\n').filter(Boolean);
  const chosen = tryGit(folder, ['config', '--get', 'remote.lfsdefault']).stdout.toString().trim();
  return [chosen, 'origin'].find((name) => names.includes(name)) ?? names[0];
}
