/** Ways to the pages that came along: links of the footer, and a page that lists what nothing else links to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, YAMLSeq } from 'yaml';
import { maxItems } from '../../content/lengths.ts';
import type { Language, Text } from '../../content/names.ts';
import type { Site } from '../../content/site.ts';
import { pageUrl } from '../../content/urls.ts';
import { yamlLine } from '../../content/yaml/write.ts';
import { type FooterLink, footerLinks } from '../../import/footer.ts';
import { free } from '../../import/guess.ts';
import type { Placed } from '../../import/places.ts';
import { writeMarkdown } from '../../import/text/write-markdown.ts';
import { unlinkedPages } from '../../import/unlinked-pages.ts';
import { replaceFile } from '../../source/replace-file.ts';
import { openWordsShelf, type WordsFolder } from '../../sync/words-shelf.ts';
import type { Work } from './convert-stories.ts';
import type { ImportState } from './import-state.ts';
import type { Done } from './write-stories.ts';

export type Ways = {
  /** Links of the old menus that the footer has got. */
  footer: FooterLink[];
  /** Pages that no text and no menu leads to. */
  unlinked: Placed[];
  /** The files that list them. */
  lists: string[];
};

type Writing = { content: string; state: ImportState; words: readonly WordsFolder[]; siteOf(text: string): Site };

export function writeWays(work: Work, done: ReadonlyMap<string, Done>, writing: Writing): Ways {
  const { survey, addresses, hosts, mapping, out } = work;
  const good = shownIn(work, done);
  const isShown = ({ key, isPublic }: Placed) => isPublic && !out.has(key);
  const footer = footerLinks(survey.menu, { addresses, hosts, mapping, site: work.site, isShown });
  const site = addToFooter(footer, work.site, writing);
  const unlinked = unlinkedPages(good, site);
  const byLanguage = Map.groupBy(unlinked, ({ language }) => language);
  if (byLanguage.size === 0) return { footer, unlinked, lists: [] };
  const taken = [...work.places.placed.values()].map(({ path }) => path.replace(/^pages\/|\..*$/g, ''));
  const id = free('contents', new Set([...taken, ...site.sections.map((each) => each.id)]));
  const { wording } = openWordsShelf(writing.words).judge([...byLanguage.keys()]);
  const link: Record<'title' | 'url', Record<Language, string>> = { title: {}, url: {} };
  const lists = [...byLanguage].flatMap(([language, pages]) => {
    const path = `content/pages/${id}${language === site.languages[0] ? '' : `.${language}`}.md`;
    const title = wording[language]?.contents ?? 'Contents';
    if (writing.state.write(path, `---\ntitle: ${yamlLine(title)}\n---\n${listOf(pages)}\n`) === 'removed') return [];
    link.title[language] = title;
    link.url[language] = pageUrl(id, language, site);
    return [path];
  });
  const only = (texts: Record<Language, string>): Text =>
    site.languages.length === 1 ? (Object.values(texts)[0] ?? '') : texts;
  if (lists.length > 0) addToFooter([{ title: only(link.title), url: only(link.url) }], site, writing);
  return { footer, unlinked, lists };
}

/** What readers have of it. */
export function shownIn({ out }: Work, done: ReadonlyMap<string, Done>): Done[] {
  return [...done.values()].filter(({ placed }) => placed.isPublic && !out.has(placed.key));
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
function addToFooter(links: readonly FooterLink[], site: Site, { content, state, siteOf }: Writing): Site {
  const room = maxItems.site - site.footer.length;
  const noteOf = ({ url }: FooterLink) => `site.yaml#footer ${typeof url === 'string' ? url : Object.values(url)[0]}`;
  const missing = links.filter((each) => !state.has(noteOf(each))).slice(0, Math.max(0, room));
  if (missing.length === 0) return site;
  const file = join(content, 'site.yaml');
  const document = parseDocument(readFileSync(file, 'utf8'));
  const footer = document.get('footer');
  const list = footer instanceof YAMLSeq ? footer : new YAMLSeq();
  for (const link of missing) {
    const node = document.createNode(link);
    node.flow = true;
    list.add(node);
    state.note(noteOf(link));
  }
  document.set('footer', list);
  const text = document.toString({ lineWidth: 0 });
  replaceFile(file, text);
  return siteOf(text);
}
