/** Answers what the pages of fronts ask of the content as it is now: a page, or whether a story can be added. */
import type { Language } from '../../content/names.ts';
import type { Seconds } from '../../content/times.ts';
import { frontFile, readFront } from '../../desk/fronts/change-front.ts';
import { type Desk, deskStory } from '../../desk/fronts/desk-story.ts';
import { brokenFrontsPage, frontsPage, type Said } from '../../desk/fronts/fronts-page.ts';
import { askedSentence, type DoneToFront, doneSentence, titleOf } from '../../desk/fronts/sentences.ts';
import type { Focus } from '../../desk/fronts/story-rows.ts';
import { isFault, type Problem } from '../../problem.ts';
import { deskLinks, deskLinksStyles, frontsUrl } from '../desk-links.ts';
import { deskOf, ownProblems } from '../desk-of.ts';
import { listStyles, problemsList } from '../problem-pages.ts';
import { toldProblems } from '../told-problems.ts';
import { type AskedFront, askedFront } from './asked-front.ts';
import { frontOnDesk, sectionNameIn } from './front-facts.ts';
import { type FrontText, readFrontText } from './front-file.ts';

/** Folders; `cache`: of the build’s. */
type Room = { newsroom: string; content: string; cache: string; now: Seconds };

/** `query`: which front, and what is looked for. */
export type PageTask = Room & {
  query: string;
  /** What was done last, and what the file was after that. */
  done?: (DoneToFront & { file: string }) | undefined;
  refused?: { why: string; wanted?: DoneToFront | undefined } | undefined;
  focus?: Focus | undefined;
};

export type StoryTask = Room & { story: string; language: Language };

const frame = { above: deskLinks(frontsUrl), styles: deskLinksStyles };
const frameOfProblems = { ...frame, styles: deskLinksStyles + listStyles };

export async function answerWithPage(task: PageTask): Promise<string> {
  const { content, newsroom } = task;
  return onDesk(task, (desk, problems) => {
    if (!desk) {
      const told = toldProblems({ problems, textsOf: () => new Map(), site: undefined }, content, newsroom);
      const why = 'Nothing is known of the site before this is mended.';
      return brokenFrontsPage(why, { html: problemsList(told) }, frameOfProblems);
    }
    const file = readFrontText(content);
    const { value: front, problems: found } = readFront(file.text, desk.catalog.site);
    if (front && file.other === undefined) {
      const asked = askedFront(new URLSearchParams(task.query), desk.catalog.site);
      const shown = frontOnDesk(desk, { front, file: file.hash, asked, now: task.now });
      return frontsPage({ ...shown, remarks: remarksOn(desk) }, saidOf(task, desk, asked, file), frame);
    }
    const why =
      file.other ?? 'front.yaml has to be mended by hand first. Nothing of it is changed from here before that.';
    const textsOf = () => new Map([[frontFile, file.text]]);
    const faults = file.other === undefined ? found.filter(isFault) : [];
    const told = toldProblems({ problems: faults, textsOf, site: desk.catalog.site }, content, newsroom);
    return brokenFrontsPage(why, { html: problemsList(told) }, frameOfProblems);
  });
}

/** Why a story cannot be put on a front; `` where it can. */
export async function answerWithHindrance(task: StoryTask): Promise<string> {
  return onDesk(task, (desk) => {
    if (!desk) return 'Nothing is known of the site before its problems are mended.';
    const { hindrance } = deskStory(desk, task.story, task.language);
    return hindrance?.adding === undefined ? '' : `${hindrance.what} ${hindrance.adding}`;
  });
}

async function onDesk<T>(
  { newsroom, content, cache, now }: Room,
  answer: (desk: (Desk & { isAsBefore: boolean }) | undefined, problems: readonly Problem[]) => T,
): Promise<T> {
  const own = await ownProblems(newsroom, content);
  const { catalog, left, isAsBefore, problems } = await deskOf({ newsroom, content, cache, now });
  try {
    return answer(catalog && { catalog, left, isAsBefore }, [...own, ...problems.filter(isFault)]);
  } finally {
    catalog?.close();
  }
}

function remarksOn({ left, isAsBefore }: { left: readonly string[]; isAsBefore: boolean }): string[] {
  if (isAsBefore) return ['Stories are those from before the problems of the newsroom.'];
  const others = left.filter((file) => file !== frontFile);
  if (others.length === 0) return [];
  return [
    `Not read, since they have problems: ${others.slice(0, 3).join(', ')}${others.length > 3 ? ' and more' : ''}.`,
  ];
}

/** What was done is told as long as the file is as it was then. */
function saidOf({ done, refused, focus }: PageTask, desk: Desk, { language }: AskedFront, { hash }: FrontText): Said {
  const { site } = desk.catalog;
  const names = {
    titleOf: (story: string) => titleOf(deskStory(desk, story, language)),
    sectionName: (id: string) => sectionNameIn(site, id, language),
  };
  const isLast = done !== undefined && done.file === hash;
  const why =
    refused && [refused.why, refused.wanted && askedSentence(refused.wanted, names)].filter(Boolean).join('\n');
  return {
    ...(isLast && { told: doneSentence(done, names), canBeTakenBack: true }),
    ...(why && { refused: why }),
    ...(focus && !why && { focus }),
  };
}
