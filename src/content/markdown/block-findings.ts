/** What can be wrong with a `:::` block that is known. */
import type { Token } from 'markdown-it';
import type { Attribute } from '../blocks/block.ts';
import { blockNamed } from '../blocks/blocks.ts';
import { frameHost, mayFrame } from '../frames.ts';
import { pathOnSite } from '../links.ts';
import { isLanguage, isWebAddress, meantLanguage } from '../names.ts';
import { isFileAddress, typeOf } from '../story-files.ts';
import { suggestion } from '../suggest.ts';
import { readTime } from '../times.ts';
import { plainHead, readBlockHead } from './block-head.ts';
import type { Finding, Seen } from './finding.ts';
import { fieldFindings } from './residue-findings.ts';

function headMeant(params: string): string | undefined {
  const head = plainHead(params);
  return head && `Write “::: ${head}”.`;
}

export function blockFindings(token: Token, lines: string[], line: number, seen: Seen): Finding[] {
  const { name, attributes, repeated, rest } = readBlockHead(token.info);
  const known = blockNamed(name)?.attributes ?? {};
  const findings: Finding[] = [];
  const report = (code: string, what: string, fix: string, search = ':::') =>
    findings.push({ code, what, fix, line, search });
  if (rest)
    report(
      'markdown/unreadable-attributes',
      `“${rest}” after ::: ${name} cannot be read.`,
      headMeant(token.info) ?? 'Write attributes as in {by="Name" role="Office"}.',
      rest,
    );
  for (const key of repeated)
    report(
      'markdown/repeated-attribute',
      `This ${name} gives “${key}” twice, and only one of them would be shown.`,
      'Put everything into one of them.',
      `${key}="`,
    );
  for (const key of Object.keys(attributes)) {
    if (!Object.hasOwn(known, key))
      report(
        'markdown/unknown-attribute',
        `A ${name} has no “${key}”.`,
        suggestion(key, Object.keys(known), 'Remove it.'),
        `${key}="`,
      );
  }
  for (const [key, { isNeeded }] of Object.entries(known)) {
    // “…” is what the remedy has in its place.
    if (isNeeded && ['', '…'].includes(attributes[key]?.trim() ?? '') && !rest) {
      report(
        'markdown/missing-attribute',
        `This ${name} has no “${key}”.`,
        `Write ::: ${name} {${key}="…"}, with yours in place of “…”.`,
      );
    }
  }
  findings.push(...rulesFindings(name, attributes, line));
  const written = (is: Attribute['is']) =>
    Object.entries(known).flatMap(([key, attribute]) => (attribute.is === is ? (attributes[key] ?? []) : []));
  for (const address of [...written('address'), ...written('frame')]) {
    if (address && isWebAddress(address))
      (pathOnSite(address, seen.site) === undefined ? seen.outbound : seen.links).add(address);
    else if (address)
      report(
        'link/unsafe',
        `“${address}” is not a web address.`,
        'Write it whole, with https:// at its beginning.',
        address,
      );
  }
  for (const text of written('text')) findings.push(...fieldFindings(text, lines[line] ?? '', line));
  for (const picture of written('picture')) if (picture) seen.pictures.add(picture);
  for (const [key, attribute] of Object.entries(known))
    if (attributes[key]) findings.push(...valueFindings(attributes[key], attribute, line, seen));
  if (!isClosed(token, lines))
    report(
      'markdown/unclosed-block',
      `The ::: ${name} that begins here is never closed.`,
      'Put a line with only ::: after its text.',
    );
  return findings;
}

/** Whether the attributes that are given go together. */
function rulesFindings(name: string, given: Record<string, string>, line: number): Finding[] {
  const { oneOf = [] } = blockNamed(name) ?? {};
  const findings: Finding[] = [];
  const has = (key: string) => Boolean(given[key]?.trim());
  const present = oneOf.filter(has);
  if (oneOf.length > 0 && present.length === 0)
    findings.push({
      code: 'markdown/missing-attribute',
      line,
      search: ':::',
      what: `This ${name} has none of ${oneOf.map((key) => `“${key}”`).join(' and ')}.`,
      fix: `Write ::: ${name} {${oneOf.map((key) => `${key}="…"`).join('} or {')}}.`,
    });
  if (present.length > 1)
    findings.push({
      code: 'markdown/conflicting-attributes',
      line,
      search: `${present[1]}="`,
      what: `This ${name} has both ${present.map((key) => `“${key}”`).join(' and ')}, and only one of them would be used.`,
      fix: 'Remove one of the two.',
    });
  return findings;
}

/** Whether a value is what its attribute has to be, of what is more than a text. */
function valueFindings(value: string, attribute: Attribute, line: number, seen: Seen): Finding[] {
  const told = { line, search: value };
  if (attribute.is === 'date' && !isDay(value))
    return [
      {
        code: 'markdown/bad-date',
        ...told,
        what: `“${value}” is not a day.`,
        fix: 'Write it with year, month and day, as in 2015-11-26.',
      },
    ];
  if (attribute.is === 'language' && !isLanguage(value)) {
    const meant = meantLanguage(value);
    return [
      {
        code: 'markdown/bad-language',
        ...told,
        what: `“${value}” is not the code of a language.`,
        fix: meant ? `Write “${meant}”.` : 'Write one as in “fa”, “he”, “pt-BR” or “zh-Hant”.',
      },
    ];
  }
  if (attribute.is === 'direction' && value !== 'ltr' && value !== 'rtl')
    return [
      {
        code: 'markdown/bad-direction',
        ...told,
        what: `“${value}” is not a direction in which text runs.`,
        fix: 'Write “rtl” for right to left, or “ltr”; or leave it out: lang says it.',
      },
    ];
  if (attribute.is === 'frame' && isWebAddress(value) && pathOnSite(value, seen.site) === undefined)
    return frameFindings(value, line, seen);
  if (attribute.is !== 'file') return [];
  if (!attribute.types.includes(typeOf(value)))
    return [
      {
        code: 'document/unknown-type',
        ...told,
        what: `“${value}” is not a file that this block can have.`,
        fix: `Name one that ends in .${attribute.types.join(', .')}.`,
      },
    ];
  if (!isFileAddress(value, attribute.types))
    return [
      {
        code: 'document/outside',
        ...told,
        what: `“${value}” is not a file beside this story.`,
        fix: `Put the file into the folder with the story’s name and write name/file.${typeOf(value)}.`,
      },
    ];
  seen.documents.add(value);
  seen.weighed.add(value);
  return [];
}

function frameFindings(url: string, line: number, { site }: Seen): Finding[] {
  if (mayFrame(url, site.frames)) return [];
  const host = frameHost(url);
  const isKnown = site.frames.includes(host);
  return [
    {
      code: 'markdown/unlisted-frame',
      weight: 'advice',
      line,
      search: url,
      what: `This chart is shown as a link, because ${isKnown ? 'its address does not begin with https://' : `“${host}” is not among frames in site.yaml`}.`,
      fix: isKnown
        ? `Write ${url.replace(/^http:/i, 'https:')}.`
        : `To let readers open it on the page, add ${host} there; a site that is not in the list is never asked for anything.`,
    },
  ];
}

function isDay(text: string): boolean {
  const time = readTime(text, 'utc');
  return !('refused' in time) && time.isDay === true && /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** The closing line stands in as many quotes (`>`) as the opening one. */
export function isClosed(token: Token, lines: string[]): boolean {
  const [opening = '', closing = ''] = (token.map ?? []).map((line) => lines[line] ?? '');
  const quotes = (text: string) => text.slice(0, text.indexOf(':::')).split('>').length;
  return /^[\s>]*:{3,}\s*$/.test(closing) && quotes(opening) === quotes(closing);
}

/** One line of only ::: ends one block; where it ended another, the outer one was forgotten. */
export function sharedEndFindings(outer: Token | undefined): Finding[] {
  if (!outer) return [];
  const { name } = readBlockHead(outer.info);
  return [
    {
      code: 'markdown/shared-end',
      line: outer.map?.[0] ?? 0,
      search: ':::',
      what: `The ::: ${name} that begins here is not closed before the next block begins.`,
      fix: 'Put a line with only ::: before that block; to put one inside the other, begin and end the outer one with ::::.',
    },
  ];
}
