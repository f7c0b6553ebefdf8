/** What can be wrong with a `:::` block that is known. */
import type { Token } from 'markdown-it';
import type { Attribute } from '../blocks/block.ts';
import { blockNamed } from '../blocks/blocks.ts';
import { pathOnSite } from '../links.ts';
import { isWebAddress } from '../names.ts';
import { suggestion } from '../suggest.ts';
import { readBlockHead } from './block-head.ts';
import type { Finding, Seen } from './finding.ts';
import { fieldFindings } from './residue-findings.ts';

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
      'Write attributes as in {by="Name" role="Office"}.',
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
    if (isNeeded && !attributes[key]?.trim() && !rest) {
      report('markdown/missing-attribute', `This ${name} has no “${key}”.`, `Write ::: ${name} {${key}="…"}.`);
    }
  }
  const written = (is: Attribute['is']) =>
    Object.entries(known).flatMap(([key, attribute]) => (attribute.is === is ? (attributes[key] ?? []) : []));
  for (const address of written('address')) {
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
  if (!isClosed(token, lines))
    report(
      'markdown/unclosed-block',
      `The ::: ${name} that begins here is never closed.`,
      'Put a line with only ::: after its text.',
    );
  return findings;
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
