/** Links from an archive page to what it is part of. */
import type { Here } from '../here.ts';

type PagerProps = { links: readonly { name: string; url: string }[]; here: Here };

export function Pager({ links, here: { words } }: PagerProps) {
  return (
    <nav class="row" aria-label={words.seeAlso}>
      <p class="label">{words.seeAlso}</p>
      <ul class="pager">
        {links.map(({ name, url }) => (
          <li key={url}>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
