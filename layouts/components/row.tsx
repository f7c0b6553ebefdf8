/** A part of a page: its label hangs in the spine, its matter stands in the column. */
import type { ComponentChildren } from 'preact';

type RowProps = {
  id: string;
  label: ComponentChildren /** A thick rule: a new part begins. */;
  isHeavy?: boolean;
  /** Tinted, across the page. */
  isStrip?: boolean;
  /** Its label is for ears alone. */
  isUnlabelled?: boolean;
  /** Not part of what the page is about. */
  isAside?: boolean;
  children: ComponentChildren;
};

export function Row({
  id,
  label,
  isHeavy = false,
  isStrip = false,
  isUnlabelled = false,
  isAside = false,
  children,
}: RowProps) {
  const Part = isAside ? 'aside' : 'section';
  return (
    <Part class={isStrip ? 'row strip' : isHeavy ? 'row heavy' : 'row'} aria-labelledby={id}>
      <h2 class={isUnlabelled ? 'hidden' : 'label'} id={id}>
        {label}
      </h2>
      {children}
    </Part>
  );
}
