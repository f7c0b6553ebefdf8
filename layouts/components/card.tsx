/** A card: one story, with its picture if it has one. */
import type { ComponentChildren } from 'preact';
import { type Frame, sizesOfCut } from '../../src/content/pictures.ts';
import type { Card as CardRecord } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';
import { genreClass } from './genre.ts';
import { Kicker, type KickerShows } from './kicker.tsx';
import { Picture } from './picture.tsx';

type CardProps = {
  story: CardRecord;
  /** Where its picture is shown. */
  frame: Frame;
  kicker: KickerShows;
  /** If it is not said beside the card. */
  when?: ComponentChildren;
  here: Here;
};

export function Card({ story, frame, kicker, when, here }: CardProps) {
  const { image, by, hasWarning } = story;
  const genre = genreClass(story.type);
  return (
    <article class={genre ? `card ${genre}` : 'card'}>
      {image && <Picture picture={image} sizes={sizesOfCut(image, frame)} />}
      <Kicker story={story} shows={kicker} when={when} here={here} />
      {hasWarning && <p class="meta warned">{here.words.contentWarning}</p>}
      {by && <p class="by">{by.join(here.words.listComma)}</p>}
      <h3>
        <a href={story.url}>{story.title}</a>
      </h3>
      <p>{story.summary}</p>
    </article>
  );
}
