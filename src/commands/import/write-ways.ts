/** Ways to the pages that came along: links of the footer, and a page that lists what nothing else links to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, type Node, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import { maxItems } from '../../content/lengths.ts';
import type { Language, Text } from '../../content/names.ts';
import type { Site } from '../../content/site.ts';
import { pageUrl } from '../../content/urls.ts';
import { yamlLine } from '../../content/yaml/write.ts';
import { type FooterLink, footerLinks } from '../../import/footer.ts';
import { free } from '../../import/guess.ts';
import type { Placed } from '../../import/places.ts';
import { writeMarkdown } from '../../import/text/write-markdown.ts';
import { type Linking, unlinkedPages } from '../../import/unlinked-pages.ts';
import { openWordsShelf, type WordsFolder } from '../../sync/words-shelf.ts';
import type { Notes } from './begun-list.ts';
import type { Work } from './convert-stories.ts';
import type { ImportState } from './import-state.ts';
import type { AllDone } from './write-stories.ts';

export type Ways = {
  /** Links of the old menus that the footer has got. */
  footer: FooterLink[];
  /** Pages that no text and no menu leads to. */
  unlinked: Placed[];
  /** The files that list them. */
  lists: string[];
};

type Writing = { content: string; state: ImportState; words: readonly WordsFolder[]; siteOf(text: string): Site };

export function writeWays(work: Work, done: AllDone, writing: Writing): Ways {
  const { survey, addresses, hosts, mapping, out } = work;
  const isShown = ({ key, isPublic }: Placed) => isPublic && !out.has(key);
  const links = footerLinks(survey.menu, { addresses, hosts, mapping, site: work.site, isShown });
  const { site, added } = addToFooter(links, work.site, writing);
  const unlinked = unlinkedPages(shownIn(work, done), site);
  const taken = new Set(site.sections.map((each) => each.id));
  for (const { path } of work.places.placed.values()) taken.add(path.replace(/^pages\/|\..*$/g, ''));
  const id = free(listId, taken);
  const listed = writeLists(id, unlinked, site, writing);
  const said = (texts: Record<Language, string>): Text =>
    site.languages.length === 1 ? (Object.values(texts)[0] ?? '') : texts;
  const link =
    listed.length === 0
      ? undefined
      : {
          title: said(Object.fromEntries(listed.map(({ language, title }) => [language, title]))),
          url: said(Object.fromEntries(listed.map(({ language }) => [language, pageUrl(id, language, site)]))),
        };
  const isThere = changeFooter(writing, (footer) => {
    const urls = site.languages.map((language) => pageUrl(id, language, site));
    const index = footer.items.findIndex((item) => urlsIn(item).some((each) => urls.includes(each)));
    if (index === -1) return false;
    if (link) (footer.items[index] as YAMLMap).set('url', flow(link.url));
    else footer.delete(index);
    return true;
  });
  if (link && !isThere) addToFooter([link], site, writing);
  return { footer: added, unlinked, lists: listed.map(({ path }) => path) };
}

const listId = 'contents';

/** Whether a file may be such a list: those are made last. */
export function isList(path: string): boolean {
  return new RegExp(`^content/pages/${listId}(?:-\\d+)?(?:\\.[\\w-]+)?\\.md$`).test(path);
}

/** A page for each language in which there are any, unless editors have removed it. */
function writeLists(id: string, unlinked: readonly Placed[], site: Site, { state, words }: Writing) {
  const byLanguage = Map.groupBy(unlinked, ({ language }) => language);
  const { wording } = openWordsShelf(words).judge([...byLanguage.keys()]);
  return [...byLanguage].flatMap(([language, pages]) => {
    const path = `content/pages/${id}${language === site.languages[0] ? '' : `.${language}`}.md`;
    const title = wording[language]?.contents ?? 'Contents';
    const written = state.write(path, `---\ntitle: ${yamlLine(title)}\n---\n${listOf(pages)}\n`);
    return written === 'removed' ? [] : [{ language, path, title }];
  });
}

/** What readers have of it. */
export function* shownIn({ out, places }: Work, done: AllDone): Generator<Linking> {
  for (const [key, { links }] of done) {
    const placed = places.placed.get(key);
    if (placed?.isPublic && !out.has(key)) yield { placed, ...(links && { links }) };
  }
}

function listOf(pages: readonly Placed[]): string {
  const titleOf = ({ facts, path }: Placed) => facts.title || path.replace(/^pages\/|\..*$/g, '');
  const items = pages
    .map((page) => ({ url: page.url, title: titleOf(page) }))
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.url < b.url ? -1 : 1))
    .map(({ url, title }) => ({
      ...{ type: 'listItem' as const, spread: false },
      children: [
        {
          type: 'paragraph' as const,
          children: [{ type: 'link' as const, url, children: [{ type: 'text' as const, value: title }] }],
        },
      ],
    }));
  return writeMarkdown({ type: 'root', children: [{ type: 'list', spread: false, children: items }] }, 'plain');
}

/** Those that were removed stay away. */
function addToFooter(links: readonly FooterLink[], site: Site, writing: Writing): { site: Site; added: FooterLink[] } {
  const { content, state, siteOf } = writing;
  const room = maxItems.site - site.footer.length;
  const noteOf = ({ url }: FooterLink) => `site.yaml#footer ${typeof url === 'string' ? url : Object.values(url)[0]}`;
  const added = links.filter((each) => !state.has(noteOf(each))).slice(0, Math.max(0, room));
  if (added.length === 0) return { site, added };
  changeFooter(
    writing,
    (footer) => {
      for (const link of added) footer.add(flow(link));
      return true;
    },
    { notes: added.map(noteOf) },
  );
  return { site: siteOf(readFileSync(join(content, 'site.yaml'), 'utf8')), added };
}

/** `change` says whether there was anything to change; `notes`: of what it adds. */
function changeFooter(
  { content, state }: Writing,
  change: (footer: YAMLSeq) => boolean,
  notes: Partial<Notes> = {},
): boolean {
  const document = parseDocument(readFileSync(join(content, 'site.yaml'), 'utf8'));
  const found = document.get('footer');
  const footer = found instanceof YAMLSeq ? found : new YAMLSeq();
  if (!change(footer)) return false;
  if (footer.items.length === 0) document.delete('footer');
  else document.set('footer', footer);
  state.share('content/site.yaml', document.toString({ lineWidth: 0 }), notes);
  return true;
}

function urlsIn(item: unknown): string[] {
  const url = item instanceof YAMLMap ? item.toJSON().url : undefined;
  return typeof url === 'string' ? [url] : Object.values(url ?? {});
}

/** In one line. */
function flow(value: unknown): Node {
  const node = new Document(value).contents as Node;
  if (node instanceof YAMLMap) node.flow = true;
  return node;
}
