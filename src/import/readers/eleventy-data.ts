/**
 * What Eleventy knows of a text beside its front matter: data files of its folders and its own, the nearest last. Those that
 * are programs are not run; of them what stands there as plain text is taken.
 */
import type { Input, SourceRemark } from '../source-story.ts';
import { folderOf, nameOf, withoutEnding } from './addresses.ts';
import { type Front, isRecord, readSettings } from './front-matter.ts';

const plain = /(?:\.11tydata)?\.(?:json|ya?ml)$/;
const program = /\.11tydata\.[cm]?[jt]s$/;

export class EleventyData {
  readonly remarks: SourceRemark[] = [];
  readonly #byFile = new Map<string, Front>();
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
  }

  /** `root`: the folder of the texts; `` for that of the site. */
  static async read(input: Input, root: string): Promise<EleventyData> {
    const data = new EleventyData(root);
    for (const file of input.files.filter((each) => isBelow(each, root) && !/(?:^|\/)_data\//.test(each))) {
      const stem = file.replace(program, '').replace(plain, '');
      if (stem === file) continue;
      const isOfFolder = nameOf(stem) === nameOf(folderOf(file)) || folderOf(file) === root;
      const isOfText = ['md', 'markdown', 'html', 'njk', 'liquid'].some((ending) =>
        input.files.includes(`${stem}.${ending}`),
      );
      if (!isOfFolder && !isOfText) continue;
      const text = (await input.read(file)) ?? '';
      const isProgram = program.test(file);
      const values = isProgram ? textsIn(text) : (readSettings(file, text) ?? {});
      if (isProgram)
        data.remarks.push({
          place: { file },
          what: `It is a program, which is not run. Taken as plain text: ${Object.keys(values).join(', ') || 'nothing'}.`,
        });
      data.#byFile.set(file, values);
    }
    return data;
  }

  /** Of a text, from the folder of all down to itself. */
  of(file: string): Front {
    const stem = withoutEnding(file);
    const folders: string[] = [];
    for (let folder = folderOf(file); isBelow(`${folder}/`, this.#root); folder = folderOf(folder)) {
      folders.unshift(folder);
      if (folder === this.#root || folder === '') break;
    }
    const stems = [...folders.map((folder) => (folder === '' ? '' : `${folder}/${nameOf(folder)}`)), stem];
    const found: Front[] = [];
    for (const each of stems)
      for (const ending of [
        '.json',
        '.yaml',
        '.yml',
        '.11tydata.json',
        '.11tydata.js',
        '.11tydata.cjs',
        '.11tydata.mjs',
        '.11tydata.ts',
      ]) {
        const values = this.#byFile.get(`${each}${ending}`);
        if (values) found.push(values);
      }
    return found.reduce(merged, {});
  }
}

/** As Eleventy puts data together: lists are joined, tables are laid over each other. */
function merged(one: Front, other: Front): Front {
  const all: Front = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = all[key];
    if (Array.isArray(before) && Array.isArray(value)) all[key] = [...new Set([...before, ...value])];
    else all[key] = isRecord(before) && isRecord(value) ? merged(before, value) : value;
  }
  return all;
}

/** `key: 'text'` of a program, where the text has nothing to be put into it. */
export function textsIn(code: string): Record<string, string> {
  const found = code.matchAll(
    /(?:^|[\s{,])["']?([A-Za-z_]\w*)["']?\s*:\s*(["'`])((?:(?!\2)[^\\\n$])*)\2\s*(?=[,}\n]|$)/g,
  );
  const texts: Record<string, string> = {};
  for (const [, key = '', , value = ''] of found) texts[key] ??= value;
  return texts;
}

function isBelow(file: string, root: string): boolean {
  return root === '' || file.startsWith(`${root}/`);
}
