/** `/tides/`: the newest stories that say how the tide was. */
import { inEachLanguage, isWholeOf, type Kind, type PageHead, pageHead, type Site } from 'broadsheet/kinds';
import { hereIn, renderPage } from 'broadsheet/layouts';
import { Document } from 'broadsheet/layouts/components/document';
import { all } from 'broadsheet/listings';

type TidesProps = PageHead & { stories: { title: string; url: string; tide: string }[] };

const url = '/tides/';

export const keeps = ['tides'];

export const kind: Kind<'tides', TidesProps> = {
  name: 'tides',
  always: (site) => inEachLanguage(all, site),
  url: (place) => (isWholeOf(all, place) ? url : undefined),
  props(queries, { scope }, site) {
    const stories = queries
      .newest(scope, 30, 'teaser')
      .flatMap(({ title, url: address, own }) =>
        typeof own?.tide === 'string' ? [{ title, url: address, tide: own.tide }] : [],
      );
    return { ...pageHead(queries, site, scope.language, () => url), stories };
  },
};

export function layout({ stories, ...page }: TidesProps, site: Site): string {
  const here = hereIn(page.language, site);
  return renderPage(
    <Document here={here} page={page} style="page" title="Tides" description="How the tide was">
      <h1 class="title">Tides</h1>
      <ul>
        {stories.map(({ title, url: address, tide }) => (
          <li key={address}>
            <a href={address}>{title}</a> {tide}
          </li>
        ))}
      </ul>
    </Document>,
  );
}
