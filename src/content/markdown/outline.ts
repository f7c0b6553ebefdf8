/** What can be known of a body without rendering it: links, pictures, length, and every Problem in it. */
import type { Token } from 'markdown-it';
import type { Problem } from '../../problem.ts';
import { templateProblem } from '../yaml-texts.ts';
import { blockFindings, isClosed, sharedEndFindings } from './block-findings.ts';
import { isSafeLink } from './environment.ts';
import type { WrittenPicture } from './figures.ts';
import { type Finding, type Seen, toProblem } from './finding.ts';
import { createParser } from './parser.ts';
import { StrayFences } from './stray-fences.ts';
import { footnoteFindings, headingFindings, type ParsedEnvironment, paragraphFindings } from './text-findings.ts';

export type Outline = {
  words: number;
  /** Links inside the site, as written (`/2015/…`, with fragment), each once. */
  links: string[];
  /** Links to other sites, each once. */
  outbound: string[];
  /** Pictures as written, relative to the file, each once. */
  pictures: string[];
};

const parser = createParser({ anyLink: true });
// What an author escaped (`\<b>`, `&lt;b>`) stays apart, so that it is not taken for HTML.
parser.core.ruler.disable('text_join');

/** Reads a body that begins on `firstLine` of `file`. */
export function outlineBody(body: string, file: string, firstLine: number): { outline: Outline; problems: Problem[] } {
  const lines = body.split('\n');
  const environment: ParsedEnvironment = {};
  const tokens = parser.parse(body, environment);
  const seen = { links: new Set<string>(), outbound: new Set<string>(), pictures: new Set<string>() };
  const findings = footnoteFindings(environment);
  let words = 0;
  let line = 0;
  let heading = 1;
  const fences = new StrayFences();
  const containers: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    line = token.map?.[0] ?? line;
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      findings.push(...headingFindings(level, heading, line, tokens[index + 1], token.markup));
      heading = level;
    }
    if (token.type.startsWith('container_') && token.nesting === 1) {
      const shared = isClosed(token, lines) ? sharedEndFindings(token, containers) : [];
      findings.push(...blockFindings(token, lines, line, seen), ...shared);
      containers.push(token);
      if (shared.length > 0 || !isClosed(token, lines)) fences.awaitEnd();
    }
    if (token.type === 'figure') findings.push(...pictureFindings(token.meta as WrittenPicture, line, seen.pictures));
    if (token.type === 'inline') {
      words += (token.content.match(/[\p{L}\p{N}]+/gu) ?? []).length;
      findings.push(...inlineFindings(token, line, seen));
      if (tokens[index - 1]?.type === 'paragraph_open')
        findings.push(...fences.findingsIn(token.content, line), ...paragraphFindings(token, line, environment));
    }
  }
  const problems = findings.map((finding) => toProblem(finding, lines, file, firstLine));
  return {
    outline: { words, links: [...seen.links], outbound: [...seen.outbound], pictures: [...seen.pictures] },
    problems,
  };
}

function inlineFindings(inline: Token, line: number, seen: Seen): Finding[] {
  const findings: Finding[] = [];
  const children = inline.children ?? [];
  for (const [index, child] of children.entries()) {
    if (child.type === 'link_open') {
      const href = String(child.attrGet('href') ?? '');
      if (!hasWords(children, index + 1))
        findings.push({
          code: 'link/no-text',
          line,
          search: href,
          what: `The link to “${href}” has no words that could be followed.`,
          fix: 'Write them between the brackets.',
        });
      findings.push(...linkFindings(href, line, seen));
    }
    if (child.type === 'image') {
      const path = String(child.attrGet('src') ?? '');
      findings.push({
        code: 'picture/inside-text',
        line,
        search: path,
        what: 'A picture stands inside a text, a link or a table.',
        fix: 'Give it a paragraph of its own, with an empty line before and after, and no link around it.',
      });
    }
    if (child.type !== 'text') continue;
    const template = /\{\{|\{%|<%/.exec(child.content)?.[0];
    if (template) {
      const { code, what, fix } = templateProblem(template, '', { line: 1, column: 1 });
      findings.push({ code, what, fix, line, search: template });
    }
    const tag = /<\/?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])|<!--/.exec(child.content)?.[0];
    if (tag)
      findings.push({
        code: 'markdown/html',
        line,
        search: tag,
        what: `“${tag}” looks like HTML, which is not read in a text.`,
        fix: 'Use Markdown; to show the tag itself, put it between backticks, or write \\< for <.',
      });
  }
  return findings;
}

function hasWords(children: readonly Token[], from: number): boolean {
  for (let index = from; children[index] && children[index]?.type !== 'link_close'; index++) {
    if (children[index]?.type === 'image' || children[index]?.content.trim()) return true;
  }
  return false;
}

function linkFindings(href: string, line: number, seen: Seen): Finding[] {
  if (isSafeLink(href)) {
    if (href.startsWith('/')) seen.links.add(href);
    else if (/^https?:/i.test(href)) seen.outbound.add(href);
    return [];
  }
  if (href === '')
    return [
      {
        code: 'link/empty',
        line,
        search: '()',
        what: 'This link has no address.',
        fix: 'Write one between the round brackets.',
      },
    ];
  const search = href.slice(0, 40);
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) {
    return [
      {
        code: 'link/unsafe',
        line,
        search,
        what: `“${href}” is not an address that a link may have.`,
        fix: href.startsWith('//')
          ? 'Write one slash at its beginning for a page of this site, https:// for another.'
          : 'Link to https://…, mailto:…, or to a page of this site as /2015/11/26/story/.',
      },
    ];
  }
  return [
    {
      code: 'link/relative',
      line,
      search,
      what: `The link “${href}” is relative, so it would break in feeds and listings.`,
      fix: /^[^\s/@]+@[^\s/@]+$/.test(href)
        ? `Write mailto:${href}.`
        : 'Write the whole path from the site’s root, as in /2015/11/26/story/.',
    },
  ];
}

function pictureFindings(picture: WrittenPicture, line: number, pictures: Set<string>): Finding[] {
  if (/^([a-z]+:|\/|$)/i.test(picture.path) || /(?:^|\/)\.\.(?:\/|$)/.test(picture.path)) {
    return [
      {
        code: 'picture/outside',
        line,
        search: picture.path,
        what:
          picture.path === '' ? 'This picture has no file.' : `“${picture.path}” is not a picture beside this story.`,
        fix: 'Put the file into the folder with the story’s name and write name/file.jpg.',
      },
    ];
  }
  pictures.add(picture.path);
  if (picture.alt !== undefined) return [];
  return [
    {
      code: 'picture/no-alt',
      line,
      search: picture.path,
      what: 'The picture has no description for those who cannot see it.',
      fix: 'Write it between the brackets; if it needs none, say so with ![""](…).',
    },
  ];
}
