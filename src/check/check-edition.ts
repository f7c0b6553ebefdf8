/** The first gate: judges a built site by reading its folder, before anything is published. */
import { type Problem, sortProblems } from '../problem.ts';
import { openBuiltSite } from './built-site.ts';
import { checkHtml } from './html.ts';
import { checkLinks } from './links.ts';
import { type LookedAt, refuseEmptyLook } from './looked-at.ts';
import { checkWithLinkinator } from './with-linkinator.ts';

type EditionToCheck = {
  /** The folder of the built site, absolute. */
  out: string;
  /** Absolute links to this site's origin count as internal. */
  siteUrl: string;
  /** How a Problem names a file of the site, or with `` the site as a whole. */
  file?: (path: string) => string;
};

export async function checkEdition({ out, siteUrl, file = inDist }: EditionToCheck): Promise<{
  problems: Problem[];
  looked: LookedAt[];
}> {
  const site = await openBuiltSite({ out, siteUrl, file });
  const links = await checkLinks(site);
  const secondOpinion = await checkWithLinkinator(site);
  const html = await checkHtml(site);
  const looked = [links.looked, secondOpinion.looked, html.looked];
  const problems = [
    ...looked.flatMap((look) => refuseEmptyLook(look, site.file(''))),
    ...links.problems,
    ...onlyNews(secondOpinion.problems, links.problems),
    ...html.problems,
  ];
  return { problems: sortProblems(problems), looked };
}

/** Nobody wants to read twice that a link is broken: the second opinion speaks of files the first one passed. */
function onlyNews(second: readonly Problem[], first: readonly Problem[]): Problem[] {
  const told = new Set(first.map(({ file }) => file));
  return second.filter(({ file }) => !told.has(file));
}

function inDist(path: string): string {
  return path === '' ? 'dist' : `dist/${path}`;
}
