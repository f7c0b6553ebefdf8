/** The head of a listing: what kind of page it is in the spine, its name in the column, beside it how to follow it. */
import type { ComponentChildren } from 'preact';

type PageTitleProps = { label: string; title: string; beside?: ComponentChildren; children?: ComponentChildren };

export function PageTitle({ label, title, beside, children }: PageTitleProps) {
  return (
    <header class="row row-open">
      <p class="label">{label}</p>
      <div class={beside ? 'beside' : undefined}>
        <div>
          <h1 class="title">{title}</h1>
          {children}
        </div>
        {beside}
      </div>
    </header>
  );
}
