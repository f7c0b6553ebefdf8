import { describe, expect, test } from 'vitest';
import { outlineBody } from '../../../src/content/markdown/outline.ts';
import { bodyProblems, site } from '../written.ts';

const outline = (body: string) => outlineBody(body, 'x.md', 1, site).outline;

test('links inside the site and out of it are told apart, each once, with their fragments', () => {
  const body =
    '[a](/about/) [b](/about/) [c](/ru/2015/11/26/storm/#why) [d](https://x.example/) <https://y.example/> [e](#why) [f](mailto:a@b.example) [g][r]\n\n[r]: https://z.example/?q=1';
  expect(outline(body)).toMatchObject({
    links: ['/about/', '/ru/2015/11/26/storm/#why'],
    outbound: ['https://x.example/', 'https://y.example/', 'https://z.example/?q=1'],
  });
});

test('links in footnotes, tables and blocks are seen, and where a video and a source lead', () => {
  const body =
    'a^[[b](/b/)]\n\n| [c](/c/) |\n|--|\n| [d](/d/) |\n\n::: video {url="https://v.example/" title="[no](/no/)" poster="s/p.jpg"}\n[e](/e/)\n:::\n\n::: quote {by="A" source="https://s.example/"}\nx\n:::\n\n![x](s/q.jpg "[no](/no/)")';
  expect(outline(body)).toMatchObject({
    links: ['/c/', '/d/', '/e/', '/b/'],
    outbound: ['https://v.example/', 'https://s.example/'],
    pictures: ['s/p.jpg', 's/q.jpg'],
  });
});

test('words are counted in every script, and not in code blocks', () => {
  expect(outline('Ten of twelve.\n\nДесять из **двенадцати**.\n\n```\nnot these\n```').words).toBe(6);
});

describe('what an author may not write is told where it stands', () => {
  test.each([
    ['a link without scheme', 'a\nb [c](relative/) d', 'link/relative 2:7'],
    ['one in Cyrillic', 'a\nb [c](путь/) d', 'link/relative 2:7'],
    ['an empty one', '[c]()', 'link/empty 1:4'],
    ['a protocol-relative one', '[c](//evil.example/)', 'link/unsafe 1:5'],
    ['an autolink', 'a <javascript:alert(1)>', 'link/unsafe 1:4'],
    ['a page of a preview', '[c](http://localhost:8080/2015/11/26/calm/)', 'link/unsafe 1:5'],
    ['one with a number', '[c](http://127.0.0.1:8080/world/#now)', 'link/unsafe 1:5'],
    ['a reference', '[c][d]\n\ntext\n\n[d]: javascript:alert(1)', 'link/unsafe 5:6'],
    ['a reference above its use', '[d]: javascript:alert(1)\n\n[c][d]', 'link/unsafe 1:6'],
    ['one in a footnote above', 'a^[b [c](ftp://x.example)]\n\nd', 'link/unsafe 1:10'],
    ['HTML', 'a\n<b>c</b>', 'markdown/html 2:1'],
    ['a comment without end', 'a <!-- b', 'markdown/html 1:3'],
    ['a template', 'a\n\nb {% c %}', 'content/template-syntax 3:3'],
  ])('%s', (_, body, expected) => expect(bodyProblems(body)).toEqual([expected]));

  test('and escaped it may', () => {
    expect(bodyProblems('&lt;b> and \\<b>, a \\&lt; b')).toEqual([]);
    expect(bodyProblems('&lt;b>, twice: a &amp;lt; b')).toEqual(['markdown/entity 1:18']);
  });

  test('and between backticks it may', () => {
    expect(bodyProblems('`<b>` and `{{ a }}`\n\n```html\n<script>{% x %}</script>\n```\n\n2 < 3 > 1, a<3')).toEqual([]);
  });

  test.each([
    'Population fell in 1994[12][13].',
    'He said [laughs][pause] that a[i][j] was [sic][a] fine.',
    'See <https://x.example/[a][b]>, a [note](see page 3) and [1](p. 3), [in euro](2015 prices).',
    'It became the\n#1 hit.',
    '- #1 Tbilisi\n- #2 Gori',
    '> #MeToo is not over',
    '#MeToo changed it.',
    'She wrote [^_^] under it.',
    'See [the report][r], in 1994[12][13].\n\n[r]: https://x.example/',
  ])('and words with signs in them are words: %s', (body) => expect(bodyProblems(body)).toEqual([]));

  test('the lines are those of the file, behind its front matter', () => {
    expect(outlineBody('a\n\n# b', 'x.md', 9, site).problems[0]).toMatchObject({ file: 'x.md', line: 11, column: 1 });
  });
});
