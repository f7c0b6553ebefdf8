/** What html-validate says of some pages, by its recommended rules and without its file lookups. */
import { HtmlValidate, type ResolvedConfig, type RuleConfig, StaticConfigLoader } from 'html-validate';
import { readText } from './built-site.ts';

/** `paths` below `out`. Passed between threads, as what is returned. */
export type PagesToValidate = { out: string; paths: readonly string[] };
export type Broken = { path: string; rule: string; message: string; line: number; column: number };

const rules: RuleConfig = {
  // Also wanted of a whole page; the recommended rules serve fragments too.
  'missing-doctype': 'error',
  // `<!doctype html>` is as good as capitals, and shorter.
  'doctype-style': 'off',
  // Preact closes void elements with a slash, which HTML allows.
  'void-style': 'off',
  // A headline is as long as its journalists want it, and a title adds the masthead.
  'long-title': 'off',
  // Spaces at the ends of lines come from authors' texts and change nothing.
  'no-trailing-whitespace': 'off',
  // Ids are made of headings, in any script; HTML allows all but spaces.
  'valid-id': ['error', { relaxed: true }],
  // How telephone numbers break over lines is for the style sheet.
  'tel-non-breaking': 'off',
  // links.ts tells of it, with the place of the first.
  'no-dup-id': 'off',
  // policy.ts tells of styles in attributes.
  'no-inline-style': 'off',
};

/** Resolves the rules once: html-validate would read its table of all elements again for every page. */
class OneConfig extends StaticConfigLoader {
  #resolved?: ResolvedConfig | Promise<ResolvedConfig>;

  override getConfigFor(page: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.#resolved ??= super.getConfigFor(page);
    return this.#resolved;
  }
}

const validator = new HtmlValidate(
  new OneConfig({ root: true, extends: ['html-validate:recommended'], elements: ['html5'], rules }),
);

export async function validatePages({ out, paths }: PagesToValidate): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const path of paths) {
    const { results } = await validator.validateString(readText({ out }, path), path);
    for (const { ruleId: rule, message, line, column } of results.flatMap(({ messages }) => messages))
      broken.push({ path, rule, message, line, column });
  }
  return broken;
}

/** The names of all rules by which it judges. */
export async function activeRules(): Promise<string[]> {
  const config = await validator.getConfigFor('a.html');
  return [...config.getRules()].filter(([, [severity]]) => severity !== 0).map(([name]) => name);
}
