/** The head of a listing: what kind of page it is in the spine, its name in the column. */
import type { ComponentChildren } from 'preact';

type PageTitleProps = { label: string; title: string; children?: ComponentChildren };

export function PageTitle({ label, title, children }: PageTitleProps) {
  return (
    <header class="row row-open">
      <p class="label">{label}</p>
      <div>
        <h1 class="title">{title}</h1>
        {children}
      </div>
    </header>
  );
}
