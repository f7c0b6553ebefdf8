/** The gates that judge files by themselves, whether the whole site is checked or only what changed of it. */
import type { BuiltSite } from './built-site.ts';
import { type JudgedPage, judgeMarkup, type Skeletons } from './html.ts';
import { checkLeaks, type WhatMayNotStand } from './leaks.ts';
import { LinkSurvey, type SurveyedFile } from './links.ts';
import { readPlaces } from './look-at-files.ts';
import type { Verdict } from './looked-at.ts';
import { manyHands } from './many-hands.ts';
import { checkPictures } from './picture-bytes.ts';
import { PolicySurvey } from './policy.ts';
import type { Places } from './resolve.ts';

/** `faulty`: files that have a finding. */
export type OfFiles = Verdict & { faulty: Set<string> };

export type FilesChecked = { links: OfFiles; html: OfFiles; others: OfFiles[] };

export type FileCheckOptions = {
  /** Undefined where no catalog knows the folder. */
  mayNotStand?: WhatMayNotStand;
  skeletons?: Skeletons;
  /** Every page is validated, whatever it is like. */
  isEach?: boolean;
  /** So many files are looked at without threads. */
  few?: number;
  /** Told of each file once it is read; whether it is good is only known at the end. */
  onSurveyed?(file: SurveyedFile): void;
  /** Which ids a page has that is not among those read. */
  placesOf?(path: string): Places | undefined;
};

export async function checkFiles(site: BuiltSite, options: FileCheckOptions = {}): Promise<FilesChecked> {
  const {
    mayNotStand,
    skeletons: known,
    isEach,
    few,
    onSurveyed,
    placesOf = (path) => readPlaces(site, path),
  } = options;
  const hands = await manyHands(site, few);
  const links = new LinkSurvey(site);
  const policy = new PolicySurvey();
  const pages: JudgedPage[] = [];
  try {
    for await (const part of hands.lookAt(site.paths)) {
      links.take(part.links);
      policy.take(part.policy);
      for (const each of part.skeletons) pages.push(each);
      for (const file of part.files) {
        links.settle(file.path, file.places);
        onSurveyed?.(file);
      }
    }
    const markup = judgeMarkup(pages, hands, { known, isEach });
    links.end(placesOf);
    const { counts, findings, passedOver } = policy;
    return {
      links: verdict(links.findings, { gate: 'links', counts: links.counts }),
      html: verdict(await markup, { gate: 'html', counts: { pages: pages.length } }),
      others: [
        verdict(findings, { gate: 'policy', counts, passedOver }),
        checkPictures(site),
        ...(mayNotStand ? [await checkLeaks(site, mayNotStand)] : []),
      ],
    };
  } finally {
    await hands.end();
  }
}

/** In the order of paths, in however many parts they were looked at. */
function verdict(found: Verdict['findings'], looked: Verdict['looked']): OfFiles {
  const findings = found.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { findings, faulty: new Set(findings.map(({ path }) => path)), looked };
}
