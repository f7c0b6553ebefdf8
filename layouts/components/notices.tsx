/**
 * The notices that stand in one slot of a page. Each is an `aside`, which reader modes drop, as it is no part of the story;
 * around them is an element, because an `aside` right beside the text is taken for a part of it
 * (https://github.com/mozilla/readability, `ALTER_TO_DIV_EXCEPTIONS`).
 */
import type { Slot } from '../../src/content/notice.ts';
import type { Notices } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import { Html } from './html.tsx';

type NoticesInProps = { slot: Slot; notices: Notices | undefined; here: Here };

export function NoticesIn({ slot, notices, here }: NoticesInProps) {
  const standing = notices?.[slot] ?? [];
  if (standing.length === 0) return null;
  return (
    <div>
      {standing.map(({ title, body }) => (
        <aside key={body.path} class={`notice notice-${slot}`} aria-label={title ?? here.words.notice}>
          {title && <p class="label">{title}</p>}
          <Html class="notice-text" html={body.html} />
        </aside>
      ))}
    </div>
  );
}
