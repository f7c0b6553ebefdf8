/** An old address: takes a reader to the new one at once, and says where it is if that fails. */
import type { Language } from '../../src/content/names.ts';
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl, frontUrl } from '../../src/content/urls.ts';
import type { RedirectProps } from '../../src/routes/redirect.ts';
import { Root } from '../components/document.tsx';
import { Appearance, Canonical } from '../components/head.tsx';
import { StyleSheet } from '../components/html.tsx';
import { OpenGraph } from '../components/open-graph.tsx';
import { hereIn, publicationOf } from '../here.ts';
import { styleOf } from '../styles.ts';

export function RedirectPage({ url, to, preview, site }: RedirectProps & { site: Site }) {
  const isHere = to.startsWith('/');
  const here = hereIn(languageOf(isHere ? to : url, site), site);
  const { title, text } = here.words.moved;
  const address = isHere ? absoluteUrl(to, site) : to;
  return (
    <Root here={here}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${preview?.title ?? title} — ${publicationOf(here)}`}</title>
        {preview && <meta name="description" content={preview.description} />}
        <meta http-equiv="refresh" content={`0; url=${to}`} />
        <Canonical url={to} canonical={isHere ? preview?.canonical : to} here={here} />
        <Appearance here={here} />
        {preview && <OpenGraph here={here} page={{ url: to, alternates: [] }} type="article" {...preview} />}
        <StyleSheet css={styleOf('bare')} />
      </head>
      <body>
        <main class="row">
          <h1 class="label">{title}</h1>
          <p>
            {text}{' '}
            <a class="link" href={to}>
              {address}
            </a>
          </p>
        </main>
      </body>
    </Root>
  );
}

/** The language of the page it leads to, or of its own address where that is elsewhere. */
function languageOf(address: string, site: Site): Language {
  const [first = '', ...others] = site.languages;
  return others.find((language) => address.startsWith(frontUrl(language, site))) ?? first;
}
