/** MDX as Markdown with HTML: its code goes, its components become elements, whose attributes are texts. */
import { escapeHtml } from '../../content/blocks/markup.ts';
import { codeRanges, isWithin } from './code-ranges.ts';
import type { Loss } from './loss.ts';
import { withMarkdownInside } from './mdx-blocks.ts';

type Lose = (loss: Loss) => void;

/** One may begin where another ends. */
const imported =
  /(?:^|(?<=["'];[ \t]{0,4}))import\s+(?:[\w$*{},\s]{1,400}?\bfrom\s*)?["'][^"'\n]+["'];?[ \t]*(?=$|import\s)/gm;
const opening =
  /<[A-Za-z][\w.]*(?:\s+[\w:@-]+(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}))?)*\s*\/?>/g;

/** Code that stands by itself, with what it makes. */
const expression = /^[ \t]*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}[ \t]*$/gm;
/** Code that a component shows: `<CodeBlock language="sh">{`…`}</CodeBlock>`. */
const codeBlock = /<CodeBlock((?:\s[^<>{}]*)?)>\s*\{`([^`]*)`\}\s*<\/CodeBlock>/g;
const literal = /^\s*\{\s*(["'`])(?:(?!\1)[^\\\n])*\1\s*\}\s*$/;

/** A file that is called Markdown, and of which a part is code to import: some programs read every Markdown as MDX. */
export function isMdx(text: string): boolean {
  if (!/^import\s/m.test(text)) return false;
  const ranges = codeRanges(text);
  return [...text.matchAll(imported)].some(({ index }) => !isWithin(ranges, index));
}

export function mdxToMarkdown(text: string, lose: Lose): string {
  const known = { files: importedFiles(text), labels: labelsIn(text) };
  const template = (found: string) => {
    lose({ kind: 'template', text: '', detail: found.replace(/\s+/g, ' ').slice(0, 80) });
    return '';
  };
  const changes: [RegExp, (found: string, ...groups: string[]) => string][] = [
    [imported, template],
    [/^export\s(?:(?!\n[ \t]*\n)[\s\S])*/gm, template],
    [/\{\/\*[\s\S]*?\*\/\}/g, () => ''],
    [codeBlock, (_, said = '', code = '') => fencedCode(said, code, template)],
    [expression, (found) => (literal.test(found) ? found : template(found))],
    [/<\/?>/g, () => ''],
    [opening, (tag) => component(plainAttributes(tag, known.files), known.labels, lose)],
    [/\{\s*(["'`])((?:(?!\1)[^\\\n])*)\1\s*\}/g, (_, _quote, words = '') => words],
    [/\{[a-zA-Z_$][\w$.]*(?:\([^()\n]*\))?\}/g, template],
  ];
  const plain = changes.reduce((all, [pattern, change]) => {
    const ranges = codeRanges(all);
    return all.replace(pattern, (found: string, ...rest: unknown[]) => {
      const offset = rest.find((each) => typeof each === 'number') as number;
      if (isWithin(ranges, offset)) return found;
      return change(found, ...(rest.filter((each) => typeof each === 'string').slice(0, -1) as string[]));
    });
  }, text);
  return withOwnNames(withMarkdownInside(plain));
}

/** Without what code would put into it. */
function fencedCode(said: string, code: string, template: (found: string) => string): string {
  const plain = code.replace(/\$\{[^{}]*\}/g, template).replace(/^\n|\n\s*$/g, '');
  const [language = '', title] = ['language', 'title'].map((key) => new RegExp(`${key}="([\\w .-]*)"`).exec(said)?.[1]);
  return `\n\n${title ? `**${title}**\n\n` : ''}\`\`\`${language}\n${plain}\n\`\`\`\n\n`;
}

/** Elements of HTML that a component of their name is not: of these browsers show nothing, or not what stands inside. */
const otherwise: ReadonlySet<string> = new Set(
  'base body button caption col colgroup datalist embed fieldset form frame head html input legend link map meta noscript object optgroup option param script select source style table tbody td template textarea tfoot th thead title tr track'.split(
    ' ',
  ),
);

/** HTML knows no capital letters: `<Option>` of a quiz would be one of a list to choose from. */
function withOwnNames(text: string): string {
  const ranges = codeRanges(text);
  return text.replace(/(<\/?)([A-Z]\w*)(?=[\s/>])/g, (found, sign: string, name: string, offset: number) =>
    otherwise.has(name.toLowerCase()) && !isWithin(ranges, offset) ? `${sign}x-${name.toLowerCase()}` : found,
  );
}

/** Paths of what a text imports under a name: pictures are shown so. */
function importedFiles(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/^import\s+([\w$]+)\s+from\s*["']([^"'\n]+)["']/gm);
  return new Map([...found].map(([, name = '', path = '']) => [name, path]));
}

/** A text in an attribute is one, and so is the file that it names; any other code is not known. */
function plainAttributes(tag: string, files: ReadonlyMap<string, string>): string {
  return tag.replace(/\s+([\w:@-]+)=\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g, (_, name: string, code: string) => {
    const literal = /^\s*(["'`])([\s\S]*)\1\s*$/.exec(code)?.[2];
    if (literal !== undefined) return ` ${name}="${literal.replaceAll('"', '&quot;')}"`;
    // How Docusaurus names a file.
    const file = /^\s*(?:useBaseUrl|require)\(\s*["']([^"'\n]+)["']\s*\)(?:\.default)?\s*$/.exec(code)?.[1];
    if (file !== undefined) return ` ${name}="${file.replace(/^@site\/(?:static\/)?/, '/')}"`;
    const variable = /^\s*([\w$]+)(?:\.src)?\s*$/.exec(code)?.[1] ?? '';
    const value = files.get(variable) ?? (/^\d+$/.test(variable) ? variable : undefined);
    return value === undefined ? '' : ` ${name}="${value}"`;
  });
}

/** What tabs are called, by their values: Docusaurus has that beside them. */
function labelsIn(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(
    /\blabel:\s*["']([^"'\n]*)["'],\s*value:\s*["']([^"'\n]*)["']|\bvalue:\s*["']([^"'\n]*)["'],\s*label:\s*["']([^"'\n]*)["']/g,
  );
  return new Map([...found].map(([, label, value, other, its]) => [value ?? other ?? '', label ?? its ?? '']));
}

const ends: ReadonlySet<string> = new Set(['img', 'br', 'hr', 'input', 'source', 'wbr']);
/** What themes show above a component, or as it. */
const shown = ['title', 'label', 'summary', 'heading'];

function component(tag: string, labels: ReadonlyMap<string, string>, lose: Lose): string {
  const name = /^<([A-Za-z][\w.]*)/.exec(tag)?.[1] ?? '';
  const isAlone = /\/>$/.test(tag);
  const said = Object.fromEntries(
    [...tag.matchAll(/\s([\w:@-]+)=(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', one, other]) => [
      key,
      one ?? other ?? '',
    ]),
  );
  if (/^(?:Image|Picture|Img)$/.test(name) && said.src)
    return `<img src="${said.src}" alt="${said.alt ?? ''}">${isAlone ? '' : `<${name}>`}`;
  const id = said.id ?? said.videoId ?? said.youTubeId ?? said.url;
  if (/^(?:You[Tt]ube\w*|Vimeo|LiteYouTube\w*)$/.test(name) && id) {
    const host = name === 'Vimeo' ? 'https://player.vimeo.com/video/' : 'https://www.youtube.com/embed/';
    return `<iframe src="${/^https?:/.test(id) ? id : `${host}${id}`}"></iframe>`;
  }
  if (
    /^(?:Tweet|X?Post|Embed|Iframe|Instagram\w*|Bluesky\w*|Mastodon\w*|SoundCloud|Spotify|CodePen)$/.test(name) &&
    id
  ) {
    const address = /^\d+$/.test(id) && name === 'Tweet' ? `https://twitter.com/i/status/${id}` : id;
    if (/^https?:/.test(address)) return `<iframe src="${address}"></iframe>${isAlone ? '' : `<${name}>`}`;
  }
  if (!/^[A-Z]/.test(name)) return isAlone && !ends.has(name) ? `${tag.slice(0, -2).trimEnd()}></${name}>` : tag;
  if (/^TOC[A-Z]?\w*$/.test(name)) {
    lose({ kind: 'contents', text: '', detail: 'a list of the headings' });
    return '';
  }
  const tab = name === 'TabItem' ? (labels.get(said.value ?? '') ?? said.value) : undefined;
  const words = shown.map((key) => said[key]).find(Boolean) ?? tab ?? '';
  lose({ kind: 'component', text: '', detail: tag.replace(/\s+/g, ' ').slice(0, 120) });
  // HTML knows no element that ends in itself.
  const title = words && `<p><strong>${escapeHtml(words.replaceAll('&quot;', '"'))}</strong></p>`;
  return `<${name}>${title}${isAlone ? `</${name}>` : ''}`;
}
