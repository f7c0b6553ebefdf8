/**
 * What residue begins with, by its first sign, or by its first word where it has none: the rules behind
 * `residue.ts`; those of emphasis are in `stray-signs.ts`.
 */
import { decode } from './entities.ts';
import type { ResidueKind } from './residue-words.ts';

export type ResidueOptions = {
  /** A `field` is shown as it is typed; in a `body` a sign can be escaped. */
  of: 'field' | 'body';
  /** Writers put words into square brackets: only where references are defined are `[laughs][pause]` one. */
  hasReferences?: boolean;
};

export type Rule = {
  kind: ResidueKind;
  /** Sticky; repeats nothing without an end, and nothing that may hold its own first sign. */
  pattern: RegExp;
  /** What must stand before it. */
  after?: RegExp;
  accepts?(found: string, options: ResidueOptions): boolean;
};

/** What begins an address: of a page, a site, a picture or another file. */
const address = String.raw`(?:[/#]|@\/|https?:|www\.|mailto:|tel:|\{\{|[^\s()[\]<>]{1,300}(?:\/|\.(?:jpe?g|png|webp|avif|gif|svg|pdf|mdx?|html?|php)\b))[^\s()[\]<>"]{0,300}\)?`;
/** The same with a space before the bracket, where most of what stands in it is an aside, as in `[…] (24/7)`. */
const addressApart = String.raw`(?:\/[^\s()/]|@\/|https?:|www\.|mailto:|tel:|[^\s()[\]<>]{1,300}\.(?:jpe?g|png|webp|avif|gif|svg|pdf|mdx?|html?|php)\b)[^\s()[\]<>"]{0,300}\)?`;
const bracketed = String.raw`(?:\( ?<?${address}| \( ?<?${addressApart})`;
/** After its first space; names of files have brackets in them, as in `IMG 1 (2).jpg`, and none within these. */
const restOfAddress = String.raw`[^()"\n]{0,300}(?:\([^()"\n]{0,100}\)[^()"\n]{0,300}){0,3}`;
const callout = String.raw`(?:abstract|attention|bug|caution|danger|error|example|failure|hint|info|note|question|quote|success|summary|tip|todo|warning)\b`;
const wordStart = /(?:^|[^\p{L}\p{M}\p{N}])$/u;
const lineStart = /(?:^|\n)[ \t]*$/;

export const byFirstSign: Record<string, readonly Rule[]> = {
  '!': [
    { kind: 'wiki-link', pattern: /!\[\[[^[\]\n]{1,300}\]\]/y },
    {
      kind: 'space-in-picture',
      pattern: new RegExp(String.raw`!\[[^[\]\n]{0,300}\]\([^()\s"]{1,300} ${restOfAddress}\)`, 'y'),
    },
    { kind: 'link', pattern: /!\[[^[\]\n]{0,300}\] ?(?:\([^\s()]{1,300}\)?|\[[^[\]\n]{0,300}\]?)/y },
    { kind: 'callout', pattern: new RegExp(`!!! ?${callout}`, 'y'), after: lineStart },
  ],
  '?': [{ kind: 'callout', pattern: new RegExp(String.raw`\?{3}\+? ?${callout}`, 'y'), after: lineStart }],
  '.': [{ kind: 'shortcode', pattern: /\.\. [a-z][a-z-]{1,30}::(?=\s|$)/y, after: lineStart }],
  '[': [
    { kind: 'wiki-link', pattern: /\[\[[^[\]\n]{1,300}\]\]/y },
    { kind: 'footnote', pattern: /\[\^[\p{L}\p{N}][\p{L}\p{N}_-]{0,100}\]/uy },
    { kind: 'callout', pattern: /\[![A-Za-z]{1,30}\]/y },
    {
      kind: 'task',
      pattern: /\[[ xX]\](?= )/y,
      after: lineStart,
      accepts: (found, { of }) => of === 'body' || found !== '[X]', // as in “[X] Factor”
    },
    { kind: 'reference', pattern: /\[[^[\]\n]{1,100}\]: *(?:https?:|\/[\p{L}\p{N}])/uy, after: lineStart },
    {
      kind: 'space-in-address',
      pattern: new RegExp(
        String.raw`\[[^[\]\n]{0,300}\]\((?:\/|#|https?:|www\.)[^()\s"]{0,300} ${restOfAddress}\)`,
        'y',
      ),
    },
    { kind: 'link', pattern: new RegExp(String.raw`\[[^[\]\n]{0,300}\]${bracketed}`, 'y') },
    {
      kind: 'reference',
      pattern: /\[[^[\]\n]{0,300}\p{L}[^[\]\n]{0,300}\]\[[^[\]\n]{0,100}\]/uy,
      after: /(?:^|[^\p{L}\p{N}\]])$/u,
      accepts: isReference,
    },
    {
      kind: 'shortcode',
      pattern:
        /\[\/[a-zA-Z][\w-]{0,60}\]|\[[a-zA-Z][\w-]{0,60}(?: [^[\]\n=]{0,60}=["'“”]| [\w-]{1,60}=\w[^[\]\n=]{0,60} [\w-]{1,60}=\w|=["'“”]|=https?:)[^[\]\n]{0,300}\]?/y,
    },
    { kind: 'shortcode', pattern: /\[(?:gallery|embed|caption|playlist|toc|TOC|_TOC_)\]/y },
  ],
  ']': [{ kind: 'link', pattern: new RegExp(String.raw`\]${bracketed}`, 'y') }],
  ')': [{ kind: 'link', pattern: new RegExp(String.raw`\)\[ ?<?${address}`, 'y') }],
  '{': [
    { kind: 'template', pattern: /\{\{|\{%/y },
    { kind: 'attributes', pattern: /\{:? ?[#.][\p{L}_][^{}\n]{0,200}\}?|\{:[\p{L}:/ ]/uy },
    { kind: 'attributes', pattern: /\{[a-z-]{2,30}=[^"{}\s]{1,100}\}/y },
    { kind: 'attributes', pattern: /\{[a-z-]{2,30}=[^{}\n]{1,100}\}/y, after: /[^\s:]$/u },
    { kind: 'shortcode', pattern: /\{\/\*/y },
  ],
  '<': [
    { kind: 'template', pattern: /<%/y },
    { kind: 'embed', pattern: /<(iframe|embed|object|script|video|audio)\s[^<>]{0,1000}>(?:[^<\n]{0,300}<\/\1>)?/iy },
    { kind: 'html', pattern: /<!--|<!\[CDATA\[|<![a-zA-Z]|<\?[a-z]{1,10}|<\/?>/y },
    { kind: 'html', pattern: /<\/?[a-zA-Z][\w.:-]{0,60}(?:[\s/]{1,3}|[\s/][^<>=\n]{0,100}=[^<>\n]{0,300})?>/y },
    // `if a<b and b>c`
    { kind: 'html', pattern: /<\/?[a-zA-Z][\w.:-]{0,60}[\s/][^<>\n]{0,300}>/y, after: wordStart },
    { kind: 'html', pattern: /<\/?[a-zA-Z][\w-]{0,60}(?=[\s/>]|$)/y, after: wordStart },
  ],
  '&': [
    {
      kind: 'entity',
      pattern: /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y,
      accepts: (found) => found.startsWith('&#') || decode(found) !== found,
    },
    { kind: 'entity', pattern: /&(?:nbsp|amp|quot|lt|gt|#\d{2,5})(?![\w;=])/y },
  ],
  '=': [{ kind: 'mark', pattern: /==(?=[^\s=])[^=\n]{1,200}(?<=\S)==(?!=)/y, after: wordStart }],
  '+': [
    { kind: 'mark', pattern: /\+\+(?=\p{L})[^+\n]{1,200}(?<=\p{L})\+\+/uy, after: wordStart },
    { kind: 'table', pattern: /\+(?:[-=]{2,100}\+){1,50}/y, after: lineStart },
    { kind: 'shortcode', pattern: /\+{3}(?=\n|$)/y, after: lineStart },
  ],
  '`': [
    { kind: 'emphasis', pattern: /```/y },
    { kind: 'emphasis', pattern: /`(?=[^\s`])[^`\n]{0,200}(?<=[^\s`])`(?![\p{L}\p{N}`])/uy, after: wordStart },
  ],
  '%': [{ kind: 'shortcode', pattern: /%%(?=[^\s%])[^%\n]{1,300}%%|%% [^%\n]{1,300} %%/y }],
  ':': [{ kind: 'shortcode', pattern: /:(?![ap]m:)[a-z][a-z_]{1,30}:(?![\p{L}\p{N}])/uy, after: /(?:^|\s)$/ }],
  '#': [{ kind: 'heading', pattern: /#{2,30}(?!#)(?=[ \u00A0]{0,9}\S)|#(?=[ \u00A0]{1,9}[^\s\d])/y, after: lineStart }],
  '|': [
    {
      kind: 'table',
      pattern: /\|(?:[ \t]{0,20}:?[-–—]{1,300}:?[ \t]{0,20}\|?){1,100}(?=\n|$)/y,
      accepts: (found) => /--|:-|-:|[–—] {0,9}\| {0,9}[–—]/.test(found),
    },
    {
      kind: 'table',
      pattern: /\|[^|\n]{0,200}(?:\|[^|\n]{0,200}){0,20}\|[ \t]{0,9}\n[ \t]{0,9}\|(?! {0,9}[-–—:])/y,
      after: lineStart,
    },
    { kind: 'mark', pattern: /\|\|(?=[^\s|])[^|\n]{1,200}(?<=\S)\|\|/y },
  ],
  '~': [{ kind: 'raised', pattern: /~[\p{L}\p{N}+]{1,8}~(?!~)/uy, after: /[\p{L}\p{N})]$/u }],
  '^': [{ kind: 'raised', pattern: /\^[\p{L}\p{N}+]{1,8}\^(?![\p{L}\p{N}])/uy, after: /[\p{L}\p{N})]$/u }],
  'import ': [
    {
      kind: 'shortcode',
      pattern: /import (?:[\p{L}*{][^\n"']{0,200} from )?(?:"[^"\s]{1,200}"|'[^'\s]{1,200}');?(?=\n|$)/uy,
    },
  ],
  'export ': [{ kind: 'shortcode', pattern: /export (?:(?:const|let) \w{1,60} =|(?:default )?function \w{0,60}\()/y }],
  '\\': [{ kind: 'escape', pattern: /\\[*[\]~#<>&`]/y }],
};

/** `[the report][1]`, `[the report][]`; `[sic][a]` and `[laughs][pause]` are a writer's, `[note 1][2]` an encyclopedia's, `[BREAKING NEWS][VIDEO]` a desk's. */
function isReference(found: string, { hasReferences }: ResidueOptions): boolean {
  const [text = '', label = ''] = found.slice(1, -1).split('][');
  if (label === '') return true;
  if (hasReferences) return /\p{L}/u.test(label) || /\s/.test(text);
  return /\s/.test(text) && !/^\p{L}+ \d+$/u.test(text) && !/^[^\p{Ll}]+$/u.test(text + label);
}
