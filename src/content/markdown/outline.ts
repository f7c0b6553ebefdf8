/** What can be known of a body without rendering it: links, pictures, length, and every Problem in it. */
import type { Token } from 'markdown-it';
import type { Problem } from '../../problem.ts';
import type { Site } from '../site.ts';
import { blockFindings, isClosed, sharedEndFindings } from './block-findings.ts';
import { emphasisFindings } from './emphasis-findings.ts';
import { idPrefix } from './environment.ts';
import type { WrittenPicture } from './figures.ts';
import { type Finding, nothingSeen, Places } from './finding.ts';
import { writtenLevel } from './heading-levels.ts';
import { linkFindings, pictureFindings } from './link-findings.ts';
import { listFindings } from './list-findings.ts';
import { maxNesting } from './parser.ts';
import { placeFault } from './places.ts';
import { readBody } from './read-body.ts';
import { residueFindings } from './residue-findings.ts';
import { runTogetherFindings } from './run-together.ts';
import { StrayFences } from './stray-fences.ts';
import { tableFindings } from './table-findings.ts';
import {
  closingSignFindings,
  codeFindings,
  fenceFindings,
  footnoteFindings,
  headingFindings,
  lostLineFindings,
} from './text-findings.ts';
import { readText } from './visible-text.ts';
import { countWords } from './words.ts';

export type Outline = {
  /** Names the text, once it is kept (`sync/intake.ts`): another one has another name. */
  text?: string;
  words: number;
  /** Links inside the site, as written (`/2015/…`, or whole; with fragment), each once. */
  links: string[];
  /** Links to other sites, each once. */
  outbound: string[];
  /** Pictures as written, relative to the file, each once. */
  pictures: string[];
  /** Documents as written, relative to the file, each once. */
  documents: string[];
  /** Those of them that are shown with their size. */
  weighed: string[];
  /** Its headings, as a link names them (`the-quay`), in their order. */
  headings: string[];
};

/** Reads a body that begins on `firstLine` of `file`. `readable`: its texts without pictures, which may expire. */
export function outlineBody(
  body: string,
  file: string,
  firstLine: number,
  site: Site,
): { outline: Outline; readable: string[]; problems: Problem[] } {
  const lines = body.split('\n');
  const { tokens, env: environment } = readBody(body);
  const seen = nothingSeen(site);
  const findings = [...footnoteFindings(environment), ...listFindings(tokens, lines), ...tableFindings(tokens, lines)];
  // Not spread into one call, which may not have as many arguments as a text can have findings.
  const tell = (...lists: Finding[][]) => {
    for (const list of lists) for (const finding of list) findings.push(finding);
  };
  const { definitions = [] } = environment;
  const hasReferences = Object.keys(environment.references ?? {}).length > 0;
  const labels = new Set<string>();
  const headings = new Set<string>();
  const within: { place: string; line: number }[] = [];
  const readable: string[] = [];
  let words = 0;
  let line = 0;
  let heading = 1;
  const fences = new StrayFences();
  const outermost = new Map<number | undefined, Token>();
  for (const [index, token] of tokens.entries()) {
    line = token.map?.[0] ?? line;
    if (token.level >= maxNesting - 1 && /^(?:blockquote|list_item|container_.*)_open$/.test(token.type))
      findings.push(tooDeep(line));
    if (token.type === 'heading_open') {
      tell(headingFindings(token, heading, line, tokens[index + 1]), closingSignFindings(token, lines[line] ?? ''));
      heading = writtenLevel(token);
      headings.add(String(token.attrGet('id')).slice(idPrefix.length));
    }
    if (token.type.startsWith('container_') && token.nesting === 1) {
      const shared = isClosed(token, lines) ? sharedEndFindings(outermost.get(token.map?.[1])) : [];
      tell(blockFindings(token, lines, line, seen), shared);
      if (!outermost.has(token.map?.[1])) outermost.set(token.map?.[1], token);
      if (shared.length > 0 || !isClosed(token, lines)) fences.awaitEnd();
    }
    if (token.type === 'code_block') tell(codeFindings(line));
    if (token.type === 'fence') tell(fenceFindings(token));
    if (definitions.length > 0) for (const label of labelsIn(token)) labels.add(label);
    if (token.type === 'figure') {
      const picture = token.meta as WrittenPicture;
      const source = lines.slice(...(token.map ?? [])).join('\n');
      tell(pictureFindings(picture, line, seen, source));
    }
    if (token.type === 'inline') {
      const children = token.children ?? [];
      for (const child of children) {
        if (child.type !== 'link_open') continue;
        const href = String(child.attrGet('href'));
        if (href.startsWith('#')) within.push({ place: href.slice(1), line });
      }
      const read = readText(children);
      words += countWords(read);
      readable.push(hasPicture(children) ? readText(children.filter(({ type }) => type !== 'image')) : read);
      tell(linkFindings(children, line, seen), emphasisFindings(children, line));
      tell(residueFindings(children, line, hasReferences));
      if (tokens[index - 1]?.type === 'paragraph_open')
        tell(fences.findingsIn(token.content, line), runTogetherFindings(token.content, line));
    }
  }
  tell(lostLineFindings(definitions, (label) => labels.has(label)));
  for (const { place, line: at } of within) {
    const fault = placeFault(place, headings);
    if (fault) findings.push({ ...fault, line: at, search: `#${place}` });
  }
  const places = new Places(body);
  const problems = findings.map((finding) => places.toProblem(finding, file, firstLine));
  return {
    outline: {
      words,
      links: [...seen.links],
      outbound: [...seen.outbound],
      pictures: [...seen.pictures],
      documents: [...seen.documents],
      weighed: [...seen.weighed],
      headings: [...headings],
    },
    readable,
    problems,
  };
}

function hasPicture(tokens: readonly Token[]): boolean {
  return tokens.some(({ type }) => type === 'image');
}

/** Which definitions (`[label]: address`) the links and pictures in a token ask for. */
function labelsIn({ type, meta, children }: Token): string[] {
  if (type === 'figure') {
    const { labels, description } = meta as WrittenPicture;
    return [...labels, ...description.flatMap(labelsIn)];
  }
  return [...(meta?.label === undefined ? [] : [String(meta.label)]), ...(children ?? []).flatMap(labelsIn)];
}

function tooDeep(line: number): Finding {
  return {
    code: 'markdown/too-deep',
    line,
    what: `Quotations, lists and blocks are nested more than ${maxNesting} deep here, and the innermost text would be lost.`,
    fix: 'Begin this line, and those below it, with fewer signs, and close each block with a line of only :::.',
  };
}
