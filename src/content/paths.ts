/** What a file below `content/` is, told by its path alone. */
import type { Problem } from '../problem.ts';
import { forbiddenCharacter } from './characters.ts';
import { documentTypes, isDocumentName } from './documents.ts';
import { ignoreLine, isLeftover } from './leftovers.ts';
import { bytesOf, maxPathBytes, maxSegmentBytes } from './lengths.ts';
import { isId, isLanguage, type Language } from './names.ts';
import { savedAsPicture, savedOtherwise } from './other-types.ts';
import { isPartName } from './periods.ts';
import { isPictureName, pictureTypes } from './picture-names.ts';
import { isOfGit, isPublicPath } from './public-files.ts';
import { contentFolders, rightPath, topFiles } from './right-path.ts';
import { typeOf } from './story-files.ts';
import { suggestion } from './suggest.ts';

export type ContentPath =
  | { kind: 'site' | 'front' | 'gone'; path: string }
  | { kind: 'author'; path: string; id: string }
  | { kind: 'topic'; path: string; id: string; language: Language | undefined }
  | { kind: 'page'; path: string; id: string; language: Language | undefined }
  | { kind: 'notice'; path: string; id: string; language: Language | undefined }
  /** `story` is the date and slug that all languages share: `2015/11/26/hollande-putin-talks`. */
  | { kind: 'article'; path: string; story: string; language: Language | undefined }
  | { kind: 'picture' | 'document'; path: string; story: string; name: string }
  /** Of the author with the id. */
  | { kind: 'portrait'; path: string; id: string }
  /** Of `public/`, beside the content folder. */
  | { kind: 'public-file'; path: string };

/** Whether only a file’s bytes are of interest, and no text in it. */
export function isBytes({ kind }: Pick<ContentPath, 'kind'>): boolean {
  return isPicture({ kind }) || kind === 'document' || kind === 'public-file';
}

/** Whether it is a picture, of a story or of an author. */
export function isPicture({ kind }: Pick<ContentPath, 'kind'>): boolean {
  return kind === 'picture' || kind === 'portrait';
}

/** Folders of Markdown without a date, each with what is in it. */
const undatedFolders: ReadonlyMap<string, 'notice' | 'page' | 'topic'> = new Map([
  ['notices', 'notice'],
  ['pages', 'page'],
  ['topics', 'topic'],
]);

const tooLongName = 'This name is so long that no page or picture could be called after it.';

/**
 * A file's kind; undefined for dotfiles, which are passed over; a Problem for what content cannot be. `has` says whether
 * there is a file at another path, so that none is told to take it.
 */
export function contentPath(
  path: string,
  mode: number,
  has: (path: string) => boolean = () => false,
): ContentPath | Problem | undefined {
  const kind = kindOf(path, mode);
  if (!kind || !('code' in kind) || kind.code !== 'content/unexpected-file') return kind;
  const right = rightPath(path);
  const meant = right === undefined || right === path ? undefined : kindOf(right, 0);
  if (!meant || 'code' in meant) return kind;
  return { ...kind, fix: has(meant.path) ? `Remove it, or the file at ${meant.path}.` : `Rename it to ${meant.path}.` };
}

function kindOf(path: string, mode: number): ContentPath | Problem | undefined {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (isPublicPath(path)) return publicPath(path, mode);
  if (parts.some((part) => part.startsWith('.'))) return undefined;
  const noFile = noFileRefusal(path, mode);
  if (noFile) return noFile;
  if (/\.(11tydata\.(js|cjs|mjs|json|ts)|11ty\.[a-z]+|js|cjs|mjs|ts|tsx|jsx|njk|liquid|html?|webc)$/.test(name)) {
    return refusal(
      path,
      'content/code',
      'Code and templates are not content; they are never run.',
      'Remove the file, or move it out of content/.',
    );
  }
  if (isLeftover(path))
    return unexpected(
      path,
      `It was left by a program: remove it from git, and put the line “${ignoreLine(path) ?? name}” into .gitignore.`,
    );
  if (parts.some((part) => bytesOf(part) > maxSegmentBytes) || bytesOf(path) > maxPathBytes)
    return refusal(path, 'content/long-name', tooLongName, `Give it a name of at most ${maxSegmentBytes} bytes.`);
  if (path === 'site.yaml') return { kind: 'site', path };
  if (path === 'front.yaml') return { kind: 'front', path };
  if (path === 'gone.yaml') return { kind: 'gone', path };
  if (parts.length === 1) return unexpected(path, suggestion(name, topFiles, 'Move it out of content/.'));
  if (parts[0] === 'articles') return articlePath(path, parts);
  if (parts[0] === 'authors' && parts.length < 4) return authorPath(path, parts);
  const kind = undatedFolders.get(parts[0] ?? '');
  if (parts.length === 2 && kind) {
    const file = markdownName(name);
    if (file) return { kind, path, ...file };
    return unexpected(
      path,
      `Rename it to id.md or id.language.md, as in ${parts[0]}/ferries.md, in lower-case letters a–z, digits and hyphens.`,
    );
  }
  return unexpected(path, suggestion(parts[0] ?? '', contentFolders, 'Move it out of content/.'));
}

/** Any file that a host can serve; the names of folders are not held against it. */
function publicPath(path: string, mode: number): ContentPath | Problem | undefined {
  if (isOfGit(path)) return undefined;
  const names = path.split('/').slice(2);
  const isTooLong = names.some((part) => bytesOf(part) > maxSegmentBytes) || bytesOf(path) > maxPathBytes;
  if (isTooLong)
    return refusal(path, 'content/long-name', tooLongName, `Give it a name of at most ${maxSegmentBytes} bytes.`);
  if (forbiddenCharacter(path) || /[\t\n\r\\]/.test(path))
    return refusal(
      path,
      'public/bad-name',
      'Its name has a character that no address can have.',
      'Rename it, in letters, digits, hyphens and dots.',
    );
  return noFileRefusal(path, mode) ?? { kind: 'public-file', path };
}

/** What is there in place of a file. */
function noFileRefusal(path: string, mode: number): Problem | undefined {
  if (mode === 0o120000)
    return refusal(path, 'content/symlink', 'A symbolic link is not content.', 'Put the file itself there.');
  if (mode === 0o160000)
    return refusal(path, 'content/submodule', 'A submodule is not content.', 'Put the files themselves there.');
  if (mode !== 0o010000) return undefined;
  return refusal(
    path,
    'content/not-a-file',
    'A pipe, a socket or a device is not content.',
    'Move it out of this folder.',
  );
}

function authorPath(path: string, [, name = '', file]: string[]): ContentPath | Problem {
  if (file !== undefined) return portraitPath(path, name, file);
  const id = name.replace(/\.yaml$/, '');
  if (name.endsWith('.yaml') && isId(id)) return { kind: 'author', path, id };
  return unexpected(
    path,
    isPictureName(name)
      ? `Move it into the folder of its author, as in authors/ann-lee/${name}.`
      : 'Rename it to id.yaml, as in authors/ann-lee.yaml, in lower-case letters a–z, digits and hyphens.',
  );
}

function portraitPath(path: string, id: string, name: string): ContentPath | Problem {
  if (isId(id) && isPictureName(name)) return { kind: 'portrait', path, id };
  if (['yaml', 'yml'].includes(typeOf(name)))
    return unexpected(path, 'Move it into authors/ itself, as in authors/ann-lee.yaml.');
  if (typeOf(name) === 'svg') return svgRefusal(path);
  const saved = savedAsPicture(name, 'author’s file');
  if (saved !== undefined) return unexpected(path, saved);
  return unexpected(
    path,
    `Move it out of content/, or rename it to name.jpg (or ${pictureTypes.slice(1).join(', ')}), without | and " in its name, in the folder named after its author.`,
  );
}

function svgRefusal(path: string): Problem {
  return refusal(
    path,
    'picture/svg',
    'An SVG can carry code, so it is not taken.',
    'Save the picture as JPEG, PNG, WebP or AVIF.',
  );
}

function articlePath(path: string, parts: string[]): ContentPath | Problem {
  const [, year = '', month = '', day = '', slug = '', file] = parts;
  const isDated =
    /^(1[5-9]|2\d)\d\d$/.test(year) && /^(0[1-9]|1[0-2])$/.test(month) && /^(0[1-9]|[12]\d|3[01])$/.test(day);
  const folder = `${year}/${month}/${day}`;
  if (!isDated || parts.length > 6 || parts.length < 5) {
    return unexpected(
      path,
      'Move it: a story is articles/YYYY/MM/DD/slug.md, and its pictures and documents are in articles/YYYY/MM/DD/slug/.',
    );
  }
  if (file === undefined) {
    const text = markdownName(slug);
    if (text && isPartName(text.id)) return reservedSlug(path, folder, text.id);
    if (text) return { kind: 'article', path, story: `${folder}/${text.id}`, language: text.language };
    return unexpected(
      path,
      [...pictureTypes, ...documentTypes].includes(typeOf(slug)) && !slug.endsWith('.txt')
        ? `Move it into the folder of its story, as in articles/${folder}/slug/${slug}.`
        : 'Rename it to slug.md or slug.language.md, in lower-case letters a–z, digits and hyphens; what is no story does not belong here.',
    );
  }
  const story = `${folder}/${slug}`;
  if (isId(slug) && isPictureName(file)) return { kind: 'picture', path, story, name: file };
  if (isId(slug) && isDocumentName(file)) return { kind: 'document', path, story, name: file };
  if (typeOf(file) === 'svg') return svgRefusal(path);
  const saved = savedOtherwise(file);
  if (saved !== undefined) return unexpected(path, saved);
  return unexpected(
    path,
    `Move it out of content/, or rename it to name.jpg (or ${[...pictureTypes.slice(1), ...documentTypes].join(', ')}), without | and " in its name, in the folder named after its story.`,
  );
}

function reservedSlug(path: string, folder: string, slug: string): Problem {
  return refusal(
    path,
    'content/reserved-slug',
    `“${slug}” is the address that a part of a day with many stories has, so no story can have it.`,
    `Give it another name, as in articles/${folder}/the-report-${slug}.md, and the folder of its pictures too.`,
  );
}

function markdownName(name: string): { id: string; language: Language | undefined } | undefined {
  const [id = '', ...rest] = name.split('.');
  if (!isId(id) || rest.at(-1) !== 'md' || rest.length > 2) return undefined;
  const language = rest.length === 2 ? rest[0] : undefined;
  return language === undefined || isLanguage(language) ? { id, language } : undefined;
}

function unexpected(path: string, fix: string): Problem {
  return refusal(
    path,
    'content/unexpected-file',
    'This file does not belong here: its name or its place is wrong.',
    fix,
  );
}

function refusal(path: string, code: string, what: string, fix: string): Problem {
  return { code, file: path, what, fix };
}
