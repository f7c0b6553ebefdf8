/** Every page against html-validate's recommended rules, in this process and without its file lookups. */
import { HtmlValidate, type Message, type RuleConfig, StaticConfigLoader } from 'html-validate';
import type { Problem } from '../problem.ts';
import { type BuiltSite, isHtml, readText } from './built-site.ts';
import type { Verdict } from './looked-at.ts';

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
};

export async function checkHtml(site: BuiltSite): Promise<Verdict & { faulty: Set<string> }> {
  const loader = new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    elements: ['html5'],
    rules,
  });
  const validator = new HtmlValidate(loader);
  const problems: Problem[] = [];
  const faulty = new Set<string>();
  const pages = site.paths.filter(isHtml);
  for (const path of pages) {
    const { results } = await validator.validateString(await readText(site, path), path);
    const messages = results.flatMap((result) => result.messages);
    problems.push(...messages.map((message) => problemOf(message, site.file(path))));
    if (messages.length > 0) faulty.add(path);
  }
  return { problems, faulty, looked: { gate: 'html', counts: { pages: pages.length } } };
}

function problemOf({ ruleId, message, line, column }: Message, file: string): Problem {
  return {
    code: 'check/html',
    file,
    line,
    column,
    what: `html-validate’s rule ${ruleId} is broken: ${message.replace(/\.?\s*$/, '')}.`,
    fix: 'Mend the layout or the text that makes this element.',
  };
}
