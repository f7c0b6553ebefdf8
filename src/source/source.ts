/**
 * Where content comes from: a git work tree, a commit, or a plain folder. Whichever it is, a file is
 * its path, its mode and its blob id; modification times and order never matter.
 */

/** `blob` is the git object id of the bytes, computed the same way outside git. */
export type FileId = { mode: number; blob: string };

/** Modes as git has them, and one for what git never holds: pipes, sockets, devices. */
export const modes = { file: 0o100644, executable: 0o100755, link: 0o120000, submodule: 0o160000, special: 0o010000 };

/** Listed with the content folder, by its way from there: files that are put on the site as they are. */
export const publicFolder = '../public';

/** Files of git that say what of a folder it has, and as which bytes. */
export const ruleFiles = ['.gitignore', '.gitattributes'];

/**
 * What a source stood at: the trees of the content folder and of the public one, the paths that differed from them,
 * hidden files that were told of, and whether there is a public folder that the repository cannot have.
 */
export type Base = { tree: string; publicTree?: string; dirty: string[]; hidden?: string[]; isPublicOutside?: true };

/** Files that may differ from a base, by path below the content folder; null: there is none now. */
export type Candidates = {
  files: Map<string, FileId | null>;
  /** True if `files` is everything there is, so that what is not in it is gone. */
  isComplete: boolean;
  /** Those of them that were never added to git. */
  untracked: ReadonlySet<string>;
  /** Files of a work tree that are not among them, because a .gitignore hides them. */
  hidden: readonly string[];
  next: Base;
};

/**
 * A line of an ignore file (of the newsroom, as `.gitignore`, or of the machine, by its whole path), and the path that it
 * ignores below the repository’s top.
 */
export type IgnoreRule = { file: string; line: number; pattern: string; path: string };

/** Files, each with the blob that it was when listed. */
export type Files = readonly { path: string; blob: string }[];

/** Files that git has among its objects, in the repository around `top`: as plain data, for another thread to read (`readStored`). */
export type Stored = { top: string; files: Files };

export type Source = {
  /** Said to people: `the working tree`, `commit 1a2b3c4`. */
  name: string;
  /** `touched`: of a work tree, the paths alone that may have changed since the base; undefined: any may have. */
  candidates(base: Base | undefined, touched?: readonly string[]): Promise<Candidates>;
  /**
   * The bytes of files as they were when listed; of one in Git LFS those that its pointer stands for. Throws SourceChanged if one
   * is no longer, or no file at all. It is done at once: `hand-on.ts` reads while other things go on.
   */
  read(files: Files): Map<string, Uint8Array>;
  /** Which of them another thread may read too; undefined where none may. */
  stored?(files: Files): Stored;
  /** Keeps texts that somebody has read for all who will read them (`keeping.ts`). */
  keep?(files: Files, read: ReadonlyMap<string, Uint8Array>): void;
  /** Whether more can be kept. */
  hasRoom?(): boolean;
  /** Of a work tree alone: why git passes over which of its listed files when they are added, as far as it does. */
  ignoreRules?(paths: readonly string[]): ReadonlyMap<string, IgnoreRule>;
};
