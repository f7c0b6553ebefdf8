/** A text without our blocks is CommonMark, and the blocks are found again in it. */
import fc from 'fast-check';
import createMarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { ownText, plainText } from '../../src/export/plain-text.ts';

const say = {
  day: (date: string) => date,
  size: (bytes: number) => `${bytes} B`,
  comma: ', ',
  interactiveChart: 'Chart',
};
const plain = (body: string) => plainText(body, { say, folder: 'slug' });
const commonMark = createMarkdownIt('commonmark', { html: true });

test('a block becomes HTML around its Markdown, which another program renders', () => {
  const html = commonMark.render(plain('::: quote {by="Ann"}\nHer **words**.\n:::\nAfter it.'));
  expect(html).toContain('<figcaption><b>Ann</b></figcaption><blockquote>');
  expect(html).toContain('<p>Her <strong>words</strong>.</p>\n</blockquote></figure>');
  expect(html).toContain('<p>After it.</p>');
});

test('a block in a list or in a quotation stays in it', () => {
  const quoted = commonMark.render(plain('> ::: note\n> In it.\n> :::\n> After.'));
  expect(quoted).toMatch(
    /^<blockquote>\n<!--[^>]+-->\n<figure [^>]+>\n<p>In it.<\/p>\n<\/figure>\n<!--[^>]+-->\n<p>After.<\/p>\n<\/blockquote>\n$/,
  );
  const listed = commonMark.render(plain('- ::: note\n  In it.\n  :::\n\n  After.'));
  expect(listed).toMatch(
    /^<ul>\n<li>\n<!--[^>]+-->\n<figure [^>]+>\n<p>In it.<\/p>\n<\/figure>\n<!--[^>]+-->\n<p>After.<\/p>\n<\/li>\n<\/ul>\n$/,
  );
});

test('what is written of a block is never seen by readers, whatever is in it', () => {
  const html = commonMark.render(plain('::: fact {title="An arrow --> here"}\nText.\n:::'));
  const seen = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, '');
  expect(seen.trim()).toBe('An arrow --&gt; here\nText.');
});

test('a block names its files from the folder of the text, and shows its picture', () => {
  const text = plain(
    '::: document {file="report.pdf" title="R"}\n:::\n\n::: video {url="https://v.example" title="V" poster="still.jpg"}\n:::',
  );
  expect(text).toContain('href="slug/report.pdf"');
  expect(text).toContain('<img src="slug/still.jpg"');
});

test('what only looks like a block stays as it is', () => {
  const text = 'A line of ::: signs.\n\n```\n::: note\nCode.\n:::\n```\n\n<!-- a comment -->\n';
  expect(plain(text)).toBe(text);
  expect(ownText(text)).toBe(text);
});

/** Texts with blocks in lists, in quotations and in each other, next to text or apart from it. */
const texts = fc.letrec<{ text: string[]; part: string[] }>((tie) => ({
  text: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.flat()),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<string[]>(
      ['Words.'],
      ['Words.', ''],
      ['', 'Two', 'lines.', ''],
      ['', '- a list', ''],
      ['<!-- said -->', ''],
    ),
    fc
      .tuple(fc.constantFrom('note', 'fact {title="-- > & <b>"}', 'quote {by="A &amp; B"}'), tie('text'), fc.nat(2))
      .map(([head, inside, more]) => {
        const most = Math.max(2, ...inside.map((line) => /:{3,}/.exec(line)?.[0].length ?? 0));
        const fence = ':'.repeat(most + 1 + more);
        return ['', `${fence} ${head}`, ...inside, fence];
      }),
    tie('text').map((inside) => ['', ...inside.map((line) => (line === '' ? '>' : `> ${line}`)), '']),
    tie('text').map((inside) => ['', '- item', '', ...inside.map((line) => (line === '' ? '' : `  ${line}`)), '']),
  ),
}));

test('every block is found again, letter for letter, wherever it stands', () => {
  fc.assert(
    fc.property(texts.text, (lines) => {
      const body = lines.join('\n');
      expect(ownText(plain(body))).toBe(body);
    }),
    { numRuns: 300 },
  );
});
