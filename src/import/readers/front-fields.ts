/** What front matter of other programs says, by the keys that they and their themes have for it. */
import type { Named, SourcePicture, SourceStory } from '../source-story.ts';
import { type Field, fieldKeys } from './front-keys.ts';
import { type Front, isRecord } from './front-matter.ts';

/** For each key of front matter, how often it was there, and what it was taken for. */
export class UsedKeys {
  readonly #counts = new Map<string, { count: number; field?: Field }>();

  use(key: string, field: Field | undefined): void {
    const seen = this.#counts.get(key) ?? { count: 0 };
    this.#counts.set(key, { ...seen, count: seen.count + 1, ...(field && { field }) });
  }

  /** The most used first. */
  all(): [key: string, use: { count: number; field?: Field }][] {
    return [...this.#counts].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
  }
}

export type OwnKeys = Readonly<Record<string, string>>;

/** What a story says, and its keys that say nothing here. `own` names keys of a newsroom, and `none` for one to be left alone. */
export class FrontFields {
  readonly #front: Front;
  readonly #own: OwnKeys;
  readonly used = new Map<string, Field>();

  constructor(front: Front, own: OwnKeys) {
    this.#front = front;
    this.#own = own;
  }

  /** The first value there is for a field. */
  value(field: Field): unknown {
    const own = Object.keys(this.#own).filter((key) => this.#own[key] === field);
    for (const key of [...own, ...fieldKeys[field]]) {
      if (this.#own[key] !== undefined && this.#own[key] !== field) continue;
      const value = at(this.#front, key);
      if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
        continue;
      if (field === 'date' && typeof value === 'boolean') continue;
      if (field === 'url' && (typeof value !== 'string' || value === '')) continue;
      this.used.set(key, field);
      return value;
    }
    return undefined;
  }

  text(field: Field): string | undefined {
    const value = this.value(field);
    return value === undefined || isRecord(value)
      ? undefined
      : Array.isArray(value)
        ? value.map(String).join(', ')
        : String(value).trim();
  }

  list(field: Field, split = /\s*,\s*/): string[] {
    const value = this.value(field);
    const all = Array.isArray(value)
      ? value
      : typeof value === 'string'
        ? value.split(split)
        : value === undefined
          ? []
          : [value];
    return [
      ...new Set(
        all
          .flatMap((each) => (isRecord(each) ? String(each.name ?? each.title ?? each.id ?? '') : String(each ?? '')))
          .map((each) => each.trim()),
      ),
    ].filter(Boolean);
  }

  /** Front matter without what was used. */
  rest(): Record<string, unknown> {
    const tops = new Set([...this.used.keys()].map((key) => key.split('.')[0]));
    return Object.fromEntries(Object.entries(this.#front).filter(([key]) => !tops.has(key)));
  }
}

function at(front: Front, key: string): unknown {
  if (key in front) return front[key];
  return key.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), front);
}

function named(names: readonly string[]): Named[] {
  return names.map((name) => ({ name }));
}

/** A comma, but for one within brackets, as in `Ann Doe (Harbour, Ltd.)`; or that a link follows what is in brackets. */
const betweenPeople = /,(?![^()[\]]{0,300}[)\]])|(?<=\))\s+(?=\[)/;

/** Names without what else a byline says of people: links, `(@name)`, `and`. */
export function peopleIn(names: readonly string[]): string[] {
  const people = names.map((name) =>
    name
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\s*\(@[\w.@-]+\)/g, '')
      .replace(/^(?:and|und|et|y|e)\s+(?=\p{Lu})/u, '')
      .trim(),
  );
  return [...new Set(people)].filter(Boolean);
}

/** The lead picture, in the forms that themes have for one. */
function leadOf(fields: FrontFields): SourcePicture | undefined {
  const value = fields.value('image');
  const one = Array.isArray(value) ? value[0] : value;
  const within = isRecord(one) ? one : {};
  const src =
    typeof one === 'string'
      ? one
      : ['src', 'path', 'file', 'url', 'image', 'feature', 'teaser', 'overlay_image']
          .map((key) => within[key])
          .find((each) => typeof each === 'string');
  if (typeof src !== 'string' || src === '' || !/[./]/.test(src)) return undefined;
  const said = (key: string) => (typeof within[key] === 'string' ? (within[key] as string) : undefined);
  const alt = said('alt') ?? fields.text('alt');
  const caption = said('caption') ?? fields.text('caption');
  const credit = said('credit') ?? said('attribution') ?? fields.text('credit');
  return {
    src,
    ...(alt && { alt }),
    ...(caption && { caption: { format: 'markdown', text: caption } }),
    ...(credit && { credit }),
  };
}

/** What front matter says of a story, whatever its program. */
export function storyFields(
  fields: FrontFields,
): Pick<
  SourceStory,
  'title' | 'summary' | 'published' | 'updated' | 'authors' | 'sections' | 'tags' | 'state' | 'lead' | 'rest'
> &
  Partial<SourceStory> {
  const [summary, date, updated, language, translation, canonical, slug] = (
    ['summary', 'date', 'updated', 'language', 'translation', 'canonical', 'slug'] as const
  ).map((field) => fields.text(field));
  const lead = leadOf(fields);
  const isDraft = fields.value('draft') === true || fields.text('draft') === 'true';
  const story = {
    title: { format: 'markdown' as const, text: fields.text('title') ?? '' },
    ...(summary && { summary: { format: 'markdown' as const, text: summary } }),
    ...(date && { published: { text: date } }),
    ...(updated && { updated: { text: updated } }),
    authors: named(peopleIn(fields.list('authors', betweenPeople))),
    sections: named(fields.list('sections')),
    tags: named(fields.list('tags')),
    ...(slug && { slug }),
    ...(language && { language }),
    ...(translation && { translationOf: translation }),
    state: isDraft ? ('draft' as const) : ('public' as const),
    ...(lead && { lead }),
    ...(canonical && /^https?:/.test(canonical) && { canonical }),
    ...(fields.value('noindex') === true && { noindex: true }),
  };
  return { ...story, rest: fields.rest() };
}
