import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elements, html } from './markdown/rendered.ts';
import { bodyProblems, sourceText } from './written.ts';

const folder = join(import.meta.dirname, 'prose');
const files = readdirSync(folder).sort();

/** What of Markdown the corpus uses: taken away, the rest is what readers see. */
function withoutMarkup(source: string, file: string): string {
  const strong = /zh|ja|ko|th/.test(file) ? /\*\*/g : /(?<=^|[^\p{L}*])\*\*(?=\p{L})([^*\n]+)\*\*(?=[^\p{L}*])/gmu;
  return source
    .replace(/^(?:## |- |\d\. (?=[A-Z]))/gm, '')
    .replace(strong, '$1')
    .replace(/(?<=^|[\s『])\*(?=[^\s*])([^*\n]+)\*(?![\p{L}*])/gmu, '$1')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replaceAll('$1', '');
}

/** Chinese and Japanese lose the line breaks between their letters; elsewhere one is a space. */
const folded = (text: string, file: string) => text.replace(/\s+/g, /zh|ja/.test(file) ? '' : ' ').trim();
const visible = (body: string) => elements(`<div>${html(body)}</div>`)[0]?.text ?? '';

test('the corpus has ten languages and more, and the signs of news', () => {
  expect(files.length).toBeGreaterThan(15);
  const all = files.map((file) => sourceText(join(folder, file))).join('');
  for (const sign of ['***', '−5', '[sic]', '#MeToo', '@port_', '5 < 6', 'C++', '§§', '№', '°C', ':-)', 's**t', '3:2'])
    expect(all).toContain(sign);
});

describe('ordinary prose has no Problem, and readers see its characters', () => {
  test.each(files)('%s', (file) => {
    const body = sourceText(join(folder, file));
    expect(bodyProblems(body)).toEqual([]);
    expect(folded(visible(body), file)).toBe(folded(withoutMarkup(body, file), file));
  });
});

test('a corpus with a planted residue is told', () => {
  for (const file of files) {
    const body = sourceText(join(folder, file));
    for (const residue of ['**a:**b', '[a] (/b/)', '&amp;nbsp;', '[[a]]', '{.a}', '<b>'])
      expect([file, residue, bodyProblems(`${body}\n\n${residue}`).length]).toEqual([file, residue, 1]);
  }
});
