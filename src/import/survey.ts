/** What a source has, in a few words for each thing: all that has to be known before the first text is converted. */
import type {
  Named,
  Source,
  SourceList,
  SourceMedium,
  SourceMenuLink,
  SourcePlace,
  SourceStory,
  SourceTime,
} from './source-story.ts';
import { plainLine } from './text/plain.ts';

/** Of a story or page, what its address, its lists and links to it are made of. */
export type StoryFacts = Pick<SourceStory, 'kind' | 'place' | 'urls' | 'state'> & {
  slug?: string;
  /** Without markup. */
  title: string;
  published?: SourceTime;
  authors: string[];
  sections: string[];
  tags: string[];
  language?: string;
  translationOf?: string;
  /** A translation that nobody has written yet. */
  isEmpty?: true;
};

export type Survey = {
  stories: StoryFacts[];
  lists: SourceList[];
  /** Links of menus, in their order. */
  menu: SourceMenuLink[];
  /** Pictures and documents by each of their addresses, and by `id:` with their id. */
  media: Map<string, SourceMedium>;
  /** How often each stood first among the sections of a story, or was one of them. */
  sections: Map<string, { first: number; all: number }>;
  tags: Map<string, number>;
  authors: Map<string, number>;
  languages: Map<string, number>;
  /** What readers are shown of what is known by an id. */
  names: { section: Map<string, string>; tag: Map<string, string>; author: Map<string, string> };
};

/** One item by its place, the same whenever the source is read. */
export function keyOf({ file, item }: SourcePlace): string {
  return item === undefined ? file : `${file}#${item}`;
}

/** An id stands for a thing where there is one; a name where there is none. */
export function nameKey({ id, name }: Named): string {
  return id ?? name ?? '';
}

/** `onItem` is told how many stories there are so far. */
export async function surveySource(source: Source, onItem?: (stories: number) => void): Promise<Survey> {
  const names = {
    section: new Map<string, string>(),
    tag: new Map<string, string>(),
    author: new Map<string, string>(),
  };
  const survey: Survey = {
    stories: [],
    lists: [],
    menu: [],
    media: new Map(),
    sections: new Map(),
    tags: new Map(),
    authors: new Map(),
    languages: new Map(),
    names,
  };
  for await (const item of source.items()) {
    if (item.kind === 'list') survey.lists.push(apart(item));
    else if (item.kind === 'menu-link') survey.menu.push(apart(item));
    else if (item.kind === 'medium') {
      const medium = apart(item);
      for (const src of medium.srcs) survey.media.set(src, medium);
      if (medium.id !== undefined) survey.media.set(`id:${medium.id}`, medium);
    } else survey.stories.push(factsOf(item, survey));
    onItem?.(survey.stories.length);
  }
  // What is named in several languages is called as in the first.
  const first = source.site.languages?.[0];
  const inFirst = ({ language }: SourceList) => Number(language === undefined || language === first);
  for (const { of, named } of [...survey.lists].sort((a, b) => inFirst(a) - inFirst(b)))
    if (named?.name !== undefined && of !== 'all') names[of].set(nameKey(named), plainName(named.name));
  return survey;
}

/** As readers are shown it: what looks like markup in it is none. */
function plainName(name: string): string {
  return /[^\p{L}\p{M}\p{N} .,'’-]/u.test(name) ? plainLine({ format: 'plain', text: name }) || name : name;
}

/** Parts of a text that was read, and texts that were put together, keep all of that in memory; copies of them do not. */
export function apart<T extends object | string>(plain: T): T {
  return JSON.parse(JSON.stringify(plain));
}

function factsOf(story: SourceStory, survey: Survey): StoryFacts {
  const keys = (kind: keyof Survey['names'], all: readonly Named[]) =>
    all.map((each) => {
      const { name } = each;
      const shown = name === undefined ? undefined : plainName(name);
      if (shown !== undefined && survey.names[kind].get(nameKey(each)) !== shown) {
        const kept = apart({ key: nameKey(each), shown });
        survey.names[kind].set(kept.key, kept.shown);
      }
      return nameKey(each);
    });
  const facts: Omit<StoryFacts, 'place'> = apart({
    kind: story.kind,
    urls: story.urls,
    state: story.state,
    title: plainLine(story.title),
    authors: keys('author', story.authors),
    sections: keys('section', story.sections),
    tags: keys('tag', story.tags),
    ...(story.slug !== undefined && { slug: story.slug }),
    ...(story.published && { published: story.published }),
    ...(story.language !== undefined && { language: story.language }),
    ...(story.translationOf !== undefined && { translationOf: story.translationOf }),
    ...(story.translationOf !== undefined && story.body.text.trim() === '' && { isEmpty: true as const }),
  });
  if (story.kind === 'story') {
    for (const [index, each] of facts.sections.entries()) {
      const seen = survey.sections.get(each) ?? { first: 0, all: 0 };
      survey.sections.set(each, { first: seen.first + Number(index === 0), all: seen.all + 1 });
    }
    for (const each of facts.tags) count(survey.tags, each);
    for (const each of facts.authors) count(survey.authors, each);
  }
  if (story.language !== undefined) count(survey.languages, story.language);
  return { ...facts, place: { ...story.place } }; // its file is named once for all that stands in it
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
