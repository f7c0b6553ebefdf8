/** What stands around a story: key points before it; corrections, sources and topics after it. */
import type { ComponentChildren } from 'preact';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import { dayAndHour } from '../times.ts';
import { Time } from './time.tsx';

type NoteProps = {
  id?: string;
  kind: 'points' | 'correction' | 'sources' | 'topics';
  label: string;
  children: ComponentChildren;
};
type StoryNoteProps = { story: ArticleWithBody; here: Here };

function Note({ id, kind, label, children }: NoteProps) {
  return (
    <aside id={id} class={`note note-${kind}`} aria-label={label}>
      <p class="label">{label}</p>
      {children}
    </aside>
  );
}

export function KeyPoints({ story: { points }, here: { words } }: StoryNoteProps) {
  if (points.length === 0) return null;
  return (
    <Note kind="points" label={words.keyPoints}>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Note>
  );
}

export function Corrections({ story: { corrections }, here }: StoryNoteProps) {
  const { words } = here;
  if (corrections.length === 0) return null;
  return (
    <Note id="corrections" kind="correction" label={corrections.length === 1 ? words.correction : words.corrections}>
      <ul>
        {corrections.map((each) => (
          <li key={`${each.at} ${each.text}`}>
            {each.text} <Time of={each} show={dayAndHour(here)} here={here} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

export function Sources({ story: { sources }, here: { words } }: StoryNoteProps) {
  if (sources.length === 0) return null;
  return (
    <Note kind="sources" label={words.sources}>
      <ol>
        {sources.map(({ title, url, publisher }) => (
          <li key={`${url} ${title}`}>
            <a class="link" href={url}>
              {title}
            </a>
            {publisher && <span class="meta"> {publisher}</span>}
          </li>
        ))}
      </ol>
    </Note>
  );
}

export function Topics({ story: { topics }, here: { words } }: StoryNoteProps) {
  if (topics.length === 0) return null;
  return (
    <Note kind="topics" label={words.topics}>
      <ul class="tags">
        {topics.map(({ id, name, url }) => (
          <li key={id}>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </Note>
  );
}
