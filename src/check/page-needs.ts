/** Reads what a page says of its policy, what browsers would load or run for it, and which code it has. Judges nothing. */
import { createHash } from 'node:crypto';
import { type Attributes, isRun, needsOfElement, needsOfStyle } from '../content/policy/needs.ts';
import { hashSource, type Need } from '../content/policy/policy.ts';
import type { PageReader } from './parse-page.ts';

/** `found`: where it stands, as an editor would say it: `an inline <style>`, `<img>`. */
export type FoundNeed = Need & { found: string; offset: number };

export type PageNeeds = {
  /** The policies that the page has, of which there should be one. */
  policies: { text: string; offset: number }[];
  needs: FoundNeed[];
  inlineBlocks: number;
  /** Whether it loads a script, which may ask for what no markup names. */
  loadsScripts: boolean;
  /** Code and styles in attributes, which no policy of ours allows. */
  attributes: { what: 'code' | 'style'; found: string; offset: number }[];
};

export function needReader(): PageReader<PageNeeds> {
  const page: PageNeeds = { policies: [], needs: [], inlineBlocks: 0, loadsScripts: false, attributes: [] };
  let block: { tag: 'style' | 'script'; offset: number; text: string } | undefined;
  return {
    onopentag(tag, attributes, { startIndex: offset }) {
      if (tag === 'meta' && attributes['http-equiv']?.trim().toLowerCase() === 'content-security-policy')
        page.policies.push({ text: attributes.content ?? '', offset });
      for (const [name, value] of Object.entries(attributes)) {
        const what = whatIsIn(name, value);
        if (what) page.attributes.push({ what, found: `<${tag} ${name}="${value.slice(0, 60)}">`, offset });
      }
      for (const need of needsOfElement(tag, attributes)) page.needs.push({ ...need, found: `<${tag}>`, offset });
      if (tag === 'script' && attributes.src !== undefined) page.loadsScripts = true;
      if (isBlock(tag, attributes)) block = { tag, offset, text: '' };
    },
    ontext(text) {
      if (block) block.text += text;
    },
    onclosetag() {
      if (block) page.needs.push(...needsOfBlock(block));
      if (block) page.inlineBlocks += 1;
      block = undefined;
    },
    end: () => page,
  };
}

function isBlock(tag: string, { src, type }: Attributes): tag is 'style' | 'script' {
  return tag === 'style' || (tag === 'script' && src === undefined && isRun(type));
}

function needsOfBlock({ tag, offset, text }: { tag: 'style' | 'script'; offset: number; text: string }): FoundNeed[] {
  const found = `an inline <${tag}>`;
  const source = hashSource(createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64'));
  const own: Need = { directive: tag === 'style' ? 'style-src' : 'script-src', source };
  return [own, ...(tag === 'style' ? needsOfStyle(text) : [])].map((need) => ({ ...need, found, offset }));
}

function whatIsIn(name: string, value: string): 'code' | 'style' | undefined {
  if (name === 'style') return 'style';
  if (/^on/.test(name) || name === 'srcdoc') return 'code';
  // As browsers read the scheme of an address. In a refresh it stands after the seconds.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what browsers leave out
  return /^(?:[\d.]*[;,]?url=["']?)?(?:javascript|vbscript):/i.test(value.replace(/[\u0000-\u0020]+/g, '')) &&
    mayLead.has(name)
    ? 'code'
    : undefined;
}

const mayLead: ReadonlySet<string> = new Set([
  'href',
  'xlink:href',
  'src',
  'action',
  'formaction',
  'data',
  'poster',
  'content',
]);
