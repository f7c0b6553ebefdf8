/**
 * The policy of a page, from its markup as it goes out: what that has in it may be loaded, and nothing else. Scripts and
 * styles count in the head alone, which layouts write, and frames where `site.yaml` names their host: what might ever slip
 * through a text of an author is in no policy.
 */
import { createHash } from 'node:crypto';
import { unescapeHtml } from '../content/blocks/markup.ts';
import { type Attributes, isRun, needsOfElement, needsOfStyle, needyElements } from '../content/policy/needs.ts';
import { hashSource, type Need, policyOf, policyText, self } from '../content/policy/policy.ts';
import type { Site } from '../content/site.ts';

type Rules = Pick<Site, 'frames' | 'scripts'>;

const written = '((?:\\s+[^\\s=<>"/]+(?:="[^"<]*")?)*)\\s*/?>';
const blocks = new RegExp(`<(style|script)${written}(.*?)</\\1>`, 'gs');
const elements = new RegExp(
  `<(${needyElements.filter((tag) => tag !== 'script').join('|')})(?=[\\s>/])${written}`,
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
  const policy = policyText(policyOf(needsOfPage(text, site)));
  const before = charset.exec(text) ?? /<head>/.exec(text);
  if (!before) return text; // no page of ours is without a head, and `check` tells of one that has no policy
  const at = before.index + before[0].length;
  return text.slice(0, at) + elementOf(policy) + text.slice(at);
}

/** Of an inline block, by its bytes. */
export function hashOf(text: string): string {
  return hashSource(createHash('sha256').update(text).digest('base64'));
}

function needsOfPage(html: string, site: Rules): Need[] {
  const end = html.indexOf('</head>');
  const needs: Need[] = []; // of what stands in blocks
  const head = html.slice(0, Math.max(end, 0)).replace(blocks, (_, tag: string, list: string, text: string) => {
    needs.push(...needsOfBlock(tag, attributesIn(list), { text, site }));
    return '';
  });
  const body = needsOfElements(html.slice(Math.max(end, 0))).filter(({ directive }) => !ofHead.has(directive));
  return [...needs, ...needsOfElements(head), ...body].filter((need) => mayBeNeeded(need, site));
}

function needsOfElements(html: string): Need[] {
  return [...html.matchAll(elements)].flatMap(([, tag = '', list = '']) => needsOfElement(tag, attributesIn(list)));
}

function needsOfBlock(
  tag: string,
  attributes: Attributes,
  { text, site }: { text: string; site: Rules },
): readonly Need[] {
  if (tag === 'style') return needsOfSheet(text);
  if (attributes.src !== undefined) return needsOfScript(attributes, site);
  return isRun(attributes.type) ? [{ directive: 'script-src', source: hashOf(text) }] : [];
}

/** Most pages carry one of a few style sheets: what these need is known. */
const sheets = new Map<string, readonly Need[]>();
const mostSheets = 100;

function needsOfSheet(text: string): readonly Need[] {
  const known = sheets.get(text) ?? [{ directive: 'style-src', source: hashOf(text) }, ...needsOfStyle(text)];
  if (sheets.size < mostSheets) sheets.set(text, known);
  return known;
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
