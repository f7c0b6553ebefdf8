/** Authors and tags of Docusaurus, which texts name by keys of a file beside them. */
import type { Input, Named } from '../source-story.ts';
import { pathOf } from './addresses.ts';
import { textOption } from './docusaurus-config.ts';
import { kebab, type Root } from './docusaurus-places.ts';
import { type Front, isRecord, readSettings } from './front-matter.ts';

/** `path`: of its page, below that of all tags or authors; undefined: it has none. */
export type NamedPage = Named & { path?: string };

type Files = { authors: Front; tags: Front };

export class DocusaurusNames {
  readonly #byFolder = new Map<string, Files>();

  static async read(input: Input, roots: readonly Root[]): Promise<DocusaurusNames> {
    const names = new DocusaurusNames();
    for (const { folder, plugin } of roots) {
      const settings = async (key: string, usual: string) => {
        const file = pathOf(folder, textOption(plugin.options, key, usual)).slice(1);
        return readSettings(file, await input.read(file)) ?? {};
      };
      names.#byFolder.set(folder, {
        authors: await settings('authorsMapPath', 'authors.yml'),
        tags: await settings('tags', 'tags.yml'),
      });
    }
    return names;
  }

  authorsOf(front: Front, root: Root): NamedPage[] {
    const said = [front.authors ?? front.author ?? []].flat();
    return said.flatMap((each): NamedPage[] => {
      const own = isRecord(each) ? each : { key: each };
      const key = typeof own.key === 'string' ? own.key : undefined;
      const known = key === undefined ? undefined : this.#at(root, 'authors', key);
      const table = isRecord(known) ? known : {};
      const name = [own.name, table.name, key].find((one): one is string => typeof one === 'string' && one !== '');
      if (name === undefined) return [];
      if (key === undefined || known === undefined) return [{ name }];
      const { page } = table;
      const path = isRecord(page) && typeof page.permalink === 'string' ? page.permalink : kebab(key);
      return [{ id: key, name, ...(page && page !== 'false' ? { path } : {}) }];
    });
  }

  tagsOf(front: Front, root: Root): NamedPage[] {
    const said = typeof front.tags === 'string' ? front.tags.split(/\s*,\s*/) : [front.tags ?? []].flat();
    return said.flatMap((each): NamedPage[] => {
      const known = typeof each === 'string' ? this.#at(root, 'tags', each) : each;
      const table = isRecord(known) ? known : {};
      const name = typeof table.label === 'string' ? table.label : isRecord(each) ? '' : String(each);
      if (name.trim() === '') return [];
      const usual = known === undefined || isRecord(each) ? kebab(name) : String(each);
      return [{ name, path: typeof table.permalink === 'string' ? table.permalink : usual }];
    });
  }

  /** Translations that do not say it have it of the original. */
  #at(root: Root, field: keyof Files, key: string): unknown {
    const own = this.#byFolder.get(root.folder)?.[field][key];
    return own === undefined && root.original ? this.#byFolder.get(root.original.folder)?.[field][key] : own;
  }
}
