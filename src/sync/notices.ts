/** Notices that came, went, changed, or begin or end by the clock: the pages that carry them, or did, are told. */
import type { Catalog } from '../catalog/catalog.ts';
import { carriersOf, noticesScope } from '../content/carriers.ts';
import { isCarriedAt, turnsOfNotice } from '../content/life.ts';
import type { Notice } from '../content/notice.ts';
import type { Site } from '../content/site.ts';
import type { Seconds } from '../content/times.ts';
import type { Changes } from './changes.ts';

/** By path, as they were before this sync; undefined: not there. */
export type FormerNotices = Map<string, Notice | undefined>;

/** Notes how a notice was, and when it turns now. `value` undefined: its file is gone. */
export function noteNotice(
  { catalog, formerNotices }: { catalog: Catalog; formerNotices: FormerNotices },
  { id, path }: { id: number; path: string },
  value: Notice | undefined,
): void {
  const written = catalog.records.at(path);
  const former = written === undefined ? undefined : (JSON.parse(written) as Notice);
  formerNotices.set(path, former);
  catalog.turns.change(id, former ? turnsOfNotice(former) : [], value ? turnsOfNotice(value) : []);
}

type ToChange = { site: Site; formerNotices: FormerNotices; turning: readonly number[]; before: Seconds };

/** `turning`: files that the clock changes; `before`: the instant of the last sync. */
export function changeNotices(
  catalog: Catalog,
  changes: Changes,
  { site, formerNotices, turning, before }: ToChange,
): void {
  const former: FormerNotices = new Map(formerNotices);
  for (const id of turning) {
    const path = catalog.files.withId(id)?.path ?? '';
    if (path.startsWith('notices/') && !former.has(path)) former.set(path, catalog.record<Notice>(path));
  }
  for (const [path, was] of former) {
    const is = catalog.record<Notice>(path);
    if (was && isCarriedAt(was, before)) tellCarriers(catalog, changes, was, site);
    if (is && isCarriedAt(is, catalog.now)) tellCarriers(catalog, changes, is, site);
  }
}

function tellCarriers(catalog: Catalog, changes: Changes, notice: Notice, site: Site): void {
  for (const carrier of carriersOf(notice, site)) {
    const scope = noticesScope(carrier);
    if (carrier.is !== 'story') changes.single(scope, 1, notice.path);
    else changes.span(catalog.scopes.id(scope), [carrier.at, notice.until], notice.path);
  }
}
