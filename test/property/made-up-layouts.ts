/**
 * Layouts that are made up for a random newsroom and change as it lives: as plain data, which says what the pages of each kind
 * show of them, and as files in which that is to be found out. A page shows the text of every file that it is made of.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Looks } from '../../src/catalog/looks.ts';
import type { PageRenderer } from '../../src/render/eleventy.ts';
import { looksOf } from '../../src/render/looks.ts';
import { kindsByName } from '../../src/routes/rules.ts';
import { writeFiles } from '../support/project-copy.ts';
import { renderDirectly } from '../support/render-directly.ts';
import { at } from './vocabulary.ts';

/** By its path without an ending. `imports`: names of components. */
type Files = Record<string, { text: number; imports: string[] }>;
/** A newsroom's page or component stands in for the engine's; its styles stand beside. */
export type MadeUpLayouts = { engine: Files; own: Files };

const components = ['frame', 'card', 'row', 'note'];
const pages = { article: ['frame', 'note'], front: ['frame', 'card'], list: ['frame', 'row'], feed: ['note'] };
type Page = keyof typeof pages;

/** A style sheet of the engine by its name there, and those of its files that there are here. */
const sheets: Partial<Record<Page, { name: string; files: string[] }>> = {
  article: { name: 'article', files: ['styles/tokens', 'styles/prose', 'styles/own'] },
  front: { name: 'front', files: ['styles/tokens', 'styles/own'] },
  list: { name: 'archive', files: ['styles/tokens', 'styles/own'] },
};

export function firstLayouts(): MadeUpLayouts {
  const ofPages = Object.entries(pages).map(([page, imports]) => [`pages/${page}`, { text: 0, imports: [...imports] }]);
  const others = [...components.map((name) => `components/${name}`), 'styles/tokens', 'styles/prose', 'styles/own'];
  return {
    engine: Object.fromEntries([...ofPages, ...others.map((path) => [path, { text: 0, imports: [] }])]),
    own: {},
  };
}

/** One file gets another text, or imports another component or no more; or the newsroom's stands in for it, or does no more. */
export function changeLayouts({ engine, own }: MadeUpLayouts, pick: number, value: number, other: number): void {
  const path = at(Object.keys(engine), pick);
  const isStyle = path.startsWith('styles/');
  const file = (value % 2 === 1 && own[path]) || engine[path];
  if (value % 4 === 0 && file) file.text = other;
  else if (value % 4 === 1 && file && !isStyle) file.imports = toggled(file.imports, at(components, other));
  else if (own[path]) delete own[path];
  else if (path !== 'styles/prose') own[path] = { text: other, imports: isStyle ? [] : [at(components, other)] };
}

function toggled(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}

function pageOf(kind: string): Page {
  if (kind === 'article') return kind;
  return kind.startsWith('feed-') ? 'feed' : kind.includes('front') ? 'front' : 'list';
}

/** A kind that the newsroom has added, whose file is not there to be read: it may be made of everything. */
const isUnknown = (kind: string) => kind === 'today';

/** What the pages of a kind show of these layouts. */
function shownOf(kind: string, { engine, own }: MadeUpLayouts): string {
  const shown = new Set<string>();
  const show = (files: Files, path: string) => {
    const file = files[path];
    const line = `${path}${files === own ? ' (own)' : ''} = ${file?.text}`;
    if (!file || shown.has(line)) return;
    shown.add(line);
    // The newsroom's files get the engine's own by the engine's name.
    const from = (name: string) => (files !== own && own[`components/${name}`] ? own : engine);
    for (const name of file.imports) show(from(name), `components/${name}`);
  };
  const page = pageOf(kind);
  if (isUnknown(kind)) for (const files of [engine, own]) for (const path of Object.keys(files)) show(files, path);
  else show(own[`pages/${page}`] ? own : engine, `pages/${page}`);
  if (!own[`pages/${page}`])
    for (const path of sheets[page]?.files ?? []) for (const files of [engine, own]) show(files, path);
  return [...shown].sort().join('; ');
}

export function withShown(text: string, kind: string, layouts: MadeUpLayouts): string {
  return `${text}\n<!-- ${shownOf(kind, layouts)} -->`;
}

export function rendererOf(layouts: MadeUpLayouts): PageRenderer {
  return async (routes, site) => {
    const texts = await renderDirectly(routes, site);
    return new Map(routes.map(({ url, kind }) => [url, withShown(texts.get(url) ?? '', kind, layouts)]));
  };
}

/** What is found out from the files, which are written into a folder. */
export function looksIn(folder: string, { engine, own }: MadeUpLayouts): Omit<Looks, 'program'> {
  rmSync(folder, { recursive: true, force: true });
  const [engineRoot, ownRoot] = [join(folder, 'engine'), join(folder, 'own')];
  writeFiles(engineRoot, {
    ...written(engine, ''),
    'layouts/layouts.tsx': listOfKinds(),
    'src/exports/layouts.ts': '',
  });
  writeFiles(ownRoot, { ...written(own, 'broadsheet/layouts/'), 'layouts/words/en.yaml': '' });
  return looksOf([join(ownRoot, 'layouts')], engineRoot);
}

function written(files: Files, by: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, { text, imports }]) => {
      if (path.startsWith('styles/')) return [`layouts/${path}.css`, `:root { --text: ${text}; }`];
      const lines = imports.map((name) =>
        by ? `import '${by}components/${name}';` : `import { a as ${name} } from '../components/${name}.tsx';`,
      );
      const sheet = by === '' ? sheets[path.replace('pages/', '') as Page] : undefined;
      const styled = sheet ? `export const page = () => <Document style="${sheet.name}" />;` : '';
      return [`layouts/${path}.tsx`, [...lines, `export const a = ${text};`, styled].join('\n')];
    }),
  );
}

function listOfKinds(): string {
  const imports = Object.keys(pages).map((page) => `import { a as ${page} } from './pages/${page}.tsx';`);
  const lines = [...kindsByName().keys()]
    .filter((kind) => !isUnknown(kind))
    .map((kind) => `  '${kind}': pageOf(${pageOf(kind)}),`);
  return [...imports, 'export const layouts: Layouts = {', ...lines, '};', ''].join('\n');
}
