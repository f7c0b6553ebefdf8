/** Files that an import shares with editors: site.yaml, people, topics, and addresses that lead on. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, type YAMLSeq } from 'yaml';
import { gonePath } from '../../content/endings.ts';
import { maxCharacters, maxItems } from '../../content/lengths.ts';
import { claimOf } from '../../content/redirect.ts';
import { yamlLine } from '../../content/yaml/write.ts';
import { titleOf } from '../../import/guess.ts';
import type { Mapping } from '../../import/mapping.ts';
import type { OldAddresses } from '../../import/old-addresses.ts';
import type { Places } from '../../import/places.ts';
import type { SourceSite } from '../../import/source-story.ts';
import { nameKey, type Survey } from '../../import/survey.ts';
import { plainLine } from '../../import/text/plain.ts';
import type { ImportState } from './import-state.ts';

/** `site.yaml` with the sections that stories need; made, where there is none. Sections that were removed stay away. */
export function siteText(
  written: string | undefined,
  {
    mapping,
    site,
    state,
    languages,
  }: { mapping: Mapping; site: SourceSite; state: ImportState; languages: readonly string[] },
): string {
  const needed = [...new Set([mapping.section, ...Object.values(mapping.sections)])].filter(
    (id) => id !== 'topic' && id !== 'none',
  );
  const line = (id: string) => ({ id, title: mapping.titles[id] ?? titleOf(id) });
  if (written === undefined) {
    const url = mapping.url ?? site.url ?? 'https://example.org';
    const said = (text: string | undefined, most: number) =>
      text === undefined ? '' : plainLine({ format: 'html', text }).slice(0, most).trim();
    const title = said(site.title, maxCharacters.title) || 'News';
    return [
      `title: ${yamlLine(title)}`,
      `url: ${yamlLine(URL.parse(url)?.origin ?? url)}`,
      `description: ${yamlLine(said(site.description, maxCharacters.passage) || title)}`,
      `timeZone: ${mapping.timeZone ?? site.timeZone ?? 'UTC'}`,
      `languages: ${yamlLine(languages)}`,
      'sections:',
      ...needed.map((id) => `  - ${yamlLine(line(id))}`),
      '',
    ].join('\n');
  }
  const document = parseDocument(written);
  const sections = document.get('sections') as YAMLSeq | undefined;
  const known = new Set((sections?.toJSON() as { id?: string }[] | undefined)?.map(({ id }) => id) ?? []);
  const missing = needed.filter((id) => !known.has(id) && !state.has(`site.yaml#${id}`));
  if (missing.length === 0 || !sections) return written;
  for (const id of missing) {
    const node = document.createNode(line(id));
    node.flow = true;
    sections.add(node);
  }
  return document.toString({ lineWidth: 0 });
}

/** People and topics, each with their old addresses. */
export function writeNames(
  {
    survey,
    places,
    addresses,
    mapping,
    content,
  }: { survey: Survey; places: Places; addresses: OldAddresses; mapping: Mapping; content: string },
  state: ImportState,
): void {
  const [authors, topics] = [new Set<string>(), new Set<string>()];
  for (const placed of places.placed.values()) {
    if (placed.story === undefined) continue;
    for (const id of placed.authors) authors.add(id);
    for (const id of placed.topics) topics.add(id);
  }
  const from = (holder: string) => {
    const list = addresses.redirects.get(holder) ?? [];
    return list.length === 0 ? [] : ['redirectFrom:', ...list.map((each) => `  - ${yamlLine(each)}`)];
  };
  for (const id of [...authors].sort()) {
    const path = `content/authors/${id}.yaml`;
    if (existsSync(join(content, `authors/${id}.yaml`)) && !state.has(path)) continue;
    const key = Object.keys(mapping.authors).find((each) => mapping.authors[each] === id);
    const name =
      (key === undefined ? undefined : plainLine({ format: 'plain', text: survey.names.author.get(key) ?? key })) ||
      titleOf(id);
    const about = survey.lists.find((list) => list.of === 'author' && list.named && nameKey(list.named) === key)?.text;
    const bio = about ? plainLine(about).slice(0, 2900) : '';
    const isDesk = id === mapping.desk && key === undefined;
    state.write(
      path,
      `${[`name: ${yamlLine(name)}`, bio ? `bio: ${yamlLine(bio)}` : [], isDesk ? 'desk: true' : [], from(`authors/${id}`)].flat().join('\n')}\n`,
    );
  }
  const named = new Map<string, string>();
  for (const [key, id] of places.topics)
    if (!named.has(id)) named.set(id, survey.names.tag.get(key) ?? survey.names.section.get(key) ?? key);
  for (const id of [...topics].sort()) {
    const path = `content/topics/${id}.md`;
    if (existsSync(join(content, `topics/${id}.md`)) && !state.has(path)) continue;
    const name = plainLine({ format: 'plain', text: titleOf(named.get(id) ?? id) }) || id;
    state.write(path, `---\n${[`name: ${yamlLine(name)}`, ...from(`topics/${id}`)].join('\n')}\n---\n`);
  }
}

/**
 * Adds the addresses that lead on to `gone.yaml`, and takes back those of an earlier import that do so no longer, since something
 * is there now; returns those for which it has no room.
 */
export function writeLed(
  led: readonly { url: string; to: string }[],
  content: string,
  state: ImportState,
): { url: string; to: string }[] {
  const file = join(content, gonePath);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const document = parseDocument(written);
  const rows = (document.toJSON() ?? []) as { url?: string; to?: string }[];
  const noteOf = ({ url }: { url?: string }) => `gone.yaml#${url}`;
  const claimOfRow = ({ url }: { url?: string }) => claimOf(String(url ?? ''));
  const wanted = new Set(led.map(claimOfRow));
  const isOver = (row: { url?: string }) =>
    state.has(noteOf(row)) && !wanted.has(claimOfRow(row)) && Object.keys(row).sort().join() === 'to,url';
  const over = new Set(rows.filter(isOver));
  if (over.size > 0) {
    const list = document.contents as YAMLSeq;
    list.items = list.items.filter((_, index) => !over.has(rows[index] ?? {}));
  }
  const kept = rows.length - over.size;
  const claims = new Set(rows.map(claimOfRow));
  const missing = led.filter((row) => !claims.has(claimOfRow(row)) && !state.has(noteOf(row)));
  const room = missing.slice(0, Math.max(0, maxItems.gone - kept));
  if (room.length + over.size > 0) {
    const still = over.size === 0 ? written : kept === 0 ? '' : document.toString(asWritten);
    const lines = room.map((row) => `- ${yamlLine(row)}\n`).join('');
    state.share(`content/${gonePath}`, `${still.trim() === '' ? '' : `${still.trimEnd()}\n`}${lines}`, {
      notes: room.map(noteOf),
      forgotten: [...over].map(noteOf),
    });
  }
  return missing.slice(room.length);
}

const asWritten = { lineWidth: 0, flowCollectionPadding: false };
