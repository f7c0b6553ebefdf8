/** Reads what a page says of its policy, what browsers would load or run for it, and which code it has. Judges nothing. */
import { hash } from 'node:crypto';
import { type Attributes, isRun, needsOfElement, needsOfStyle } from '../content/policy/needs.ts';
import { hashSource, type Need } from '../content/policy/policy.ts';
import { apart, Remembered } from '../content/remember.ts';
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
      for (const name of Object.keys(attributes)) {
        const value = attributes[name] ?? '';
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
  return blocks[tag].get(text, needsOf[tag]).map((need) => ({ ...need, found, offset }));
}

/** Most pages have the same. */
const blocks = {
  style: new Remembered<string, Need[]>(100, apart),
  script: new Remembered<string, Need[]>(100, apart),
};

const needsOf = {
  style: (text: string): Need[] => [{ directive: 'style-src', source: sourceOfBlock(text) }, ...needsOfStyle(text)],
  script: (text: string): Need[] => [{ directive: 'script-src', source: sourceOfBlock(text) }],
};

function sourceOfBlock(text: string): string {
  return hashSource(hash('sha256', text.replace(/\r\n?/g, '\n'), 'base64'));
}

function whatIsIn(name: string, value: string): 'code' | 'style' | undefined {
  if (name === 'style') return 'style';
  if (name.startsWith('on') || name === 'srcdoc') return 'code';
  if (!mayLead.has(name) || !value.includes(':')) return undefined;
  // As browsers read the scheme of an address. In a refresh it stands after the seconds.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what browsers leave out
  const address = value.replace(/[\u0000-\u0020]+/g, '');
  return /^(?:[\d.]*[;,]?url=["']?)?(?:javascript|vbscript):/i.test(address) ? 'code' : undefined;
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
