/** Who wrote a story. */
import type { Teaser } from '../../src/content/records.ts';
import type { Here } from '../here.ts';

type BylineProps = {
  authors: Teaser['byline'];
  here: Here;
  /** Opinion says who is speaking, in what capacity. */
  withRoles?: boolean;
};

/** More of them would push the text far below the headline. */
const mostInSpine = 4;

export function Byline({ authors, here: { words }, withRoles = false }: BylineProps) {
  return (
    <p class={authors.length > mostInSpine ? 'by by-many' : 'by'}>
      {authors.map(({ id, name, url, role }, index) => (
        <span key={id}>
          <a href={url} rel="author">
            <bdi>{name}</bdi>
          </a>
          {withRoles && role && (
            <span class="role">
              {words.comma}
              {role}
            </span>
          )}
          {index < authors.length - 1 && words.listComma}
        </span>
      ))}
    </p>
  );
}
