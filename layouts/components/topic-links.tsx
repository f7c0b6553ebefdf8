/** Links to topics: of a front, beside its name, what else its stories are about; of a story, what it is about (`notes.tsx`). */
import type { Named } from '../../src/content/records.ts';
import type { Here } from '../here.ts';

type TopicLinksProps = { topics: readonly Named[]; here: Here };

export function TopicLinks({ topics, here: { words } }: TopicLinksProps) {
  if (topics.length === 0) return null;
  return (
    <nav aria-label={words.topics}>
      <TopicList class="pager" topics={topics} />
    </nav>
  );
}

export function TopicList({ class: kind, topics }: { class: 'pager' | 'tags'; topics: readonly Named[] }) {
  return (
    <ul class={kind}>
      {topics.map(({ id, name, url }) => (
        <li key={id}>
          <a href={url}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
