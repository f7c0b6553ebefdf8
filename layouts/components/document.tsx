/** Every page with a masthead: head, skip link, masthead, what the page is about, footer. */
import type { ComponentChildren } from 'preact';
import { directionOf } from '../../src/content/names.ts';
import type { Moment } from '../../src/content/times.ts';
import type { Notices } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import { Footer } from './footer.tsx';
import { Head, type HeadProps } from './head.tsx';
import { Masthead } from './masthead.tsx';
import { NoticesIn } from './notices.tsx';

type DocumentProps = Omit<HeadProps, 'isFront'> & {
  /** The section the page belongs to, marked in the navigation. */
  section?: string;
  /** Of the front page alone: it has the great masthead, with the day of its newest story. */
  front?: { newest: Moment | undefined };
  /** Of pages that carry some; those of the slots above and below what the page is about stand here. */
  notices?: Notices;
  children: ComponentChildren;
};

export function Document({ section, front, notices, children, ...head }: DocumentProps) {
  const { here, page } = head;
  return (
    <Root here={here}>
      <Head {...head} isFront={front !== undefined} />
      <body>
        <a class="skip furniture" href="#main">
          {here.words.skipToContent}
        </a>
        <Masthead here={here} page={page} section={section} front={front} />
        <NoticesIn slot="top" notices={notices} here={here} />
        <main id="main">{children}</main>
        <NoticesIn slot="footer" notices={notices} here={here} />
        <Footer here={here} />
      </body>
    </Root>
  );
}

export function Root({ here: { language }, children }: { here: Here; children: ComponentChildren }) {
  return (
    <html lang={language} dir={directionOf(language)}>
      {children}
    </html>
  );
}
