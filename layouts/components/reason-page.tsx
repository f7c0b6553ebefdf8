/** A page in place of one that readers had: that it was taken away, why, and nothing else of it. */
import type { ComponentChildren } from 'preact';
import type { Language } from '../../src/content/names.ts';
import { frontUrl } from '../../src/content/urls.ts';
import { type Here, languageOf } from '../here.ts';
import { Document } from './document.tsx';
import { PageTitle } from './page-title.tsx';

type Props = {
  here: Here;
  page: Parameters<typeof Document>[0]['page'];
  title: string;
  reason: string;
  /** Of the reason. */
  language: Language;
  children?: ComponentChildren;
};

export function ReasonPage({ here, page, title, reason, language, children }: Props) {
  const { words, site } = here;
  return (
    <Document here={here} page={page} style="notice" title={title} description={reason} noindex>
      <PageTitle label={words.withdrawn.label} title={title}>
        <p class="intro" {...languageOf(language, here)}>
          {reason}
        </p>
        {children}
        <p class="all furniture">
          <a href={frontUrl(here.language, site)}>{words.frontPage}</a>
        </p>
      </PageTitle>
    </Document>
  );
}
