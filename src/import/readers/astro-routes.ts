/** Where Astro puts the texts of a collection: below the page that asks for them. None of its code is run; it is read for names. */
import type { Input } from '../source-story.ts';
import { folderOf } from './addresses.ts';

export type Collection = {
  name: string;
  /** The folder of its texts. */
  folder: string;
  /** The path that its texts stand below; undefined: no page of their own was found. */
  route?: string;
};

/** Those of `src/content/`, and those that the site's own configuration puts elsewhere. */
export async function collectionsOf(input: Input): Promise<Collection[]> {
  const configs = ['src/content.config', 'src/content/config'].flatMap((name) =>
    ['ts', 'mts', 'js', 'mjs'].map((ending) => `${name}.${ending}`),
  );
  const code = (await Promise.all(configs.map((name) => input.read(name)))).filter(Boolean).join('\n');
  const folders = new Map<string, string>();
  for (const file of input.files) {
    const name = /^src\/content\/([^/]+)\/.*\.(?:md|mdx|mdoc)$/.exec(file)?.[1];
    if (name !== undefined) folders.set(name, `src/content/${name}`);
  }
  for (const [, variable = '', base = ''] of code.matchAll(
    /(\w+)\s*[=:]\s*defineCollection\(\{(?:(?!defineCollection)[\s\S])*?\bbase:\s*["'`]([^"'`$]+)["'`]/g,
  )) {
    const folder = base.replace(/^\.?\/|\/$/g, '');
    const name = new RegExp(`["']?([\\w-]+)["']?\\s*:\\s*${variable}\\b`).exec(code)?.[1] ?? variable;
    for (const [other, own] of folders) if (own === folder) folders.delete(other);
    folders.set(name, folder);
  }
  const routes = await routesOf(input);
  return [...folders]
    .map(([name, folder]): Collection => {
      const route = name === 'docs' && /docsLoader|docsSchema/.test(code) ? '' : routes.get(name);
      return { name, folder, ...(route !== undefined && { route }) };
    })
    .sort((a, b) => b.folder.length - a.folder.length);
}

/** By the names of collections: the path of the page with a place in its own name that asks for one. */
async function routesOf({ files, read }: Input): Promise<Map<string, string>> {
  const routes = new Map<string, string>();
  const pages = files.filter((file) => /^src\/pages\/.*\[[^/]+\][^/]*(?:\/[^/]+)?\.astro$/.test(file));
  for (const page of pages) {
    const path = page.slice('src/pages/'.length).replace(/\/index\.astro$/, '.astro');
    const last = path.slice(folderOf(path).length);
    // Pages of a list, of a tag, and those in several languages have other places in their names.
    if (!/\[(?:\.\.\.)?(?:slug|id|path|post|entry|article|name|title)\w*\]/i.test(last)) continue;
    const code = (await read(page)) ?? '';
    for (const [, name = ''] of code.matchAll(/get(?:Live)?(?:Collection|Entry)\(\s*["'`]([\w-]+)["'`]/g))
      if (!routes.has(name)) routes.set(name, folderOf(path).replace(/\/?\[[^\]]*\]/g, ''));
  }
  return routes;
}
