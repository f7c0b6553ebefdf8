/**
 * What each kind of route is made of: the files of `layouts/`, the engine's and the newsroom's, that its layout reaches by
 * imports, and the style sheet, colours and icon that these show. Where that cannot be told, it is every file.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { filesOfSheet, isStyleName, styleNames } from '../../layouts/sheets.ts';
import type { Looks } from '../catalog/looks.ts';
import { engineRoot, layoutsTogether } from '../engine-files.ts';
import { kindsByName } from '../routes/rules.ts';
import { filesBelow } from '../source/files-below.ts';
import { importsIn } from './imports.ts';
import { kindsOfLayouts } from './layout-lines.ts';
import { areOfOneMaking } from './together.ts';

/** `path` is from the folder of the engine, or of the newsroom. */
type File = { path: string; isOwn: boolean; at: string };

/** What there is to know of layouts. */
type Layouts = Required<Omit<Looks, 'program'>>;

/** Kinds whose bytes no layout makes. */
const withoutLayout = ['picture', 'document', 'public-file'];

/** Found by their paths, not by imports. */
const tokens = 'layouts/styles/tokens.css';
const icon = 'layouts/icon.svg';
/** A card is drawn by the program; what it shows of layouts is told here. */
const ofCards = [tokens, 'layouts/tokens', 'layouts/own-files', 'layouts/social-card'];
const ofScripts = 'layouts/search/';
const ofIcons = [tokens, icon, 'layouts/shipped-icons', 'layouts/tokens', 'layouts/own-files'];

/** What a newsroom's own code may import of packages without bringing in any file of ours. */
const harmless = /^(?:preact|preact-render-to-string|zod)(?:\/|$)/;

/** `own`: the folders that the newsroom has of its own, `layouts` and `src`; whole paths. */
export function looksOf(own: readonly string[], root = engineRoot): Layouts {
  return new Shelf(own, root).looks();
}

class Shelf {
  readonly #files: File[] = [];
  readonly #byName = new Map<string, File[]>();
  readonly #next = new Map<File, readonly File[]>();
  readonly #root: string;

  constructor(own: readonly string[], root: string) {
    this.#root = root;
    for (const folder of ['layouts', 'src/exports']) this.#take(root, folder, false);
    for (const folder of own) this.#take(dirname(folder), basename(folder), true);
  }

  looks(): Layouts {
    const everywhere = this.#everywhere();
    const shown = this.#files.filter(({ path }) => path.startsWith('layouts/'));
    const hashes = shown.map((file): [string, string] => [nameOf(file), hashOf(file.at)]);
    const spoilt = areOfOneMaking(this.#root) ? [] : [layoutsTogether];
    const together = spoilt.map((path): [string, string] => [path, hashOf(join(this.#root, path))]);
    const kinds = [...kindsByName().keys()].map((kind): [string, string[]] => {
      if (withoutLayout.includes(kind)) return [kind, []];
      if (kind === 'search-script')
        return [kind, namesOf(this.#files.filter(({ path }) => path.startsWith(ofScripts)))];
      if (kind === 'icon') return [kind, namesOf(ofIcons.flatMap((path) => this.#shown(path)))];
      if (kind === 'social-card') return [kind, namesOf(ofCards.flatMap((path) => this.#shown(path)))];
      const reached = this.#reach([...everywhere, ...this.#rootsOf(kind)]);
      return [kind, [...namesOf(reached), ...spoilt].sort()];
    });
    return { files: Object.fromEntries([...hashes, ...together]), kinds: Object.fromEntries(kinds) };
  }

  #take(root: string, folder: string, isOwn: boolean): void {
    for (const below of filesBelow(join(root, folder))) {
      const path = `${folder}/${below}`;
      const file = { path, isOwn, at: join(root, path) };
      this.#files.push(file);
      const name = keyOf(withoutEnding(path), isOwn);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
    }
  }

  /** What every layout is made of. */
  #everywhere(): File[] {
    const { unclaimed } = this.#layouts();
    const inTexts = this.#files.filter(({ path, isOwn }) => isOwn && /^src\/(?!kinds\/)/.test(path));
    return [
      ...this.#engineFiles('layouts/layouts'),
      ...unclaimed.flatMap((path) => this.#engineFiles(path)),
      ...this.#engineFiles('layouts/block-words'),
      ...inTexts,
    ];
  }

  #rootsOf(kind: string): readonly File[] {
    const own = this.#byName.get(keyOf(`src/kinds/${kind}`, true));
    if (own) return own;
    const paths = this.#layouts().claimed.get(kind);
    return paths ? paths.flatMap((path) => this.#engineFiles(path)) : this.#files;
  }

  #layouts(): ReturnType<typeof kindsOfLayouts> {
    const [file] = this.#byName.get('layouts/layouts') ?? [];
    return kindsOfLayouts(file ? readFileSync(file.at, 'utf8') : '');
  }

  /** With all that they import; what `layouts/layouts` imports is told apart by kind. */
  #reach(from: readonly File[]): Set<File> {
    const reached = new Set(from);
    for (const file of reached)
      if (file.isOwn || withoutEnding(file.path) !== 'layouts/layouts')
        for (const next of this.#nextTo(file)) reached.add(next);
    return reached;
  }

  #nextTo(file: File): readonly File[] {
    const known = this.#next.get(file);
    if (known) return known;
    const next = isCode(file) ? this.#namedIn(file, readFileSync(file.at, 'utf8')) : [];
    this.#next.set(file, next);
    return next;
  }

  #namedIn(file: File, text: string): readonly File[] {
    const imports = importsIn(text);
    if (!imports) return this.#files;
    const { isOwn } = file;
    const found = (path: string) => {
      const target = posix.join(dirname(file.path), path);
      return isOwn ? this.#ownFiles(target) : this.#engineFiles(target);
    };
    if (isOwn && imports.imported.some((path) => found(path).length === 0)) return this.#files;
    const ofPackages = isOwn ? imports.packages.map((name) => this.#ofPackage(name)) : [];
    const sheets = this.#sheetsIn(file, text);
    if (ofPackages.includes(undefined)) return this.#files;
    return [...imports.paths.flatMap(found), ...ofPackages.flatMap((files) => files ?? []), ...sheets];
  }

  /** What a file of the newsroom gets by a package's name; undefined if that cannot be told. */
  #ofPackage(name: string): readonly File[] | undefined {
    if (harmless.test(name)) return [];
    const [, layout, door] = /^broadsheet\/(?:layouts\/(.+)|(\w+))$/.exec(name) ?? [];
    if (layout !== undefined) return this.#named(`layouts/${layout}`, false); // the engine's own, whatever stands in for it
    return door === undefined ? undefined : this.#named(`src/exports/${door}`, false);
  }

  /** What files of the engine get by a path: the newsroom's, where that stands in for it. */
  #engineFiles(path: string): readonly File[] {
    const found = this.#named(path, false);
    const name = withoutEnding(found[0]?.path ?? '');
    const own = /^layouts\/(?:components|pages)\/[^/]+$/.test(name) ? this.#named(name, true).filter(isCode) : [];
    return own.length > 0 ? own : found;
  }

  #ownFiles(path: string): readonly File[] {
    const found = this.#named(path, true);
    return found.length > 0 ? found : this.#named(`${path}/index`, true);
  }

  /** By a path with its ending, or another, or none. */
  #named(path: string, isOwn: boolean): readonly File[] {
    const whole = this.#byName.get(keyOf(path, isOwn)) ?? [];
    return [...whole, ...(this.#byName.get(keyOf(withoutEnding(path), isOwn)) ?? [])];
  }

  /** The style sheets that a page or component names, with the colours and the icon that it shows beside them. */
  #sheetsIn({ path, isOwn }: File, text: string): File[] {
    const beside = [
      ...(/\b(?:colour|iconAddress)\b/.test(text) ? [tokens] : []),
      ...(/\biconAddress\b/.test(text) ? [icon] : []),
    ];
    const isPage = isOwn || /^layouts\/(?:components|pages)\//.test(path);
    const names = isPage && !/^layouts\/components\/head\./.test(path) ? stylesIn(text, isOwn) : [];
    const ofSheets = names
      .flatMap((name) => [...filesOfSheet(name), 'own'])
      .map((name) => `layouts/styles/${name}.css`);
    return [...new Set([...beside, ...ofSheets])].flatMap((each) => this.#shown(each));
  }

  /** The engine's file and the newsroom's, which is laid over it. */
  #shown(path: string): readonly File[] {
    return [...this.#named(path, false), ...this.#named(path, true)];
  }
}

const styling = /\bstyle(?:Of)?\s*[=:(]/g;
/** One of them, one of two, or what the file itself was given. */
const styled = /\s*(?:\{?\s*style\b|\{?(?:[^?:'"{}]*\?\s*)?(['"])([\w-]+)\1(?:\s*:\s*(['"])([\w-]+)\3)?)/y;

/** Which style sheets a file may choose; all of them if that cannot be told. */
function stylesIn(text: string, isOwn: boolean): readonly (typeof styleNames)[number][] {
  const chosen = new Set<string>();
  for (const { index, 0: before } of text.matchAll(styling)) {
    styled.lastIndex = index + before.length;
    const [whole, , first, , second] = styled.exec(text) ?? [];
    if (whole === undefined || isOwn) return styleNames;
    for (const each of [first, second]) if (each !== undefined) chosen.add(each);
  }
  return [...chosen].every(isStyleName) ? ([...chosen] as typeof styleNames) : styleNames;
}

function isCode({ path }: File): boolean {
  return /\.[jt]sx?$/.test(path);
}

function keyOf(path: string, isOwn: boolean): string {
  return isOwn ? `own ${path}` : path;
}

/** What people are told that it is. */
function nameOf({ path, isOwn }: File): string {
  return isOwn ? `${path} of the newsroom` : path;
}

function namesOf(files: Iterable<File>): string[] {
  const shown = [...files].filter(({ path }) => path.startsWith('layouts/'));
  return [...new Set(shown.map(nameOf))].sort();
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '');
}

function hashOf(file: string): string {
  return hash('sha256', readFileSync(file), 'base64url').slice(0, 22);
}
