/** Older stories on the same topics. An element around them: reader modes take an `aside` right beside the text for a part of it. */
import type { Listed } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';
import { dayIn } from '../times.ts';
import { genreClass } from './genre.ts';
import { Kicker } from './kicker.tsx';
import { Row } from './row.tsx';
import { Time } from './time.tsx';

type RelatedProps = {
  stories: readonly Listed[] /** Of the story they are related to. */;
  story: Listed;
  here: Here;
};

export function Related({ stories, story, here }: RelatedProps) {
  if (stories.length === 0) return null;
  const show = dayIn(story.at, here);
  return (
    <div class="further">
      <Row id="related" label={here.words.related} isHeavy isAside>
        <ul class="related">
          {stories.map((each) => (
            <li key={each.url} class={genreClass(each.type)}>
              <Kicker story={each} shows="section" when={<Time of={each} show={show} here={here} />} here={here} />
              <h3>
                <a href={each.url}>{each.title}</a>
              </h3>
            </li>
          ))}
        </ul>
      </Row>
    </div>
  );
}
