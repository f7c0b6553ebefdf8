/** Beside the name of a front: what else its stories are about. */
import type { Named } from '../../src/content/records.ts';
import type { Here } from '../here.ts';

type TopicLinksProps = { topics: readonly Named[]; here: Here };

export function TopicLinks({ topics, here: { words } }: TopicLinksProps) {
  if (topics.length === 0) return null;
  return (
    <nav aria-label={words.topics}>
      <ul class="pager">
        {topics.map(({ id, name, url }) => (
          <li key={id}>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
