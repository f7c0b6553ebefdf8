/**
 * The first gate: judges a built site by reading its folder, before anything is published. A large site
 * that was judged before is judged only where it changed.
 */
import { isFault, type Problem, sortProblems } from '../problem.ts';
import { type BuiltSite, openBuiltSite } from './built-site.ts';
import type { Finding } from './finding.ts';
import type { KnownLinks } from './known-links.ts';
import type { WhatMayNotStand } from './leaks.ts';
import type { SurveyedFile } from './links.ts';
import { type LookedAt, refuseEmptyLook } from './looked-at.ts';
import { type TellAtTexts, tellOnce } from './tell-once.ts';

type EditionToCheck = {
  /** The folder of the built site, absolute. */
  out: string;
  /** Absolute links to this site's origin count as internal. */
  siteUrl: string;
  /** How a Problem names a file of the site, or with `` the site as a whole. */
  file?: (path: string) => string;
  /** The folder holds only what a build with `--changed-only` wrote. */
  isPartial?: boolean;
  /** Of a file below `out`, as `BuiltSite` has it. */
  isAsItWas?: BuiltSite['isAsItWas'];
  /** What is known from earlier checks, if the folder is as the last build left it. */
  known?: KnownLinks;
  /** What the catalog knows of stories that nobody may see, if the folder is as the last build left it. */
  mayNotStand?: WhatMayNotStand;
  /** A build was stopped while it wrote the folder, or another than the last one has written it. */
  isNotBuilt?: 'unfinished' | 'another';
  /** Judge everything, whatever is known. */
  everything?: boolean;
  limits?: typeof defaultLimits;
  /** Asked for if something is wrong: tells it at the texts that the folder was built from. */
  openTexts?(): Promise<TellAtTexts | undefined>;
};

/** `knownGood`: files that were not looked at, because nothing about them has changed. */
export type EditionChecked = { problems: Problem[]; looked: LookedAt[]; knownGood: number };

/** A small site is judged whole each time; so is one of which a large part was written since. */
const defaultLimits = { wholeFiles: 1000, changedFiles: 10_000 };

export async function checkEdition(edition: EditionToCheck): Promise<EditionChecked> {
  const { findings, ...judged } = await judgeEdition(edition);
  if (edition.isNotBuilt) findings.push(notBuilt[edition.isNotBuilt]);
  const atTexts = findings.length > 0 ? await edition.openTexts?.() : undefined;
  return { problems: sortProblems(await tellOnce(findings, edition.file ?? inDist, atTexts)), ...judged };
}

/** What a check found, before it is told. */
export type Judged = Omit<EditionChecked, 'problems'> & { findings: Finding[] };

export async function judgeEdition(edition: EditionToCheck): Promise<Judged> {
  const { out, siteUrl, isAsItWas = () => false, isPartial, known, everything, limits = defaultLimits } = edition;
  const { mayNotStand } = edition;
  if (known?.isComplete && !everything && (isPartial || areChangesFew(known, limits))) {
    const { checkChanges } = await import('./check-changes.ts');
    const hasFile = (path: string) => known.hasFile(path);
    const whole = { out, origin: siteUrl, hasFile, everyPath: () => known.everyPath(), isAsItWas };
    return checkChanges({ known, mayNotStand }, whole);
  }
  if (isPartial) return { findings: [partial], looked: [], knownGood: 0 };
  return checkWhole(openBuiltSite({ out, siteUrl, isAsItWas }), { known, mayNotStand, everything });
}

function areChangesFew(known: KnownLinks, limits: typeof defaultLimits): boolean {
  const { files, unchecked } = known.count();
  return files > limits.wholeFiles && unchecked < files && unchecked <= limits.changedFiles;
}

const notBuilt: Record<'unfinished' | 'another', Finding> = {
  unfinished: {
    path: '',
    subject: '',
    code: 'check/unfinished',
    what: 'The build that was writing this folder was stopped, so that some of it is of one edition and some of another.',
    fix: 'Build again: it goes on where it stopped. Readers have the site as it was until you publish.',
  },
  another: {
    path: '',
    subject: '',
    weight: 'advice',
    code: 'check/another-build',
    what: 'This folder is not as the last build left it, so that what is not public could not be looked for in it.',
    fix: 'Build again, and check then; if the build does not write here, remove the folder first. If it was built with another cache, name that with --cache.',
  },
};

const partial: Finding = {
  path: '',
  subject: '',
  code: 'check/partial-site',
  what: 'This folder holds only what changed, but the rest of the site has not been checked yet, or you asked for a check of everything.',
  fix: 'Build the whole site without --changed-only, check it once, and then save the state. After that, changes can be checked alone.',
};

async function checkWhole(
  site: BuiltSite,
  { known, mayNotStand, everything }: Pick<EditionToCheck, 'known' | 'mayNotStand' | 'everything'>,
): Promise<Judged> {
  const [{ checkFiles }, { WholeSite }, { checkWithLinkinator }, { checkComplete }] = await Promise.all([
    import('./check-files.ts'),
    import('./whole-site.ts'),
    import('./with-linkinator.ts'),
    import('./complete.ts'),
  ]);
  const survey = known?.begin();
  const whole = new WholeSite();
  const onSurveyed = (file: SurveyedFile) => {
    survey?.file(file);
    whole.add(file);
  };
  const ofFiles = checkFiles(site, { mayNotStand, skeletons: known?.skeletons, isEach: everything, onSurveyed });
  const [{ links, html, others }, secondOpinion] = await Promise.all([ofFiles, checkWithLinkinator(site)]);
  const ofWhole = [whole.judge(site.isAsItWas), ...(known ? [checkComplete(site, known.everyPath())] : [])];
  const byFile = [links, html, ...others];
  const looked = [links, secondOpinion, html, ...others, ...ofWhole].map((each) => each.looked);
  const news = [...onlyNews(secondOpinion.findings, links.findings), ...ofWhole.flatMap((each) => each.findings)];
  // What linkinator alone has found, and what is wrong with the whole, is not kept by file: then everything is judged again.
  if (!news.some(isFault)) survey?.end(new Set(byFile.flatMap(({ faulty }) => [...faulty])));
  const findings = [...looked.flatMap(refuseEmptyLook), ...byFile.flatMap((each) => each.findings), ...news];
  return { findings, looked, knownGood: 0 };
}

/** Nobody wants to read twice that a link is broken. */
function onlyNews(second: readonly Finding[], first: readonly Finding[]): Finding[] {
  const told = new Set(first.map(({ subject }) => subject));
  return second.filter(({ subject }) => !told.has(subject));
}

/** How a Problem names a file of the site, or the site itself. */
function inDist(path: string): string {
  return path === '' ? 'dist' : `dist/${path}`;
}
