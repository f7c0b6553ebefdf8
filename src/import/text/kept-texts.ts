/** Texts that Liquid and Nunjucks keep under a name, `{% set a %}…{% endset %}` and `{% capture a %}…`: readers see them where it is written out. */
import { codeBlock } from './shipped-codes.ts';
import type { Code } from './shortcodes.ts';

const asIs = /^(?:safe|strip|trim|markdownify|markdown|md|escape_once)$/;

export class KeptTexts {
  readonly #texts = new Map<string, string>();

  /** Whether a code keeps a text, or a value that is written there. */
  take({ name, positional: [first = ''], inner, written }: Code, expanded: (inner: string) => string): boolean {
    const isText = /^(?:set|capture)$/.test(name) && inner !== undefined && /^\w+$/.test(first);
    if (isText) this.#texts.set(first, expanded(inner));
    const [, key, , value = ''] = /^\{%-?\s*(?:set|assign)\s+(\w+)\s*=\s*(["'])(.*)\2\s*-?%\}$/s.exec(written) ?? [];
    if (key !== undefined) this.#texts.set(key, value);
    return isText;
  }

  /** What an output shows; undefined where it is of something else, or nobody knows what a filter makes of it. */
  output(expression: string, isAmongHtml = false): string | undefined {
    const [name = '', ...filters] = expression.split('|').map((part) => part.trim());
    const kept = this.#texts.get(name);
    if (kept === undefined) return undefined;
    return filters.reduce<string | undefined>((text, filter) => {
      const language = /^highlight\s*[:(]\s*["']([\w-]*)["']\s*\)?$/.exec(filter)?.[1];
      if (text === undefined || asIs.test(filter)) return text;
      return language === undefined ? undefined : codeBlock(text, language, isAmongHtml);
    }, kept);
  }
}
