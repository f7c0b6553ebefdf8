/**
 * Other stories around one: the story so far, and what is related. On a wide screen they have a column beside its text:
 * both if the text is long enough for them, else the first alone, if that is enough for a column.
 */
import type { ArticleProps } from '../../src/routes/article.ts';
import type { Here } from '../here.ts';
import type { Room } from '../room-beside.ts';
import { Related } from './related.tsx';
import { saidIn, Thread } from './thread.tsx';

type AroundProps = Pick<ArticleProps, 'story' | 'parts' | 'running' | 'earlierOn' | 'related'> & {
  room: Room;
  here: Here;
};

/** Fewer are no column. */
const fewestBeside = 2;
/** More would be higher than a window if they were set larger. */
const mostLarge = 6;

export function Around({ related, room, here, ...thread }: AroundProps) {
  const { story } = thread;
  const said = saidIn(thread);
  const titles = related.map(({ title }) => title);
  const isBeside = room.isFor(said, titles);
  const count = said.length + (isBeside ? titles.length : 0);
  const isColumn = count >= fewestBeside;
  const before = <Thread {...thread} said={said} place={room.placeOf(said)} here={here} />;
  const found = <Related stories={related} story={story} here={here} />;
  return (
    <>
      {isColumn ? (
        <div class={count <= mostLarge ? 'around few' : 'around'}>
          {before}
          {isBeside && found}
        </div>
      ) : (
        before
      )}
      {!(isColumn && isBeside) && found}
    </>
  );
}
