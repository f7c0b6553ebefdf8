/**
 * Eleventy's configuration, for our own commands and for plain `eleventy --config=.eleventy.ts`. Wiring
 * only: one template a kind of route, paginated over the routes to render. Nothing imported statically
 * is TSX, because it is `tsx/esm` that makes Node read it where the engine is not compiled.
 */
import type { Layouts } from './layouts/layouts.tsx';
import { outputPath } from './src/content/urls.ts';
import { isCompiled } from './src/engine-files.ts';
import type { EditionPart, RouteToRender } from './src/render/eleventy.ts';
import type { LayoutName } from './src/routes/kinds.ts';
import { withOwnLayouts } from './src/routes/own-kinds.ts';

type Config = {
  globalData: { edition?: EditionPart };
  addGlobalData(name: string, value: unknown): void;
  addTemplate(path: string, template: object): void;
  setDataFileSuffixes(suffixes: string[]): void;
  setFrontMatterParsingOptions(options: object): void;
  setTemplateFormats(formats: string[]): void;
  on(event: string, listener: (details: { directories: { output: string } }) => unknown): void;
};

/** https://www.11ty.dev/docs/config/ */
export default async function configure(config: Config): Promise<object> {
  if (!isCompiled) await import('tsx/esm');
  const edition = config.globalData.edition ?? (await plainEdition(config));
  const { layouts: shipped } = await import('./layouts/layouts.tsx');
  const layouts: Layouts = withOwnLayouts(shipped);
  const kinds = (Object.keys(layouts) as LayoutName[]).filter((kind) => edition.ofKind(kind).length > 0);

  // Doors that stay shut: no template, data file or code in front matter is ever looked for.
  config.setTemplateFormats(['11ty.js']);
  config.setDataFileSuffixes([]);
  config.setFrontMatterParsingOptions({ language: 'yaml', engines: { js: refuse, javascript: refuse, node: refuse } });

  config.addGlobalData('routes', Object.fromEntries(kinds.map((kind) => [kind, edition.ofKind(kind)])));
  for (const kind of kinds) config.addTemplate(`${kind}.11ty.js`, template(kind, layouts, edition));
  return { dir: { input: 'layouts', includes: '.none', data: '.none', output: 'dist' }, pathPrefix: '/' };
}

/**
 * One page of Eleventy's for each route where it writes the files. Our own build takes the texts, and gives it all routes of a kind
 * as one page: what Eleventy makes for each would take longer than our layouts.
 */
function template<Name extends LayoutName>(kind: Name, layouts: Layouts, edition: EditionPart): object {
  type Given = { given: RouteToRender<Name> | RouteToRender<Name>[] };
  const { isWritten } = edition;
  return {
    data: {
      pagination: { data: `routes.${kind}`, size: isWritten ? 1 : edition.routes.length + 1, alias: 'given' },
      permalink: isWritten && (({ given }: { given: RouteToRender<Name> }) => outputPath(given.url)),
      eleventyExcludeFromCollections: true,
    },
    render: ({ given }: Given) =>
      [given]
        .flat()
        .map((route) => edition.render(route, layouts[kind]))
        .join(''),
  };
}

/** Run without our commands: everything that is public now, with its pictures and files. */
async function plainEdition(config: Config): Promise<EditionPart> {
  const { wholeEdition } = await import('./src/commands/whole-edition.ts');
  const { edition, begin } = await wholeEdition();
  config.on('eleventy.before', ({ directories }) => begin(directories.output));
  config.on('eleventy.after', () => edition.refuseFailures());
  return edition;
}

function refuse(): never {
  throw new Error('Front matter is YAML; no code in it is run');
}
