/**
 * The first step of a sync: files that differ are parsed and their rows written. What else has to be
 * looked at again because of them is noted: articles that join what changed, and files that refer to it.
 */

import type { Catalog } from '../catalog/catalog.ts';
import { packArticle } from '../catalog/packed.ts';
import { states } from '../catalog/tables/articles.ts';
import type { CatalogFile } from '../catalog/tables/files.ts';
import type { Article } from '../content/article.ts';
import type { Author } from '../content/author.ts';
import type { Gone } from '../content/endings.ts';
import { claimedBy } from '../content/former.ts';
import type { Known } from '../content/known.ts';
import { expiriesOf, stateAt, turnsOf } from '../content/life.ts';
import type { Notice } from '../content/notice.ts';
import type { Page } from '../content/page.ts';
import { type ContentPath, contentPath, isBytes, isPicture } from '../content/paths.ts';
import { singles } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { fileKey } from '../content/story-files.ts';
import { isFault, type Problem } from '../problem.ts';
import type { FileId, Source } from '../source/source.ts';
import type { Changes } from './changes.ts';
import { markDependents, markFront, markLeft, markSharers, refsOf } from './dependents.ts';
import { noteEndings } from './endings.ts';
import type { PictureTerms } from './expires-elsewhere.ts';
import { movePlace, noteForSearch } from './file-places.ts';
import { noteFormers } from './formers.ts';
import type { Inspection } from './inspect-pictures.ts';
import { intakeSite } from './intake-site.ts';
import { knownIn } from './known-names.ts';
import { idsNamedBy, idsNamedIn, type NamedRead, noteNamed } from './near-ids.ts';
import { type FormerNotices, noteNotice } from './notices.ts';
import { parseBytes, parseText } from './parse-content.ts';
import type { Parser } from './parser.ts';
import { noteExpiry, tellPortrait } from './portraits.ts';
import { type ReadFile, readInParts } from './read-in-parts.ts';
import { noteTerms } from './search/note-terms.ts';
import { TermNumbers } from './search/term-numbers.ts';
import { isNameAlone } from './story-names.ts';
import type { Weights } from './weigh-files.ts';
import type { WordsShelf } from './words-shelf.ts';

/** Files that differ from the catalog's; null: gone. Sorted by path. */
export type ChangedFiles = ReadonlyMap<string, FileId | null>;

export type Intake = {
  site: Site;
  problems: Problem[];
  /** Articles to derive again, by id, with the file that made it so. */
  dirty: Map<number, string>;
  /** Files to cross-check, by id. */
  recheck: Set<number>;
  /** Claims of lines of `gone.yaml` to cross-check, where not the whole file is. */
  endings: Set<string>;
  /** Ids of listings that were read, each with the files of the stories that name it, by id. */
  namedRead: NamedRead;
  pictureTerms: PictureTerms;
  /** Files that could not be read: they exist, but nothing can be said of them. */
  unreadable: Set<string>;
  known: Known;
  formerNotices: FormerNotices;
  /** Paths of articles that are gone, by id, until their entries are removed. */
  gone: Map<number, string>;
};

export type ToTakeIn = {
  changed: ChangedFiles;
  source: Source;
  now: number;
  words: WordsShelf | undefined;
  isIconDrawn?: boolean | undefined;
  isPreview?: true | undefined;
  isWithoutPages?: true | undefined;
  pictures: Inspection;
  weights: Weights;
  changes: Changes;
  /** All files that there are, so that nobody has to be found who depends on one of them. */
  isAllRead: boolean;
  /** What parses on other threads; undefined where it is as quick to do so here. */
  parser?: Parser | undefined;
  onProgress?(done: number, total: number): void;
};

export async function takeIn(catalog: Catalog, toTakeIn: ToTakeIn): Promise<Intake> {
  const { changed, source, now, isAllRead, pictures, weights, changes, onProgress } = toTakeIn;
  const { site, problems } = intakeSite(catalog, toTakeIn);
  const intake: Intake = {
    site,
    problems,
    dirty: new Map(),
    recheck: new Set(),
    endings: new Set(),
    namedRead: new Map(),
    pictureTerms: { articles: new Set(), pictures: new Set(), bytes: new Set() },
    unreadable: new Set(),
    known: knownIn(catalog, changed),
    formerNotices: new Map(),
    gone: new Map(),
  };
  const numbering = new TermNumbers(catalog.terms);
  const context = { catalog, intake, changes, now, pictures, weights, isAllRead, numbering };
  const present: { path: string; file: FileId }[] = [];
  for (const [path, file] of changed) {
    if (file === null) removeFile(context, path);
    else present.push({ path, file });
  }
  // The remedies of stories name authors, and those of the front page name stories.
  const order = ({ path }: { path: string }) => (path.startsWith('authors/') ? 0 : path === 'front.yaml' ? 2 : 1);
  present.sort((one, other) => order(one) - order(other));
  let done = 0;
  for await (const part of readInParts(present, { source, intake, parser: toTakeIn.parser })) {
    onProgress?.(done, present.length);
    for (const file of part) takeInFile(context, file);
    done += part.length;
  }
  return intake;
}

type Context = {
  catalog: Catalog;
  intake: Intake;
  changes: Changes;
  now: number;
  pictures: Inspection;
  weights: Weights;
  isAllRead: boolean;
  numbering: TermNumbers;
};

function takeInFile(context: Context, { path, file, content, bytes, parsedApart }: ReadFile): void {
  if (content === undefined) return;
  if ('code' in content) {
    context.intake.problems.push(content);
    return;
  }
  const before = context.catalog.files.at(path);
  const id = writeFile(context.catalog, content, file, before);
  const written = { id, isNew: before === undefined };
  if (isPicture(content)) noteBytes(context, fileKey(path), file.blob);
  movePlace(context.changes, content, { before, after: file, site: context.intake.site });
  const parsed = parsedApart ?? (bytes ? parseText(content, bytes, context.intake) : parseBytes(content, context));
  const value = parsed.value ?? parsed.asRead;
  if (value === undefined && parsed.problems.some(isFault)) context.intake.unreadable.add(path);
  if (content.kind !== 'site') for (const problem of parsed.problems) context.intake.problems.push(problem);
  if (content.kind !== 'gone' || context.isAllRead) context.intake.recheck.add(id);
  if (!before && !context.isAllRead) markFront(context.catalog, context.intake, content);
  writeValue(context, content, written, value);
  if (content.kind === 'article' && value !== undefined) noteTerms(context, written, parsed.words);
}

/** Returns its id. */
function writeFile(catalog: Catalog, content: ContentPath, file: FileId, before: CatalogFile | undefined): number {
  if (!before) return catalog.files.add(content.path, file, isBytes(content) ? fileKey(content.path) : null);
  catalog.files.change(before.id, file);
  return before.id;
}

/** What is said of a picture holds for the bytes that it has. */
function noteBytes({ catalog, intake }: Context, key: string, blob: string): void {
  catalog.expiries.setBytes(key, blob);
  intake.pictureTerms.pictures.add(key);
}

/** Of a file that is new nothing is read. */
type Written = { id: number; isNew: boolean };

function writeValue(context: Context, content: ContentPath, written: Written, value: unknown): void {
  const { catalog, intake, changes } = context;
  const { id, isNew } = written;
  markChanged(context, content, isNameAlone(catalog, content, { id, value }));
  if (value === undefined) return;
  if (content.kind !== 'article') noteFormers({ catalog, intake, changes }, content, { id, value });
  if (content.kind === 'page') noteForSearch(changes, content, [catalog.records.of(id), value as Page], intake.site);
  markStory(context, id, content.kind === 'article' ? (value as Article) : undefined);
  catalog.refs.replace(id, refsOf(content, value, intake.site), isNew ? null : undefined);
  const claimed = claimedBy(content, value, intake.site);
  if (!isNew || claimed.length > 0) catalog.claims.replace(id, claimed);
  if (content.kind === 'author') noteExpiry(catalog, { id, path: content.path }, value as Author);
  if (content.kind === 'notice') noteNotice({ catalog, ...intake }, { id, path: content.path }, value as Notice);
  if (content.kind === 'gone') noteEndings(context, id, value as Gone);
  if (content.kind === 'topic') noteNamed(intake.namedRead, idsNamedIn('topics', content.id));
  if (content.kind === 'article') writeArticle(context, written, value as Article);
  else catalog.records.put(id, JSON.stringify(value));
}

function writeArticle({ catalog, intake, now }: Context, { id, isNew }: Written, article: Article): void {
  catalog.articles.put(id, states[stateAt(article, now, intake.site)], packArticle(article));
  catalog.turns.replace(id, turnsOf(article), isNew ? null : undefined);
  const expiries = expiriesOf(article);
  if (!isNew || expiries.length > 0) writeExpiries(catalog, intake, id, expiries);
  intake.pictureTerms.articles.add(id);
  intake.dirty.set(id, article.path);
  noteNamed(intake.namedRead, idsNamedBy(article), id);
}

function writeExpiries(
  catalog: Catalog,
  { pictureTerms }: Intake,
  id: number,
  expiries: ReturnType<typeof expiriesOf>,
): void {
  const withBytes = expiries.map((each) => ({ ...each, blob: catalog.files.keyed(each.key)?.blob ?? '' }));
  for (const blob of catalog.expiries.replace(id, withBytes)) pictureTerms.bytes.add(blob);
}

/** What shows a changed file is to be looked at again; who reads a record alone is told by a point. */
function markChanged({ catalog, intake, changes, isAllRead }: Context, content: ContentPath, isName = false): void {
  if (!isAllRead) markDependents(catalog, intake, content, isName);
  tellPortrait(changes, content);
  if (content.kind !== 'article' && !isBytes(content)) changes.single(singles.record(content.path), 1, content.path);
}

/** What a file's story was, and is now, others may be wrong about. To be called while the catalog has the one before. */
function markStory({ catalog, intake, isAllRead }: Context, id: number, article: Article | undefined): void {
  if (isAllRead) return;
  const was = catalog.writtenArticle(id);
  for (const each of [was, article]) markSharers(catalog, intake, each);
  markLeft(catalog, intake, was, article);
}

function removeFile(context: Context, path: string): void {
  const { catalog, intake } = context;
  const known = catalog.files.at(path);
  if (!known) return;
  const content = contentPath(path, known.mode);
  if (content && !('code' in content)) {
    markChanged(context, content);
    movePlace(context.changes, content, { before: known, after: undefined, site: intake.site });
    if (content.kind === 'author') noteExpiry(catalog, known, undefined);
    if (content.kind === 'notice') noteNotice({ catalog, ...intake }, known, undefined);
    if (content.kind === 'gone') noteEndings(context, known.id, undefined);
    noteFormers(context, content, { id: known.id, value: undefined });
  }
  markStory(context, known.id, undefined);
  catalog.refs.replace(known.id, []);
  catalog.claims.replace(known.id, []);
  writeExpiries(catalog, intake, known.id, []);
  if (content && 'kind' in content && isPicture(content)) noteBytes(context, fileKey(path), '');
  catalog.files.remove(known.id);
  catalog.records.remove(known.id);
  intake.dirty.delete(known.id);
  if (catalog.articles.row(known.id)) {
    noteTerms(context, { id: known.id, isNew: false }, undefined);
    intake.gone.set(known.id, path);
    catalog.turns.replace(known.id, []);
    catalog.articles.setState(known.id, states.hidden);
  }
}
