/** A card: one story, with its picture if it has one. */
import type { ComponentChildren } from 'preact';
import type { Teaser } from '../../src/content/records.ts';
import type { Here } from '../here.ts';
import { genreClass } from './genre.ts';
import { Kicker, type KickerShows } from './kicker.tsx';

type CardProps = {
  story: Teaser;
  kicker: KickerShows /** When, if it is not said beside the card. */;
  when?: ComponentChildren;
  here: Here;
};

export function Card({ story, kicker, when, here }: CardProps) {
  const { image, type } = story;
  const genre = genreClass(type);
  return (
    <article class={genre ? `card ${genre}` : 'card'}>
      {image && <img src={image.url} alt={image.alt} loading="lazy" decoding="async" />}
      <Kicker story={story} shows={kicker} here={here} />
      {type === 'opinion' && <p class="by">{story.byline.map((author) => author.name).join(', ')}</p>}
      <h3>
        <a href={story.url}>{story.title}</a>
      </h3>
      <p>{story.summary}</p>
      {when !== undefined && <p class="meta">{when}</p>}
    </article>
  );
}
