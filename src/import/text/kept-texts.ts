/** Texts that Liquid and Nunjucks keep under a name, `{% set a %}…{% endset %}` and `{% capture a %}…`: readers see them where it is written out. */
import type { Loss } from './loss.ts';
import { codeBlock } from './shipped-codes.ts';
import type { Code } from './shortcodes.ts';

const asIs = /^(?:safe|strip|trim|markdownify|markdown|md|escape_once)$/;
const highlighted = /^highlight\s*[:(]\s*["']([\w-]*)["']\s*\)?$/;

export class KeptTexts {
  readonly #texts = new Map<string, string>();
  readonly #unseen = new Map<string, string>();
  readonly #lose: (loss: Loss) => void;

  constructor(lose: (loss: Loss) => void) {
    this.#lose = lose;
  }

  /** What nobody was shown here may have been shown by what is not known. */
  end(): void {
    for (const name of this.#unseen.keys()) this.#tell(name);
  }

  #tell(name: string): void {
    const text = this.#unseen.get(name)?.replace(/\s+/g, ' ').trim();
    if (text) this.#lose({ kind: 'template', text: '', detail: `${name}: ${text.slice(0, 100)}` });
  }

  /** Whether a code keeps a text, or a value that is written there. */
  take({ name, positional: [first = ''], inner, written }: Code, expanded: (inner: string) => string): boolean {
    const isText = /^(?:set|capture)$/.test(name) && inner !== undefined && /^\w+$/.test(first);
    if (isText) {
      this.#tell(first);
      // One line is a part of one, as of an attribute.
      const text = inner.includes('\n') ? expanded(inner) : expanded(inner).replace(/\s*\n\s*/g, '');
      this.#texts.set(first, text);
      this.#unseen.set(first, text);
    }
    const [, key, , value = ''] = /^\{%-?\s*(?:set|assign)\s+(\w+)\s*=\s*(["'])(.*)\2\s*-?%\}$/s.exec(written) ?? [];
    if (key !== undefined) this.#texts.set(key, value);
    return isText;
  }

  /** What an output shows; undefined where it is of something else. What a filter makes of it may not be known: then it is shown once as it is. */
  output(expression: string, isAmongHtml = false): string | undefined {
    const [name = '', ...filters] = expression.split('|').map((part) => part.trim());
    const kept = this.#texts.get(name);
    const unknown = filters.filter((each) => !asIs.test(each) && !highlighted.test(each));
    if (kept === undefined || (unknown.length > 0 && !this.#unseen.has(name))) return undefined;
    this.#unseen.delete(name);
    if (unknown.length > 0) this.#lose({ kind: 'template', text: '', detail: `{{ ${expression.trim()} }}` });
    const language = filters.map((each) => highlighted.exec(each)?.[1]).find((each) => each !== undefined);
    return language === undefined ? kept : codeBlock(kept, language, isAmongHtml);
  }
}
