/** What stands around a story: a warning and key points before it; corrections and sources after it; topics at its foot. */
import type { ComponentChildren } from 'preact';
import { sponsoredRel } from '../../src/content/sponsored.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import { lineHtml } from '../line-html.ts';
import { dayAndHour } from '../times.ts';
import { Line } from './html.tsx';
import { Time } from './time.tsx';
import { TopicList } from './topic-links.tsx';

type NoteProps = {
  id?: string;
  kind: 'warning' | 'points' | 'correction' | 'sources';
  label: string;
  children: ComponentChildren;
};
type StoryNoteProps = { story: ArticleWithBody; here: Here };

/** Not an `aside`, which reader modes drop: it is part of the story. */
function Note({ id, kind, label, children }: NoteProps) {
  return (
    <section id={id} class={`note note-${kind}`} aria-label={label}>
      <p class="label">{label}</p>
      {children}
    </section>
  );
}

export function Warning({ story: { warning }, here: { words } }: StoryNoteProps) {
  if (warning === undefined) return null;
  return (
    <Note kind="warning" label={words.contentWarning}>
      <p>{warning}</p>
    </Note>
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

export function Corrections({ story: { corrections, body }, here }: StoryNoteProps) {
  const { words } = here;
  if (corrections.length === 0) return null;
  return (
    <Note id="corrections" kind="correction" label={corrections.length === 1 ? words.correction : words.corrections}>
      <ul>
        {corrections.map((each) => (
          <li key={`${each.at} ${each.text}`}>
            <Line as="span" html={lineHtml(each.text, body, here.site)} />{' '}
            <Time of={each} show={dayAndHour(here)} here={here} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

export function Sources({ story: { sources, sponsor }, here: { site, words } }: StoryNoteProps) {
  if (sources.length === 0) return null;
  const relOf = sponsor === undefined ? () => undefined : sponsoredRel(site);
  return (
    <Note kind="sources" label={words.sources}>
      <ol>
        {sources.map(({ title, url, publisher }) => (
          <li key={`${url} ${title}`}>
            {url === undefined ? (
              title
            ) : (
              <a class="link" href={url} rel={relOf(url)}>
                {title}
              </a>
            )}
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
    <nav class="note note-topics" aria-label={words.topics}>
      <p class="label">{words.topics}</p>
      <TopicList class="tags" topics={topics} />
    </nav>
  );
}
