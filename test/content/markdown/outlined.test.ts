/** A text that is read once for its Problems and for what is shown of it is shown as on its page. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderOutlined } from '../../../src/content/markdown/body.ts';
import { outlineBody } from '../../../src/content/markdown/outline.ts';
import { site, sourceText } from '../written.ts';
import { asWritten, rendered } from './rendered.ts';

const folder = join(import.meta.dirname, '../prose');
const prose = readdirSync(folder).map((file) => [file, sourceText(join(folder, file))]);

test.each([
  ...prose,
  ['escaped signs', '\\<b> &lt;i> \\*a\\* &amp;nbsp; AT&amp;T 1\\. &copy;\\&copy;\n中\\！\n文\\*\n字'],
  ['headings', '## \\*Why\\* &amp; why\n\n## \\*Why\\* &amp; why\n\n[There](#why-why-2)'],
  ['pictures', '![A \\*b\\* &amp; c](a.jpg "D \\* &amp; e | F")\n\n[![""](a.jpg)](https://e.example/)'],
  ['notes', 'A[^a] \\*b^[c \\*d &lt;e].\n\n[^a]: F \\*g\n\n    - h'],
  ['blocks', '::: quote {by="Ann &amp; \\"Lee\\""}\nA \\*b\n:::\n\n| a \\| b | c |\n|:-:|--|\n| \\*d | &lt;e |'],
  ['links', '[a \\] b](/2015/) <https://e.example/?a=1&amp;b=2> https://e.example/\\*a [c][d]\n\n[d]: /e/ "\\*f"'],
])('%s', (_, body) => {
  for (const page of ['', '/page/'])
    expect(renderOutlined(body, { ...asWritten, page })).toEqual(rendered(body, { page }));
  const before = outlineBody('', 'x.md', 1, site) && outlineBody(body, 'x.md', 1, site);
  renderOutlined(body, asWritten);
  expect(outlineBody(body, 'x.md', 1, site)).toEqual(before);
});
