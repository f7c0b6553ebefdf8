/** Years, months and days in which a list of the newsroom has something of what was imported. */
import type { ArchivePage } from '../content/links.ts';
import type { Placed } from './places.ts';

export class PeriodsHere {
  readonly #all = new Set<string>();

  /** `hidden`: keys of what readers do not have. */
  constructor(placed: Iterable<Placed>, hidden: ReadonlySet<string>) {
    for (const { key, story, language, section, topics, authors } of placed) {
      if (story === undefined || hidden.has(key)) continue;
      const [year = '', month = '', day = ''] = story.split('/');
      const lists = ['', section, ...topics.map((id) => `topics/${id}`), ...authors.map((id) => `authors/${id}`)];
      for (const period of [year, `${year}/${month}`, `${year}/${month}/${day}`])
        for (const list of lists) this.#all.add(`${language} ${list} ${period}`);
    }
  }

  has({ listing: { front }, id, language, period }: ArchivePage): boolean {
    const list = front.ids === 'one' ? front.folder : [front.folder, id].filter(Boolean).join('/');
    return this.#all.has(`${language} ${list} ${period}`);
  }
}
