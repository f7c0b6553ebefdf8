/** The head of a listing: what kind of page it is in the spine, its name in the column, beside it how to follow it. */
import type { ComponentChildren } from 'preact';

type PageTitleProps = {
  label: ComponentChildren;
  title: string;
  /** Before the name. */
  portrait?: ComponentChildren;
  beside?: ComponentChildren;
  children?: ComponentChildren;
};

export function PageTitle({ label, title, portrait, beside, children }: PageTitleProps) {
  const name = (
    <div>
      <h1 class="title">{title}</h1>
      {beside && children ? <div class="about">{children}</div> : children}
    </div>
  );
  const named = portrait ? (
    <div class="speaker">
      {portrait}
      {name}
    </div>
  ) : (
    name
  );
  return (
    <header class="row row-open">
      <p class="label">{label}</p>
      {beside ? (
        <div class="beside">
          {named}
          {beside}
        </div>
      ) : (
        named
      )}
    </header>
  );
}
