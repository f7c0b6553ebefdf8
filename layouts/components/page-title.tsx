/** The head of a listing: what kind of page it is in the spine, its name in the column, beside it how to follow it. */
import type { ComponentChildren } from 'preact';

type PageTitleProps = { label: string; title: string; beside?: ComponentChildren; children?: ComponentChildren };

export function PageTitle({ label, title, beside, children }: PageTitleProps) {
  const named = (
    <div>
      <h1 class="title">{title}</h1>
      {children}
    </div>
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
