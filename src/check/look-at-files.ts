/** Some files of a site, each read once and parsed once for all gates that judge it: links, policy, markup. */
import { type BuiltSite, isHtml, readText } from './built-site.ts';
import type { JudgedPage } from './html.ts';
import { readHtmlReferences, referenceReader } from './html-references.ts';
import { readJsonReferences } from './json-references.ts';
import { LinkSurvey, type LinksOfPart, type SurveyedFile, withoutLinks } from './links.ts';
import { needReader } from './page-needs.ts';
import { parsePage } from './parse-page.ts';
import { PolicySurvey } from './policy.ts';
import type { References } from './reference.ts';
import { Skeleton } from './skeleton.ts';
import { readRobotsReferences, readXmlReferences } from './xml-references.ts';

/** Plain data, as it is passed between threads. */
export type FilesLookedAt = {
  files: SurveyedFile[];
  links: LinksOfPart;
  policy: Pick<PolicySurvey, 'findings' | 'counts' | 'passedOver'>;
  /** Of each page that is to be valid; undefined for one that is like no other. */
  skeletons: JudgedPage[];
};

type Site = Pick<BuiltSite, 'out' | 'origin' | 'hasFile' | 'everyPath' | 'isAsItWas'>;

export function lookAtFiles(site: Site, paths: readonly string[]): FilesLookedAt {
  const { links, policy } = { links: new LinkSurvey(site), policy: new PolicySurvey() };
  const files: SurveyedFile[] = [];
  const skeletons: FilesLookedAt['skeletons'] = [];
  for (const path of paths) {
    const isOwn = site.isAsItWas(path);
    if (isHtml(path) && !isOwn) {
      const text = readText(site, path);
      const readers = [referenceReader(), needReader(), new Skeleton(text)] as const;
      parsePage(text, readers);
      const [references, needs, skeleton] = readers;
      files.push(links.add(path, text, references.end()));
      policy.add(path, text, needs.end());
      skeletons.push([path, skeleton.end(), text.length]);
      continue;
    }
    if (isHtml(path)) policy.passedOver.push(path);
    const read = isOwn && !isHtml(path) ? undefined : readerOf(path);
    const text = read && readText(site, path);
    files.push(read && text !== undefined ? links.add(path, text, read(text)) : withoutLinks(path));
  }
  return { files, links: plain(links), policy: { ...policy }, skeletons };
}

function plain({ findings, counts, waiting }: LinkSurvey): LinksOfPart {
  return { findings, counts, waiting };
}

export function readPlaces(site: Pick<BuiltSite, 'out'>, path: string): References['places'] {
  return readHtmlReferences(readText(site, path)).places;
}

function readerOf(path: string): ((text: string) => References) | undefined {
  if (isHtml(path)) return readHtmlReferences;
  if (path.endsWith('.xml') || path.endsWith('.atom')) return readXmlReferences;
  if (path.endsWith('.json')) return readJsonReferences;
  return path === 'robots.txt' ? readRobotsReferences : undefined;
}
