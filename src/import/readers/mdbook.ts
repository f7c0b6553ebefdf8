/** mdBook: chapters in the order of SUMMARY.md, with the files that they include. */
import type { Input, SourceList, SourceSite } from '../source-story.ts';
import { folderOf, nameOf, normal, pathOf, withoutEnding } from './addresses.ts';
import type { Made, Opened, Program } from './folder-reader.ts';
import type { FrontFields } from './front-fields.ts';
import { type Front, type FrontFile, isRecord, readSettings } from './front-matter.ts';
import { ownTitle } from './markdown-title.ts';
import { titleOfName } from './plain-markdown.ts';

export const mdbook: Program = {
  name: 'mdBook',
  async recognise(input) {
    const book = await bookOf(input);
    return book && `its book.toml and its ${book.summary}`;
  },
  async open(input) {
    const { config, folder, summary } = (await bookOf(input)) ?? { config: {}, folder: 'src', summary: '' };
    const chapters = [...((await input.read(summary)) ?? '').matchAll(/\]\(\s*<?([^)>\s]+\.md)>?\s*\)/g)]
      .map(([, path = '']) => normal(`${folder}/${path}`))
      .filter((file): file is string => file !== undefined && input.files.includes(file));
    return new Book(input, config, folder, [...new Set(chapters)]);
  },
};

async function bookOf({ files, read }: Input): Promise<{ config: Front; folder: string; summary: string } | undefined> {
  const config = readSettings('book.toml', await read('book.toml'));
  const book = isRecord(config?.book) ? config.book : {};
  const folder = typeof book.src === 'string' ? book.src.replace(/\/$/, '') : 'src';
  const summary = `${folder}/SUMMARY.md`;
  return config && files.includes(summary) ? { config: book, folder, summary } : undefined;
}

class Book implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly #input: Input;
  readonly #folder: string;

  constructor(input: Input, config: Front, folder: string, chapters: readonly string[]) {
    this.#input = input;
    this.#folder = folder;
    this.files = chapters;
    const [title, description, language] = ['title', 'description', 'language'].map((key) =>
      typeof config[key] === 'string' ? (config[key] as string) : undefined,
    );
    this.site = {
      ...(title && { title }),
      ...(description && { description }),
      ...(language && { languages: [language] }),
    };
  }

  async read(file: string, { body, bodyLine }: FrontFile, fields: FrontFields): Promise<Made> {
    const path = withoutEnding(file.slice(this.#folder.length + 1));
    const written = await this.#withIncluded(body, folderOf(file));
    const title = ownTitle(written);
    return {
      kind: 'page',
      urls: [pathOf(`${path.replace(/(?:^|\/)README$/, (name) => name.replace('README', 'index'))}.html`)],
      title: { format: 'markdown', text: fields.text('title') ?? title?.title ?? titleOfName(nameOf(path)) },
      body: { format: 'markdown', text: title?.rest ?? written },
      place: { file, line: bodyLine + (title?.line ?? 0) },
    };
  }

  lists(): SourceList[] {
    return [];
  }

  /** With what `{{#include file:part}}` stands for, as readers have it. */
  async #withIncluded(body: string, folder: string): Promise<string> {
    let written = body.replace(/^\{\{#title[^}]*\}\}[ \t]*\n?/gm, '');
    for (const [whole, path = '', part = ''] of body.matchAll(
      /(?<!\\)\{\{#(?:include|rustdoc_include|playground|playpen)\s+([^\s:}]+)(?::([^\s}]*))?[^}]*\}\}/g,
    )) {
      const file = normal(`${folder}/${path}`);
      const text = file === undefined ? undefined : await this.#input.read(file);
      if (text !== undefined) written = written.replace(whole, () => partOf(text, part).replace(/\n$/, ''));
    }
    return written;
  }
}

/** Lines of a file, as `2:5` names them, or those between `ANCHOR: name` and `ANCHOR_END: name`. */
function partOf(text: string, part: string): string {
  const lines = text.split('\n');
  const isAnchor = (line: string) => /\bANCHOR(?:_END)?:/.test(line);
  const [, from = '', , to = ''] = /^(\d*)(:(\d*))?$/.exec(part)?.map((each) => each ?? '') ?? [];
  if (part === '' || from !== '' || to !== '') {
    const last = to !== '' ? Number(to) : /^\d+$/.test(part) ? Number(from) : lines.length;
    return lines
      .slice(Math.max(0, Number(from || 1) - 1), last)
      .filter((line) => !isAnchor(line))
      .join('\n');
  }
  const start = lines.findIndex((line) => new RegExp(`\\bANCHOR:\\s*${RegExp.escape(part)}\\s*$`).test(line));
  const end = lines.findIndex((line) => new RegExp(`\\bANCHOR_END:\\s*${RegExp.escape(part)}\\s*$`).test(line));
  if (start === -1) return '';
  return lines
    .slice(start + 1, end === -1 ? undefined : end)
    .filter((line) => !isAnchor(line))
    .join('\n');
}
