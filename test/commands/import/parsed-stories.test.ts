/** What was parsed as it was converted is not parsed again, unless it is something else now. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ParsedStories } from '../../../src/commands/import/parsed-stories.ts';
import type { ContentPath } from '../../../src/content/paths.ts';
import type { Site } from '../../../src/content/site.ts';
import type { ParsedApart, Parser } from '../../../src/sync/parser.ts';
import { site } from '../../content/written.ts';

const cache = mkdtempSync(join(tmpdir(), 'parsed-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** What comes of asking for some files, and which of them others parsed. */
async function asked(parsed: ParsedStories, texts: Record<string, string>, of: Site) {
  const handedOn: string[] = [];
  const others: Parser = {
    mostAtOnce: 3,
    end: () => undefined,
    parse: async (contents, { read }) => {
      expect([...read.keys()]).toEqual(contents.map(({ path }) => path));
      handedOn.push(...contents.map(({ path }) => path));
      return { parsed: contents.map(({ path }) => value(`others ${path}`)), read: new Map() };
    },
  };
  const parser = parsed.hands({ parserFor: () => others }).parserFor(1) as Parser;
  const contents = Object.keys(texts).map((path): ContentPath => ({ kind: 'gone', path }));
  const read = new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
  const found = await parser.parse(contents, { read }, of);
  return { handedOn, values: found.parsed.map((each) => each?.value) };
}

const value = (of: string): ParsedApart => ({ value: of, problems: [] });

test('a story is parsed again if its text, or what it is read by, is not the same', async () => {
  const parsed = new ParsedStories(cache, site);
  parsed.keep('a.md', 'Ä', JSON.stringify(value('ä, once')));
  parsed.keep('b.md', 'B', JSON.stringify(value('b')));
  parsed.keep('a.md', 'Ä', JSON.stringify(value('ä')));
  parsed.keep('c.md', 'C', JSON.stringify(value('c')));
  parsed.keep('c.md', 'C, with a fault', undefined);
  const texts = { 'new.md': 'N', 'b.md': 'B', 'c.md': 'C', 'a.md': 'Ä' };
  const own = { handedOn: ['new.md', 'c.md'], values: ['others new.md', 'b', 'others c.md', 'ä'] };
  expect(await asked(parsed, texts, site)).toEqual(own);
  expect(await asked(parsed, texts, { ...site, wording: { en: {} } } as unknown as Site)).toEqual(own);
  expect((await asked(parsed, { 'b.md': 'b' }, site)).handedOn).toEqual(['b.md']);
  expect((await asked(parsed, { 'b.md': 'B' }, { ...site, timeZone: 'Asia/Tokyo' })).handedOn).toEqual(['b.md']);
  parsed.end();
  expect(readdirSync(cache)).toEqual([]);
});
