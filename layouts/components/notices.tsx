/**
 * The notices that stand in one slot of a page. Each is an `aside`, which reader modes drop, as it is no part of the story;
 * around them is an element, because an `aside` right beside the text is taken for a part of it
 * (https://github.com/mozilla/readability, `ALTER_TO_DIV_EXCEPTIONS`).
 */
import type { Slot } from '../../src/content/notice.ts';
import type { NoticeRecord, Notices } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import { Html } from './html.tsx';

type NoticesInProps = { slot: Slot; notices: Notices | undefined; here: Here };

export function NoticesIn({ slot, notices, here }: NoticesInProps) {
  const standing = notices?.[slot] ?? [];
  if (standing.length === 0) return null;
  return (
    <div>
      {standing.map((notice) => (
        <aside
          key={notice.body.path}
          class={`notice notice-${slot}`}
          aria-label={nameAmong(Object.values(notices ?? {}).flat(), notice, here)}
        >
          {notice.title && <p class="label">{notice.title}</p>}
          <Html class="notice-text" html={notice.body.html} />
        </aside>
      ))}
    </div>
  );
}

/** Those of one name are told apart by a number: each is a place that screen readers lead to. */
function nameAmong(all: readonly NoticeRecord[], notice: NoticeRecord, { words }: Here): string {
  const nameOf = ({ title = words.notice }: NoticeRecord) => title;
  const before = all.slice(0, all.indexOf(notice)).filter((each) => nameOf(each) === nameOf(notice)).length;
  return before === 0 ? nameOf(notice) : `${nameOf(notice)} (${before + 1})`;
}
