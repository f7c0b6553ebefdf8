/**
 * A reader of a folder of texts with front matter. What differs between programs, which file is what and at which address,
 * is a `Program`, one file each; everything else is here.
 */
import type {
  Input,
  Reader,
  Source,
  SourceItem,
  SourceList,
  SourceRemark,
  SourceSite,
  SourceStory,
} from '../source-story.ts';
import { FrontFields, type OwnKeys, storyFields, UsedKeys } from './front-fields.ts';
import { type FrontFile, readData, readFrontFile } from './front-matter.ts';
import { withPartials } from './mdx-partials.ts';
import { inOrderOfWeight, isMenuFile, linkOfText, linksOfMenu, type Menu } from './menus.ts';

/** What a program makes of a file. */
export type Made = Partial<SourceStory> & Pick<SourceStory, 'kind' | 'urls'>;

/** Names of sections, tags and authors of all stories. */
export type SeenNames = Record<'section' | 'tag' | 'author', ReadonlySet<string>>;

export type Opened = {
  site: SourceSite;
  /** The folder of the site, where it is not that which is imported. */
  folder?: string;
  /** Its texts, in order. */
  files: readonly string[];
  /** `fields` are those of its front matter, with what the folder says for all of its files. Undefined: no text of the site. */
  read(file: string, front: FrontFile, fields: FrontFields): Read | Promise<Read>;
  /** What its front matter does not say, and a file beside it does. */
  defaults?(file: string): Record<string, unknown>;
  /** `seen` in all stories, `seenIn` in those of a language. */
  /** Menus of its settings; those of files of data, and what texts say of themselves, are found here. */
  menus?: readonly Menu[];
  lists(seen: SeenNames, seenIn: (language: string) => SeenNames): SourceList[];
  /** What beside its texts could not be read. */
  remarks?: readonly SourceRemark[];
};

type Read = Made | SourceList | undefined;

export type Program = {
  name: string;
  /** It can read what any program has made, though not all of it. */
  isAny?: true;
  recognise(input: Input): Promise<string | undefined>;
  open(input: Input): Promise<Opened>;
};

export type FolderSource = Source & { keys: UsedKeys };

/** `own`: what a newsroom says of its own keys. */
export function folderReader(program: Program, own: OwnKeys = {}): Reader {
  return {
    name: program.name,
    ...(program.isAny && { isAny: true }),
    recognise: (input) => program.recognise(input),
    open: async (input): Promise<FolderSource> => {
      const opened = await program.open(input);
      const remarks: SourceRemark[] = [];
      const keys = new UsedKeys();
      const { site, folder } = opened;
      const walk = { input, opened, own, remarks, keys };
      return { site, remarks, keys, items: () => items(walk), ...(folder && { folder }) };
    },
  };
}

type Walk = { input: Input; opened: Opened; own: OwnKeys; remarks: SourceRemark[]; keys: UsedKeys };

async function* items({ input, opened, own, remarks, keys }: Walk): AsyncGenerator<SourceItem> {
  const isFirst = keys.all().length === 0;
  remarks.splice(0, remarks.length, ...(opened.remarks ?? []));
  const { folder = '' } = opened;
  const seen = nothingSeen();
  const inLanguages = new Map<string, ReturnType<typeof nothingSeen>>();
  const menu = (opened.menus ?? []).flatMap((each) => linksOfMenu(each, { file: '' }));
  for (const file of input.files.filter(isMenuFile))
    menu.push(...linksOfMenu({ value: readData(file, await input.read(file)) }, { file }));
  for (const file of opened.files) {
    const text = await input.read(file);
    if (text === undefined) continue;
    const front = readFrontFile(text);
    if (front.fault)
      remarks.push({
        place: { file, line: front.fault.line },
        what: `The front matter cannot be read: ${front.fault.what}`,
      });
    const fields = new FrontFields({ ...opened.defaults?.(file), ...front.front }, own);
    const common = storyFields(fields);
    const made = await opened.read(file, front, fields);
    if (!made) continue;
    if (made.kind === 'list') {
      const words = front.body.replace(/\s+/g, ' ').trim();
      if (words !== '' && made.text === undefined && front.hasFront)
        remarks.push({
          place: { file, line: front.bodyLine },
          what: `The text above a list does not come along: ${words.slice(0, 80)}`,
        });
      yield made;
      continue;
    }
    const [to] = [front.front.redirect_to].flat();
    if (typeof to === 'string' && to !== '') {
      yield { kind: 'list', place: { file }, of: 'all', urls: made.urls, feeds: [], to };
      continue;
    }
    if (isFirst) for (const key of Object.keys(front.front)) useKey(keys, key, fields);
    const format = /\.mdx$/.test(file) ? 'mdx' : /\.html?$/.test(file) ? 'html' : 'markdown';
    const place = { file, line: front.bodyLine };
    const body = made.body ?? { format, text: front.body };
    const whole = body.format === 'mdx' ? await withPartials(body.text, file, { folder, read: input.read }) : body.text;
    const story: SourceStory = { ...common, place, ...made, body: { ...body, text: whole }, rest: fields.rest() };
    const { language, urls } = story;
    menu.push(...linkOfText(front.front, urls[0] ?? '', { place, ...(language !== undefined && { language }) }));
    if (story.kind === 'story') {
      const inIts = inLanguages.get(story.language ?? '') ?? nothingSeen();
      inLanguages.set(story.language ?? '', inIts);
      for (const each of [seen, inIts]) {
        for (const { name, id } of story.sections) each.section.add(name ?? id ?? '');
        for (const { name, id } of story.tags) each.tag.add(name ?? id ?? '');
        for (const { name, id } of story.authors) each.author.add(name ?? id ?? '');
      }
    }
    yield story;
  }
  yield* inOrderOfWeight(menu);
  yield* opened.lists(seen, (language) => inLanguages.get(language) ?? nothingSeen());
}

function nothingSeen() {
  return { section: new Set<string>(), tag: new Set<string>(), author: new Set<string>() };
}

/** What stands within a key is named with it, as `extra.updated`: so it is read again by what is written of it. */
function useKey(keys: UsedKeys, key: string, { used }: FrontFields): void {
  const within = [...used].filter(([each]) => each === key || each.startsWith(`${key}.`));
  if (within.length === 0) keys.use(key, undefined);
  for (const [each, field] of within) keys.use(each, field);
}
