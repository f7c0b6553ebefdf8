/** A picture in the formats and widths that it was made in; its size is said, so that nothing moves when it comes. */
import { focusClasses } from '../../src/content/focus.ts';
import { jpegOf, type PictureSource, shapeOf, sourcesOf } from '../../src/content/pictures.ts';

type PictureProps = {
  picture: PictureSource & { alt: string };
  /** How wide it is shown, as the `sizes` of its sources. */
  sizes: string;
  /** The first of a page is asked for before all others, the rest when they come near. */
  isFirst?: boolean;
};

export function Picture({ picture, sizes, isFirst = false }: PictureProps) {
  const { width, height, alt } = picture;
  return (
    <picture>
      {sourcesOf(picture).map(({ type, srcset }) => (
        <source key={type} type={type} srcset={srcset} sizes={sizes} />
      ))}
      <img
        src={jpegOf(picture, 'small').url}
        width={width}
        height={height}
        alt={alt}
        fetchpriority={isFirst ? 'high' : undefined}
        loading={isFirst ? undefined : 'lazy'}
        decoding={isFirst ? undefined : 'async'}
        class={[shapeOf(picture) ?? [], focusClasses(picture)].flat().join(' ') || undefined}
      />
    </picture>
  );
}
