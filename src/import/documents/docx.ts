/** A `.docx` (ECMA-376) as a document: which parts it has, and what each is for. */
import { decodedPath } from '../../content/spelling.ts';
import { wordsOf } from '../text/visible-words.ts';
import { blocksAsHtml, withCaptions } from './blocks.ts';
import type { Document } from './document.ts';
import { blocksIn } from './docx-blocks.ts';
import { Fields } from './docx-fields.ts';
import { type Part, wordsIn } from './docx-inline.ts';
import { Lists } from './docx-lists.ts';
import { Styles } from './docx-styles.ts';
import { shownInPart } from './docx-words.ts';
import { notesAsHtml } from './notes.ts';
import { Told } from './told.ts';
import { BadXml, childOf, childrenOf, readXml, type Xml } from './xml-part.ts';
import { BadArchive, type ZipArchive } from './zip-archive.ts';

type Relation = { type: string; target: string; isOutside: boolean };
type Relations = ReadonlyMap<string, Relation>;

/** Throws a `BadArchive` of what is no `.docx`, or is broken. */
export function readDocx(archive: ZipArchive): Document {
  const main = [...relationsOf('', archive).values()].find(({ type }) => type === 'officeDocument')?.target;
  const text = main === undefined ? undefined : partAt(main, archive);
  const body = childOf(text, 'w:body');
  if (main === undefined || !text || !body) throw new BadArchive('has no text: it is no .docx');
  const relations = relationsOf(main, archive);
  const named = (type: string) =>
    [...relations.values()].filter((each) => each.type === type).map(({ target }) => target);
  const part = (type: string) => named(type).map((target) => partAt(target, archive))[0];
  const told = new Told(commentsIn(part('comments')));
  const notes = new Notes();
  const common = {
    ...{ told, styles: new Styles(part('styles')), lists: new Lists(part('numbering')) },
    note: (kind: NoteKind, id: string) => notes.number(kind, id),
  };
  const read = (parent: Xml, of: Relations) => {
    const own: Part = { ...common, relations: of, fields: new Fields(told), blocksOf: (below) => blocksIn(below, own) };
    return blocksIn(parent, own);
  };
  const { blocks, hasMoved } = withCaptions(read(body, relations));
  const all = noteKinds.flatMap((kind) =>
    named(`${kind}s`).map((target) => ({ kind, target, xml: partAt(target, archive) })),
  );
  for (const { kind, xml } of all) for (const note of childrenOf(xml, `w:${kind}`)) notes.keep(kind, note, told);
  const written = notes.inOrder().map(({ kind, number, xml }) => {
    const { target = '' } = all.find((each) => each.kind === kind) ?? {};
    return { number, html: blocksAsHtml(read(xml, relationsOf(target, archive))) };
  });
  for (const words of runningWords([...named('header'), ...named('footer')], archive)) told.lose('running', words);
  const words = [main, ...all.map(({ target }) => target)].flatMap((name) =>
    shownInPart(archive.read(name) ?? new Uint8Array()),
  );
  const losses = told.all(words.join('').length);
  return {
    ...{ blocks, losses, words },
    notes: notesAsHtml(written),
    hasMoved: hasMoved || written.length > 0 || losses.some(({ kind }) => kind === 'text-box' || kind === 'drawing'),
    picture: (src) => archive.read(src),
  };
}

const noteKinds = ['footnote', 'endnote'] as const;
type NoteKind = (typeof noteKinds)[number];

/** Notes have the numbers in which their signs stand in the text, whatever the document calls them. */
class Notes {
  readonly #numbers = new Map<string, number>();
  readonly #kept: { kind: NoteKind; number: number; xml: Xml }[] = [];

  number(kind: NoteKind, id: string): number {
    const known = this.#numbers.get(`${kind} ${id}`) ?? this.#numbers.size + 1;
    this.#numbers.set(`${kind} ${id}`, known);
    return known;
  }

  keep(kind: NoteKind, xml: Xml, told: Told): void {
    const number = this.#numbers.get(`${kind} ${xml.attributes['w:id']}`);
    if (number !== undefined) this.#kept.push({ kind, number, xml });
    else {
      const words = wordsIn(xml, 'w:t');
      if (words.trim() !== '') told.lose('deletion', `a note that no sign leads to: “${words}”`, words);
    }
  }

  inOrder(): { kind: NoteKind; number: number; xml: Xml }[] {
    return this.#kept.toSorted((a, b) => a.number - b.number);
  }
}

function partAt(name: string, archive: ZipArchive): Xml | undefined {
  const bytes = archive.read(name);
  if (!bytes) return undefined;
  try {
    return readXml(bytes);
  } catch (error) {
    if (error instanceof BadXml) throw new BadArchive(`cannot be read: ${name} ${error.message}`);
    throw error;
  }
}

/** What a part names. Files of the archive are given by their names there; `part` is `` for the archive as a whole. */
function relationsOf(part: string, archive: ZipArchive): Relations {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list = partAt(`${folder}_rels/${part.slice(folder.length)}.rels`, archive);
  return new Map(
    [...childrenOf(list, 'rel:Relationship')].map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const isOutside = TargetMode === 'External';
      const target = isOutside ? Target : nameFrom(folder, Target);
      return [Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, isOutside }];
    }),
  );
}

/** The name of a file of the archive, as a part in a folder names it. */
function nameFrom(folder: string, target: string): string {
  const path = URL.parse(target, `zip://archive/${folder}`)?.pathname.slice(1) ?? target;
  return decodedPath(path) ?? path;
}

function commentsIn(part: Xml | undefined) {
  return [...childrenOf(part, 'w:comment')].map((comment) => ({
    id: comment.attributes['w:id'] ?? '',
    author: comment.attributes['w:author'] ?? '',
    words: wordsIn(comment, 'w:t').trim(),
  }));
}

/** Of headers and footers; what several pages say is told once. */
function runningWords(parts: readonly string[], archive: ZipArchive): Set<string> {
  const all = parts.map((name) => {
    const xml = partAt(name, archive);
    return xml ? wordsIn(xml, 'w:t').trim() : '';
  });
  return new Set(all.filter((words) => wordsOf(words).length > 0));
}
