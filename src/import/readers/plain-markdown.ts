/** A folder of Markdown of no program that is known here: titles of first headings, dates of names, paths and git. */
import type { Input, SourceList, SourceSite } from '../source-story.ts';
import { isMdx } from '../text/mdx.ts';
import { datedName, dayInPath, folderOf, nameOf, pathOf, withoutEnding } from './addresses.ts';
import type { Made, Opened, Program } from './folder-reader.ts';
import type { FrontFields } from './front-fields.ts';
import type { FrontFile } from './front-matter.ts';
import { languageFolders } from './language-folders.ts';
import { ownTitle } from './markdown-title.ts';
import { isOfRepository } from './repository-files.ts';

const text = /\.(?:md|markdown|mdx|mdown)$/;

export const plainMarkdown: Program = {
  name: 'Markdown',
  isAny: true,
  async recognise({ files }) {
    const count = textsIn(files).length;
    const pages = files.filter((file) => /\.html?$/.test(file)).length;
    return count === 0 || count < pages
      ? undefined
      : `its ${count.toLocaleString('en')} Markdown ${count === 1 ? 'file' : 'files'}`;
  },
  async open(input) {
    return new MarkdownFolder(input);
  },
};

function textsIn(files: readonly string[]): string[] {
  return files.filter((file) => text.test(file) && !isOfRepository(file) && !/(?:^|\/)[._][^/]*\//.test(file));
}

/** Names of what is no dated text, whenever it was written. */
const undated = /^(?:index|readme|_index|about|contact|imprint|impressum|privacy|terms|404|summary)$/i;

class MarkdownFolder implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly #input: Input;
  readonly #languages: ReadonlySet<string>;

  constructor(input: Input) {
    this.#input = input;
    this.files = textsIn(input.files);
    this.#languages = languageFolders(this.files, '');
    this.site = this.#languages.size > 0 ? { languages: [...this.#languages] } : {};
  }

  async read(file: string, front: FrontFile, fields: FrontFields): Promise<Made> {
    const { body, bodyLine } = front;
    const stem = withoutEnding(file);
    const [first = ''] = stem.split('/');
    const language = this.#languages.has(first) ? first : undefined;
    const own = language === undefined ? stem : stem.slice(language.length + 1);
    const name = nameOf(own);
    const said = fields.text('title');
    const format = /\.mdx$/.test(file) || isMdx(body) ? 'mdx' : 'markdown';
    const title = ownTitle(body);
    // A heading that says the title again is none of the text.
    const isTitle = title !== undefined && (said === undefined || said === title.title);
    const date =
      fields.text('date') ??
      dayInPath(own) ??
      (undated.test(name) ? undefined : await this.#input.firstCommitted?.(file));
    const sections = fields.list('sections');
    const [folder] = folderOf(own)
      .split('/')
      .filter((each) => each !== '' && !/^[\d-]+$/.test(each));
    const slug = fields.text('slug') ?? datedName(/^(?:index|readme)$/i.test(name) ? nameOf(folderOf(own)) : name).slug;
    return {
      kind: date === undefined ? 'page' : 'story',
      urls: [
        fields.text('url') ?? pathOf(own.replace(/(?:^|\/)(?:index|README)$/, ''), '/'),
        ...fields.list('aliases').map((alias) => pathOf(alias)),
      ],
      ...(slug && { slug }),
      ...(said === undefined && { title: { format: 'markdown', text: title?.title ?? titleOfName(slug || name) } }),
      ...(date !== undefined && { published: { text: date } }),
      ...(sections.length === 0 && date !== undefined && folder !== undefined && { sections: [{ id: folder }] }),
      body: { format, text: isTitle ? title.rest : body },
      ...(isTitle && { place: { file, line: bodyLine + title.line } }),
      ...(language !== undefined && { language, translationOf: own }),
    };
  }

  lists(): SourceList[] {
    return [];
  }
}

/** `The long way` of `the-long-way`. */
export function titleOfName(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
