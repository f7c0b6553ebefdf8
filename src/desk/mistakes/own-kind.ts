/** A page of a newsroom’s own as small as can be, for mistakes that only layouts make. */

const head = (title: string, rest: string) => `<meta charset="utf-8" />
        <title>${title}</title>
        <meta name="robots" content="noindex" />${rest && `\n        ${rest}`}`;

const layoutOf = (title: string, body: string, inHead: string) => `<html lang="en">
      <head>
        ${head(title, inHead)}
      </head>
      <body>
        ${body}
      </body>
    </html>`;

/** The text of `src/kinds/NAME.tsx`, with a page at `/NAME/`. `more`: what its head has besides. */
export function ownKind(name: string, body: string, more = ''): string {
  return withLayout(name, layoutOf(titleOf(name), body, more));
}

export function titleOf(name: string): string {
  return name.replace(/^./, (letter) => letter.toUpperCase());
}

/** `markup`: all of the page. */
export function withLayout(name: string, markup: string): string {
  return `import { inEachLanguage, isWholeOf, type Kind, type PageHead, pageHead } from 'broadsheet/kinds';
import { renderPage } from 'broadsheet/layouts';
import { all } from 'broadsheet/listings';

export const keeps = ['${name}'];

export const kind: Kind<'${name}', PageHead> = {
  name: '${name}',
  always: (site) => inEachLanguage(all, site),
  url: (place) => (isWholeOf(all, place) ? '/${name}/' : undefined),
  props: (queries, { scope }, site) => pageHead(queries, site, scope.language, () => '/${name}/'),
};

export function layout(page: PageHead): string {
  return renderPage(
    ${markup},
  );
}
`;
}
