/** A line of Markdown: links, emphasis and code, and nothing that needs a paragraph of its own. */
import type { MarkdownIt, Token } from 'markdown-it';
import type { Site } from '../site.ts';
import { withRels } from '../sponsored.ts';
import { emphasisFindings } from './emphasis-findings.ts';
import type { Env, Resolve } from './environment.ts';
import { type Finding, nothingSeen } from './finding.ts';
import { linkFindings } from './link-findings.ts';
import { createParser } from './parser.ts';
import { plainWords } from './plain-words.ts';
import { residueFindings } from './residue-findings.ts';

const parser = lineParser(createParser());
const reading = lineParser(createParser({ anyLink: true }));
// What an author escaped stays apart, as in outline.ts.
reading.core.ruler.disable('text_join');

function lineParser(whole: MarkdownIt): MarkdownIt {
  whole.inline.ruler.disable(['footnote_inline', 'footnote_ref'], true);
  return whole;
}

export type LineOutline = {
  links: string[];
  outbound: string[];
  /** Named without their page: places in the text that the line is told of. */
  places: string[];
  findings: Finding[];
};

/** Where the remedy for a text would not help, because there is but a line. */
const fixInLine: Readonly<Record<string, string>> = {
  'picture/inside-text': 'Remove it here; a picture stands in the text of a story.',
  'markdown/undefined-footnote': 'Say it in the line itself; to show the brackets themselves, write \\[ and \\].',
};

/** There are no headings in a line, and template syntax is told of every field. */
const isNoFault: ReadonlySet<string> = new Set(['markdown/heading-without-space', 'content/template-syntax']);

/** Links inside the site and to others, each once, and what is wrong. */
export function outlineLine(text: string, site: Site): LineOutline {
  const seen = nothingSeen(site);
  const children = inlineTokens(reading, text).flatMap((inline) => inline.children ?? []);
  const hrefs = children.flatMap((child) => (child.type === 'link_open' ? String(child.attrGet('href')) : []));
  const findings = [
    ...linkFindings(children, 0, seen),
    ...emphasisFindings(children, 0),
    ...residueFindings(children, 0, false),
    ...[...seen.documents].map(relativeDocument),
  ];
  return {
    links: [...seen.links],
    outbound: [...seen.outbound],
    places: hrefs.filter((href) => href.startsWith('#')).map((href) => href.slice(1)),
    findings: findings
      .filter(({ code }) => !isNoFault.has(code))
      .map((finding) => ({ ...finding, fix: fixInLine[finding.code] ?? finding.fix })),
  };
}

/** A line is shown in other places too, beside none of which the document lies. */
function relativeDocument(document: string): Finding {
  return {
    code: 'link/relative',
    line: 0,
    what: `The link “${document}” is relative, so it would break where this line is shown elsewhere.`,
    fix: 'Write the whole path from the site’s root, as in /2015/11/26/story/report.pdf.',
  };
}

/** Give only a line that `outlineLine` found nothing wrong in. */
export function renderLine(text: string, { link, page, relOf }: Pick<Resolve, 'link' | 'page' | 'relOf'>): string {
  const nothing = () => undefined;
  const silent = { day: String, size: String, comma: '', interactiveChart: '' }; // no block stands in a line
  const env: Env = { resolve: { link, page, picture: nothing, document: nothing, frames: [], say: silent } };
  const html = parser.renderInline(text, env);
  return relOf ? withRels(html, relOf) : html;
}

/** Where only plain text can stand. */
export function plainLine(text: string): string {
  return inlineTokens(parser, text)
    .map(({ children }) => plainWords(children ?? []))
    .join('');
}

function inlineTokens(by: MarkdownIt, text: string): Token[] {
  return by.parseInline(text, {}).filter(({ type }) => type === 'inline');
}
