/** What is told from the content as it is now: its catalog, and what is wrong with it. */
import { type DeskOpened, openDesk } from '../desk/open-desk.ts';
import { makeRoomFor, type Saving } from '../nursery.ts';
import { hasOwnIcon, ownFolders } from '../own/own-files.ts';
import type { Problem } from '../problem.ts';
import { routeRules } from '../routes/rules.ts';
import { openSource } from '../source/git-source.ts';
import type { Source } from '../source/source.ts';
import { engineOf } from './engine-of.ts';
import { showProgressHere } from './progress.ts';
import type { Hands } from './threads.ts';
import { wordsFolders } from './words-folders.ts';

type Asked = {
  newsroom: string;
  content: string;
  cache: string;
  now: number;
  saving?: Saving;
  hands?: Pick<Hands, 'parserFor'>;
};

/** No route is made of it. */
const noRoutes = { ...routeRules, at: () => [], always: () => [] };

/** The catalog of the desk, and the source that it is in step with. To be closed by the caller. */
export async function deskOf({
  newsroom,
  content,
  cache,
  now,
  saving,
  hands,
}: Asked): Promise<DeskOpened & { source: Source }> {
  const source = await openSource(content);
  const { progress, end } = showProgressHere();
  const options = {
    ...{ source, now, rules: noRoutes, isIconDrawn: hasOwnIcon(newsroom), isWithoutPages: true as const },
    engine: engineOf(newsroom),
    async words() {
      const { openWordsShelf } = await import('../sync/words-shelf.ts');
      return openWordsShelf(wordsFolders(newsroom, content));
    },
    parserFor: hands && ((files: number) => hands.parserFor(files)),
    onProgress: (done: number, total: number) => {
      makeRoomFor(total, saving);
      progress('Reading', done, total);
    },
  };
  return { ...(await openDesk(cache, options, saving === 'memory').finally(end)), source };
}

/** A newsroom’s own fields have to be known before stories are read. */
export async function ownProblems(newsroom: string, content: string): Promise<Problem[]> {
  if (ownFolders(newsroom).length === 0) return [];
  const { loadOwn } = await import('../own/load-own.ts');
  return loadOwn(newsroom, content);
}
