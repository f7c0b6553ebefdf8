/** Which routes a change of the engine or of the site touches, and what people are told of it: by kind, and by file. */
import type { Catalog } from '../catalog/catalog.ts';
import { fingerprint } from '../catalog/hash.ts';
import { keepLooks, keptLooks, type Looks, lookOf } from '../catalog/looks.ts';
import type { Site } from '../content/site.ts';

type Compared = {
  engine: string;
  /** Undefined if the engine is the same. */
  looks: Looks | undefined;
  former: Site | undefined;
  site: Site;
  /** `site.yaml` itself is among the files that differ. */
  isSiteEdited: boolean;
};

/** Every page shows something of the site, and is made by the program; all else is a matter of its kind. */
export function touchByLooks(catalog: Catalog, { engine, looks, former, site, isSiteEdited }: Compared): void {
  const before = keptLooks(catalog);
  const causes = before && looks ? filesThatDiffer(before, looks) : new Map<string, string>();
  if (fingerprint(former) !== fingerprint(site))
    catalog.touched.addAll(
      isSiteEdited ? 'site.yaml changed' : (tell(wordsIn(causes)) ?? 'the words or icons changed'),
    );
  if (!looks) return;
  if (before?.program !== looks.program || !before.kinds !== !looks.kinds)
    catalog.touched.addAll('the program changed');
  else touchKinds(catalog, causes, before, looks);
  keepLooks(catalog, engine, looks);
}

function touchKinds(catalog: Catalog, causes: ReadonlyMap<string, string>, before: Looks, after: Looks): void {
  for (const kind of Object.keys({ ...before.kinds, ...after.kinds })) {
    const [was, is] = [before.kinds?.[kind], after.kinds?.[kind]];
    if (was && is && lookOf(kind, before) === lookOf(kind, after)) continue;
    const made = new Set([...(was ?? []), ...(is ?? [])]);
    const why = tell(new Map([...causes].filter(([file]) => made.has(file))));
    catalog.touched.addKind(kind, why ?? 'the layouts changed');
  }
}

/** Each with what became of it. */
function filesThatDiffer(before: Looks, after: Looks): Map<string, string> {
  const differing = Object.keys({ ...before.files, ...after.files }).filter(
    (file) => before.files[file] !== after.files[file],
  );
  return new Map(
    differing
      .sort()
      .map((file) => [file, !(file in after.files) ? 'is gone' : file in before.files ? 'changed' : 'is new']),
  );
}

function wordsIn(causes: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...causes].filter(([file]) => file.startsWith('layouts/words/')));
}

/** `layouts/pages/article.tsx changed`; undefined of nothing. */
function tell(causes: ReadonlyMap<string, string>): string | undefined {
  const [first, second, ...others] = causes.keys();
  if (first === undefined) return undefined;
  if (second === undefined) return `${first} ${causes.get(first)}`;
  if (others.length === 0) return `${first} and ${second} changed`;
  return `${first}, ${second} and ${others.length} more file${others.length === 1 ? '' : 's'} changed`;
}
