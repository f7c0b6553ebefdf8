/** Answers one question of the pages of fronts after the other: it opens a catalog, for which windows are not to wait. */
import { keepShells } from '../../source/git-shell.ts';
import { keepRepositories } from '../../source/git-source.ts';
import { keepEngines } from '../engine-of.ts';
import { answerWithHindrance, answerWithPage, type PageTask, type StoryTask } from './answer-fronts.ts';

// What stays the same as long as this process does.
for (const keep of [keepShells, keepRepositories, keepEngines]) keep();

export type FrontTask = { page: PageTask; story?: undefined } | { page?: undefined; story: StoryTask };
export type FrontAnswer = { answer: string } | { answer?: undefined; failure: string };

process.on('message', async ({ page, story }: FrontTask) => {
  const send = (answer: FrontAnswer) => process.send?.(answer);
  try {
    send({ answer: page ? await answerWithPage(page) : await answerWithHindrance(story) });
  } catch (error) {
    send({ failure: (error as Error).message });
  }
});

// Whoever began this has a newer one, or is gone.
process.on('disconnect', () => process.exit());
