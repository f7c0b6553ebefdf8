/** A picture with its caption and credit. */
import type { Picture as PictureRecord } from '../../src/content/records.ts';
import type { Here } from '../here.ts';
import { Picture } from './picture.tsx';

/** The picture that opens a story, asked for before all others. */
type LeadFigureProps = { picture: PictureRecord; here: Here; sizes: string; class?: string };

export function LeadFigure({ picture, sizes, here, class: name }: LeadFigureProps) {
  const { caption } = picture;
  const credit = [picture.credit, picture.license].filter(Boolean).join(here.words.comma);
  return (
    <figure class={name}>
      <Picture picture={picture} sizes={sizes} isFirst />
      {(caption || credit) && (
        <figcaption>
          {caption} {credit && <span class="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
