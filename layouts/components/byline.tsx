/** Who wrote a story. */
import type { Teaser } from '../../src/content/records.ts';

type BylineProps = {
  authors: Teaser['byline'] /** Opinion says who is speaking, in what capacity. */;
  withRoles?: boolean;
};

export function Byline({ authors, withRoles = false }: BylineProps) {
  return (
    <p class="by">
      {authors.map(({ id, name, url, role }, index) => (
        <span key={id}>
          <a href={url} rel="author">
            {name}
          </a>
          {withRoles && role && <span class="role">, {role}</span>}
          {index < authors.length - 1 && ', '}
        </span>
      ))}
    </p>
  );
}
