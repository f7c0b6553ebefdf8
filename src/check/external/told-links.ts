/** What is said of links to other sites: one Problem at each place of a dead one, or of one that has moved for good. */
import { placeProblems, type UnplacedProblem } from '../../catalog/place-problems.ts';
import type { CatalogFile } from '../../catalog/tables/files.ts';
import { contentPath } from '../../content/paths.ts';
import { MachineryError, SourceChanged } from '../../errors.ts';
import type { Problem } from '../../problem.ts';
import type { Source } from '../../source/source.ts';
import type { LinkPlace, LinksToOthers } from './links-to-others.ts';
import { noSuchHost } from './request.ts';
import { isDead, type Known } from './verdict.ts';

type Texts = {
  source: Source;
  /** Whether a file is as it was when the site was built; of another, the line would not be the one. */
  isAsBuilt(file: CatalogFile): boolean;
  /** How a Problem names a file of the content folder. */
  name(path: string): string;
};

/** `texts`: undefined where the content folder cannot be read; then files are told without lines. */
export function tellLinks(
  links: LinksToOthers,
  known: ReadonlyMap<string, Known>,
  { texts, name }: { texts: Omit<Texts, 'name'> | undefined; name: Texts['name'] },
): Problem[] {
  const told = [...links].flatMap(([address, places]) => {
    const answers = known.get(address);
    return answers ? places.flatMap((place) => toldAt(place, answers) ?? []) : [];
  });
  const placed = placeThose(told, texts);
  return placed.map((problem) => ({ ...problem, file: name(problem.file) }));
}

function placeThose(told: readonly UnplacedProblem[], texts: Omit<Texts, 'name'> | undefined): Problem[] {
  const canPlace = ({ file }: UnplacedProblem) => texts?.isAsBuilt(file) ?? false;
  const others = told.filter((each) => !canPlace(each)).map(withoutPlace);
  try {
    const here = told.filter(canPlace);
    return [...(texts && here.length > 0 ? placeProblems(texts.source, here) : []), ...others];
  } catch (error) {
    // Somebody has edited a text while links were asked for.
    if (error instanceof MachineryError || error instanceof SourceChanged) return told.map(withoutPlace);
    throw error;
  }
}

function withoutPlace({ file, code, weight, what, fix }: UnplacedProblem): Problem {
  return { code, ...(weight && { weight }), file: file.path, what, fix };
}

function toldAt({ file, link }: LinkPlace, known: Known): UnplacedProblem | undefined {
  const { href, ...where } = link;
  const said = isDead(known) ? sayDead(href, known, file.path) : sayMoved(href, known);
  return said && { file, ...where, weight: 'advice', ...said };
}

type Said = Pick<Problem, 'code' | 'what' | 'fix'>;

function sayDead(href: string, { said, asked, deadSince = asked }: Known, path: string): Said {
  const answer = said === noSuchHost ? 'there was no such host' : `the answer was ${said}`;
  const copy = `https://web.archive.org/web/${dayOfFile(path) ?? dayOf(deadSince).replaceAll('-', '')}/${href}`;
  return {
    code: 'check/external-dead',
    what: `“${href}” is dead: ${answer} on ${dayOf(asked)}, and nothing has been there since ${dayOf(deadSince)}.`,
    fix: `Link to a copy, if there is one at ${copy}, or take the link out.`,
  };
}

function sayMoved(href: string, { is, movedTo }: Known): Said | undefined {
  if (is !== 'good' || movedTo === undefined) return undefined;
  return {
    code: 'check/external-moved',
    what: `“${href}” has moved for good, and the old address may end one day.`,
    fix: `Look whether the new page is still the one that is meant, and write ${movedTo}.`,
  };
}

/** `20151126` of a story: what its author saw was there then. */
function dayOfFile(path: string): string | undefined {
  const content = contentPath(path, 0);
  return content && 'kind' in content && content.kind === 'article'
    ? content.story.slice(0, 10).replaceAll('/', '')
    : undefined;
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
