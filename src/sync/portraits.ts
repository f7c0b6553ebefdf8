/** Portraits of authors: until when they may be shown, and who is told when that, or the picture itself, is another. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Author } from '../content/author.ts';
import type { Turn } from '../content/life.ts';
import { author } from '../content/listings/author.ts';
import { type ContentPath, contentPath } from '../content/paths.ts';
import { portraitKey } from '../content/portrait.ts';
import { singles } from '../content/scopes.ts';
import type { Changes } from './changes.ts';

/** Notes when an author’s portrait expires now. To be called while the catalog has the file as it was; undefined: it is gone. */
export function noteExpiry(
  catalog: Catalog,
  { id, path }: { id: number; path: string },
  value: Author | undefined,
): void {
  const written = catalog.records.at(path);
  catalog.turns.change(id, turnsOf(written === undefined ? undefined : JSON.parse(written)), turnsOf(value));
  const key = value && portraitKey(value);
  const at = value?.portrait?.expires;
  const expiries =
    key === undefined || at === undefined ? [] : [{ key, at, blob: catalog.files.keyed(key)?.blob ?? '' }];
  catalog.expiries.replace(id, expiries);
}

function turnsOf(value: Author | undefined): Turn[] {
  const at = value?.portrait?.expires;
  return at === undefined ? [] : [{ at, what: 'a picture expires' }];
}

/** Who reads the file of the author whose portrait came, went or changed. */
export function tellPortrait(changes: Changes, content: ContentPath): void {
  if (content.kind === 'portrait') changes.single(singles.record(`authors/${content.id}.yaml`), 1, content.path);
}

/** Articles of the authors among files that the clock changes, by id with the cause; who reads these files is told. */
export function expirePortraits(catalog: Catalog, changes: Changes, turning: readonly number[]): Map<number, string> {
  const showing = new Map<number, string>();
  for (const { path, mode } of turning.flatMap((id) => catalog.files.withId(id) ?? [])) {
    const content = contentPath(path, mode);
    if (!content || 'code' in content || content.kind !== 'author') continue;
    changes.single(singles.record(path), 1, path);
    for (const id of catalog.refs.filesReferringTo(`${author.name}:${content.id}`)) showing.set(id, path);
  }
  return showing;
}
