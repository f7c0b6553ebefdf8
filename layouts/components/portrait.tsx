/** A picture of an author, square, beside their name. */
import { sizesOfCut } from '../../src/content/pictures.ts';
import type { Portrait as PortraitRecord } from '../../src/content/portrait.ts';
import { portraitFrame } from '../frames.ts';
import type { Here } from '../here.ts';
import { Picture } from './picture.tsx';

type PortraitProps = { picture: Pick<PortraitRecord, 'stem' | 'width' | 'height' | 'focus' | 'alt'> };

export function Portrait({ picture }: PortraitProps) {
  return (
    <div class="portrait">
      <Picture picture={picture} sizes={sizesOfCut(picture, portraitFrame)} />
    </div>
  );
}

/** On their own front, where it is said who made it. */
export function PortraitFigure({ picture, here }: { picture: PortraitRecord; here: Here }) {
  const credit = [picture.credit, picture.license].filter(Boolean).join(here.words.comma);
  return (
    <figure class="portrait">
      <Picture picture={picture} sizes={sizesOfCut(picture, portraitFrame)} isFirst />
      {credit && (
        <figcaption>
          <span class="credit">{credit}</span>
        </figcaption>
      )}
    </figure>
  );
}
