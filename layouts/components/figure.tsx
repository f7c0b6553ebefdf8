/** A picture with its caption and credit. */
import type { Picture } from '../../src/content/records.ts';

/** The picture that opens a story, asked for before all others. */
export function LeadFigure({ picture, class: name }: { picture: Picture; class?: string }) {
  const { url, alt, caption } = picture;
  const credit = [picture.credit, picture.license].filter(Boolean).join(', ');
  return (
    <figure class={name}>
      <img src={url} alt={alt} fetchpriority="high" />
      {(caption || credit) && (
        <figcaption>
          {caption} {credit && <span class="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
