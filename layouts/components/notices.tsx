/** The notices that stand in one slot of a page. Each is an `aside`, which reader modes drop: it is not part of the story. */
import type { Slot } from '../../src/content/notice.ts';
import type { Notices } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import { Html } from './html.tsx';

type NoticesInProps = { slot: Slot; notices: Notices | undefined; here: Here };

export function NoticesIn({ slot, notices, here }: NoticesInProps) {
  return (
    <>
      {notices?.[slot]?.map(({ title, body }) => (
        <aside key={body.path} class={`notice notice-${slot}`} aria-label={title ?? here.words.notice}>
          {title && <p class="label">{title}</p>}
          <Html class="notice-text" html={body.html} />
        </aside>
      ))}
    </>
  );
}
