/** The parts of a long story, closed until a reader asks for them. In a `footer`, which reader modes leave out. */
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';

/** Five minutes, in three parts: less is seen at a glance. */
const fewestWords = 1000;
const fewestParts = 3;

export function Contents({ story: { words, body }, here }: { story: ArticleWithBody; here: Here }) {
  const { headings } = body;
  if (words < fewestWords || headings.length < fewestParts) return null;
  return (
    <footer class="contents furniture">
      <nav aria-label={here.words.contents}>
        <details>
          <summary>{here.words.contents}</summary>
          <ol>
            {headings.map(({ place, title }) => (
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
