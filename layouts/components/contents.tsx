/**
 * The parts of a long story: closed until a reader asks for them, and in the spine, if there is one, open. There they stay
 * in view if nothing else stands in it. In a `footer`, which reader modes leave out.
 */
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import type { Room } from '../room-beside.ts';

/** Five minutes, in three parts: less is seen at a glance. */
const fewestWords = 1000;
const fewestParts = 3;

export function hasContents({ words, body: { headings } }: ArticleWithBody): boolean {
  return words >= fewestWords && headings.length >= fewestParts;
}

type ContentsProps = { story: ArticleWithBody; room: Room; here: Here };

export function Contents({ story, room, here }: ContentsProps) {
  if (!hasContents(story)) return null;
  return (
    <footer class={`contents contents-${room.isFree ? 'beside' : 'above'} furniture`}>
      <nav aria-label={here.words.contents}>
        <details>
          <summary>{here.words.contents}</summary>
          <ol>
            {story.body.headings.map(({ place, title }) => (
              <li key={place}>
                <a href={`#${place}`}>{title}</a>
              </li>
            ))}
          </ol>
        </details>
      </nav>
    </footer>
  );
}
