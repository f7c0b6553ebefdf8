/**
 * The policy of a page, from its markup as it goes out: what that has in it may be loaded, and nothing else. Scripts and
 * styles count in the head alone, which layouts write, and frames where `site.yaml` names their host: what might ever slip
 * through a text of an author is in no policy.
 */
import { hash } from 'node:crypto';
import { unescapeHtml } from '../content/blocks/markup.ts';
import {
  type Attributes,
  isRun,
  needsOfElement,
  needsOfStyle,
  needyElements,
  needyLink,
} from '../content/policy/needs.ts';
import { hashSource, type Need, policyOf, policyText, self } from '../content/policy/policy.ts';
import { apart, Remembered, RememberedTexts } from '../content/remember.ts';
import type { Site } from '../content/site.ts';

type Rules = Pick<Site, 'frames' | 'scripts'>;

const attributes = '((?:\\s+[^\\s=<>"/]+(?:="[^"<]*")?)*)\\s*/?>';
const blockStart = new RegExp(`<(style|script)${attributes}`, 'g');
const elements = new RegExp(
  `<(${needyElements.filter((tag) => tag !== 'script').join('|')})(?=[\\s>/])${attributes}`,
  'g',
);
const ofHead: ReadonlySet<string> = new Set(['script-src', 'style-src']);
const charset = /<meta charset="[^"]*"\s*\/?>/;

const elementOf = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

/** Of a page of ours: what stands before its policy, and the policy. */
export const policyElement = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)/;

/** A page with its policy right after its charset; any other text as it is. */
export function withPolicy(text: string, site: Rules): string {
  if (!/^\s*<!doctype html/i.test(text)) return text;
  const policy = policyFor(needsOfPage(text, site));
  const before = charset.exec(text) ?? /<head(?:\s[^>]*)?>/i.exec(text);
  if (!before) return text; // no page of ours is without a head, and `check` tells of one that has no policy
  const at = before.index + before[0].length;
  return text.slice(0, at) + elementOf(policy) + text.slice(at);
}

/** Most pages of a kind need the same. */
function policyFor(needs: readonly Need[]): string {
  const key = needs.map(({ directive, source }) => `${directive} ${source}`).join('\n');
  return policies.get(key, () => policyText(policyOf(needs)));
}

const policies = new Remembered<string, string>(1000);

/** Of an inline block, by its bytes. */
export function hashOf(text: string): string {
  return hashSource(hash('sha256', text, 'base64'));
}

function needsOfPage(html: string, site: Rules): Need[] {
  const end = Math.max(html.indexOf('</head'), 0); // for seven letters V8 looks in another way, which takes six times as long
  const { blocks, rest } = takeBlocks(html.slice(0, end));
  const inBlocks = blocks.flatMap((block) => needsOfBlock(block, site));
  const body = needsOfElements(html.slice(end)).filter(({ directive }) => !ofHead.has(directive));
  return [...inBlocks, ...needsOfElements(rest), ...body].filter((need) => mayBeNeeded(need, site));
}

type Block = { tag: string /** Of its attributes. */; list: string; text: string };

/** The styles and scripts of a head, and what is left of it without them. */
function takeBlocks(head: string): { blocks: Block[]; rest: string } {
  const blocks: Block[] = [];
  let rest = '';
  let from = 0;
  blockStart.lastIndex = 0;
  for (let start = blockStart.exec(head); start; start = blockStart.exec(head)) {
    const [{ length }, tag = '', list = ''] = start;
    const begin = start.index + length;
    const closing = `</${tag}>`;
    const end = head.indexOf(closing, begin);
    if (end === -1) continue;
    blocks.push({ tag, list, text: head.slice(begin, end) });
    rest += head.slice(from, start.index);
    from = end + closing.length;
    blockStart.lastIndex = from;
  }
  return { blocks, rest: rest + head.slice(from) };
}

function needsOfElements(html: string): Need[] {
  const needs: Need[] = [];
  for (const [whole, tag = '', list = ''] of html.matchAll(elements))
    if (tag !== 'link' || needyLink.test(list))
      needs.push(...written.get(whole, () => needsOfElement(tag, attributesIn(list))));
  return needs;
}

/** Icons stand on every page, and a picture in many lists. Few are kept, since each may keep its whole page in memory. */
const written = new Remembered<string, readonly Need[]>(100);

function needsOfBlock({ tag, list, text }: Block, site: Rules): readonly Need[] {
  if (tag === 'style') return needsOfSheet(text);
  const attributes = blockAttributes.get(list, attributesIn);
  if (attributes.src !== undefined) return needsOfScript(attributes, site);
  return isRun(attributes.type) ? [{ directive: 'script-src', source: scripts.get(text, hashOf) }] : [];
}

const blockAttributes = new Remembered<string, Attributes>(100, apart);

/** Most pages carry the same. */
const scripts = new RememberedTexts<string>(50);

/** Most pages carry one of a few style sheets. */
const sheets = new RememberedTexts<readonly Need[]>(50);

function needsOfSheet(text: string): readonly Need[] {
  return sheets.get(text, () => [{ directive: 'style-src', source: hashOf(text) }, ...needsOfStyle(text)]);
}

/** It comes from its host, which it may ask for more and tell what it has seen, and the hosts that `site.yaml` adds too. */
function needsOfScript(attributes: Attributes, { scripts }: Rules): Need[] {
  const hosts = scripts.flatMap(({ src, hosts }) => (src === attributes.src ? hosts : []));
  const from = needsOfElement('script', attributes).map(({ source }) => source);
  return [...from, ...hosts.map((host) => `https://${host}`)].flatMap((source): Need[] => [
    { directive: 'script-src', source },
    { directive: 'connect-src', source },
    { directive: 'img-src', source },
  ]);
}

function mayBeNeeded({ directive, source }: Need, { frames }: Rules): boolean {
  if (directive === 'base-uri') return false;
  return directive !== 'frame-src' || source === self || frames.some((host) => source === `https://${host}`);
}

function attributesIn(list: string): Attributes {
  const found = list.matchAll(/([^\s=]+)(?:="([^"]*)")?/g);
  return Object.fromEntries(
    [...found].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.includes('&') ? unescapeHtml(value) : value,
    ]),
  );
}
