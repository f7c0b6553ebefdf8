/** Beside the name of a front: by which feeds it can be followed. */
import type { FeedFormat } from '../../src/content/own-addresses.ts';
import { feedUrl } from '../../src/content/urls.ts';
import { feedNames } from '../feed-names.ts';
import type { Here } from '../here.ts';

/** `of`: what is followed, read aloud with each. */
type FollowProps = { front: string; formats: readonly FeedFormat[]; of: string; here: Here };

export function Follow({ front, formats, of, here: { words } }: FollowProps) {
  return (
    <p class="follow furniture">
      {words.followFront}
      {words.colon}
      {formats.map((format, index) => (
        <span key={format}>
          {index > 0 && words.listComma}
          <a href={feedUrl(front, format)}>
            {feedNames[format]}
            <span class="hidden"> {of}</span>
          </a>
        </span>
      ))}
    </p>
  );
}
