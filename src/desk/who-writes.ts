/** Which author of the newsroom somebody is, by what git knows of whoever works here. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Author, parseAuthor } from '../content/author.ts';
import { idFrom, type Text } from '../content/names.ts';
import { contentPath } from '../content/paths.ts';
import type { Site } from '../content/site.ts';
import { folded } from '../content/spelling.ts';
import { MachineryError } from '../errors.ts';
import { readOnDisk } from '../source/folder-source.ts';
import { tryGit } from '../source/git.ts';
import { onFile } from '../source/system-error.ts';

/** All that can be read; of the others the build tells. */
export function readAuthors(content: string, site: Site): Author[] {
  const folder = join(content, 'authors');
  if (!existsSync(folder)) return [];
  return onFile(folder, 'read', (each) => readdirSync(each))
    .sort()
    .flatMap((name) => {
      const path = contentPath(`authors/${name}`, 0);
      if (!path || 'code' in path || path.kind !== 'author') return [];
      return parseAuthor(readOnDisk(content, path.path), path, site).value ?? [];
    });
}

export type Identity = { name: string; email: string };

/** As git would sign a commit in the folder; empty texts where it has nothing, or is not here. */
export function gitIdentity(folder: string): Identity {
  const lines = configured(folder, '^user\\.(name|email)$').split('\n');
  // What is said last holds: the repository's after the machine's.
  const of = (key: string) => lines.findLast((line) => line.startsWith(`${key} `))?.slice(key.length + 1) ?? '';
  return { name: of('user.name'), email: of('user.email') };
}

function configured(folder: string, keys: string): string {
  try {
    return tryGit(folder, ['config', '--get-regexp', keys]).stdout.toString();
  } catch (error) {
    if (error instanceof MachineryError) return '';
    throw error;
  }
}

/** By the name in any language, or by the id, as `ann-lee` of “Ann Lee” and of ann.lee@paper.example. */
export function authorWhoIs({ name, email }: Identity, authors: readonly Author[]): Author | undefined {
  const [local = ''] = email.replace(/^\d+\+/, '').split(/[+@]/);
  const ids = [idFrom(name), idFrom(local)];
  return (
    authors.find((each) => textsOf(each.name).some((one) => name !== '' && folded(one) === folded(name))) ??
    authors.find(({ id }) => ids.includes(id))
  );
}

/** In whatever languages it is given. */
export function textsOf(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}
