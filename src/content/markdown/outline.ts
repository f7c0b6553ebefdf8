/** What can be known of a body without rendering it: links, pictures, length, and every Problem in it. */
import type { Token } from 'markdown-it';
import type { Problem } from '../../problem.ts';
import { blockFindings, isClosed, sharedEndFindings } from './block-findings.ts';
import { emphasisFindings } from './emphasis-findings.ts';
import type { WrittenPicture } from './figures.ts';
import { toProblem } from './finding.ts';
import { writtenLevel } from './heading-levels.ts';
import { linkFindings, pictureFindings } from './link-findings.ts';
import { listFindings } from './list-findings.ts';
import { createParser } from './parser.ts';
import { residueFindings } from './residue-findings.ts';
import { StrayFences } from './stray-fences.ts';
import {
  codeFindings,
  footnoteFindings,
  headingFindings,
  lostLineFindings,
  type ParsedEnvironment,
} from './text-findings.ts';
import { readText } from './visible-text.ts';
import { countWords } from './words.ts';

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
  const findings = [...footnoteFindings(environment), ...listFindings(tokens, lines)];
  const hasReferences = Object.keys(environment.references ?? {}).length > 0;
  const addresses = new Set<string>();
  let words = 0;
  let line = 0;
  let heading = 1;
  const fences = new StrayFences();
  const containers: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    line = token.map?.[0] ?? line;
    if (token.type === 'heading_open') {
      findings.push(...headingFindings(token, heading, line, tokens[index + 1]));
      heading = writtenLevel(token);
    }
    if (token.type.startsWith('container_') && token.nesting === 1) {
      const shared = isClosed(token, lines) ? sharedEndFindings(token, containers) : [];
      findings.push(...blockFindings(token, lines, line, seen), ...shared);
      containers.push(token);
      if (shared.length > 0 || !isClosed(token, lines)) fences.awaitEnd();
    }
    if (token.type === 'code_block') findings.push(...codeFindings(line));
    if (token.type === 'figure') {
      const picture = token.meta as WrittenPicture;
      const source = lines.slice(...(token.map ?? [])).join('\n');
      findings.push(...pictureFindings(picture, line, seen, source));
    }
    if (token.type === 'inline') {
      const children = token.children ?? [];
      for (const child of children) if (child.type === 'link_open') addresses.add(String(child.attrGet('href')));
      words += countWords(readText(children));
      findings.push(...linkFindings(children, line, seen), ...emphasisFindings(children, line));
      findings.push(...residueFindings(children, line, hasReferences));
      if (tokens[index - 1]?.type === 'paragraph_open') findings.push(...fences.findingsIn(token.content, line));
    }
  }
  findings.push(...lostLineFindings(environment, (href) => addresses.has(href)));
  const problems = findings.map((finding) => toProblem(finding, lines, file, firstLine));
  return {
    outline: { words, links: [...seen.links], outbound: [...seen.outbound], pictures: [...seen.pictures] },
    problems,
  };
}
