/** Texts that templates keep under a name, and patterns of lists. */
import { expect, test } from 'vitest';
import { withIncludes } from '../../../src/import/readers/includes.ts';
import { type Dialect, sourceHtml } from '../../../src/import/text/source-html.ts';

function html(text: string, dialect: Dialect = 'liquid') {
  const lost: string[] = [];
  const shown = sourceHtml({ format: 'markdown', text }, { dialect, codes: {} }, ({ kind, detail }) =>
    lost.push(`${kind}: ${detail}`),
  );
  return { shown: shown.trim(), lost };
}

test('a kept text stands where it is written out, and nowhere else', () => {
  const { shown, lost } = html(
    '{% set a = 1 %}{% set code %}\nlet b = `c`;\n\nlet d;\n{% endset %}\nBefore.\n\n{{ code | highlight("js") | safe }}\n\n{% capture e %}*sea*{% endcapture %}It is {{ e }}.\n',
  );
  expect(shown).toBe(
    '<p>Before.</p>\n<pre><code class="language-js">let b = `c`;\n\nlet d;\n</code></pre>\n<p>It is <em>sea</em>.</p>',
  );
  expect(lost).toEqual(['template: {% set a = 1 %}']);
});

test('a text through a filter that nobody knows is shown once, and one that nothing shows is told', () => {
  const { shown, lost } = html(
    '{% set a %}sea{% endset %}{% set b %}quay{% endset %}{{ a | twist("x") }} {{ a | turn }}\n\n{% set c %}{% if x %}tab{% endif %}{% endset %}<p id="{{ c }}-1">x</p>\n',
  );
  expect(shown).toBe('<p>sea</p>\n<p id="tab-1">x</p>');
  expect(lost).toEqual([
    'template: {{ a | twist("x") }}',
    'template: {{ a | turn }}',
    'shortcode: {% if x %}',
    'template: b: quay',
  ]);
});

test('a pattern for each thing of the data is no text', () => {
  const { shown, lost } = html(
    '<ul>\n{% for post in all -%}\n<li>{{ post.title }}</li>\n{%- endfor %}\n</ul>\n\n{% for n in (1..3) %}Ho.{% endfor %}\n',
  );
  expect(shown).toBe('<ul>\n\n</ul>\n<p>Ho.</p>'.replace('\n\n', '\n'));
  expect(lost).toEqual([
    'template: {% for post in all -%} <li>{{ post.title }}</li>',
    'shortcode: {% for n in (1..3) %}',
  ]);
});

test('what is dropped among HTML leaves no empty line, which would make code of what follows', () => {
  const { shown } = html(
    '<table>\n\t<tr><td>1</td></tr>\n{# no #}\n{% if a %}\n\t\t<tr><td><code>{{ a }}</code>2</td></tr>\n{% endif %}\n{% highlight "js" %}\na\n\nb\n{% endhighlight %}\n\t\t</table>\n',
  );
  expect(shown).toContain('<tr><td><code></code>2</td></tr>');
  expect(shown).toContain('<pre><code class="language-js">a&#10;\nb</code></pre>');
  expect(shown).toMatch(/<\/table>$/);
  expect(shown).not.toContain('&lt;');
});

test('an include is read where all that it shows is known, or where it shows a text of the page', async () => {
  const files: Record<string, string> = {
    'src/_includes/note.njk': 'Mind the **quay**.\n{% include "loop.njk" %}\n',
    'src/_includes/loop.njk': '{% include "note.njk" %}',
    'src/_includes/list.njk': '{% for a in b %}{{ a }}{% endfor %}',
    'src/_includes/code.njk': '{% if x %}1{% else %}2{% endif %}{{ code | highlight("js") }}',
    'src/near.md': 'Near.',
  };
  const text = (of: string) =>
    withIncludes(of, 'src/a.md', { folders: ['src/_includes'], read: async (file) => files[file] });
  expect(await text('{% include "note.njk" %} {%- include "./near.md" -%}')).toBe(
    'Mind the **quay**.\n{% include "note.njk" %} Near.',
  );
  expect(await text('{% include "list.njk" %}{% include "none.njk" %}')).toBe(
    '{% include "list.njk" %}{% include "none.njk" %}',
  );
  expect(await text('{% set code %}a{% endset %}{% include "code.njk" %}')).toBe(
    `{% set code %}a{% endset %}${files['src/_includes/code.njk']}`,
  );
  expect(await text('{% include "code.njk" %}')).toBe('{% include "code.njk" %}');
  expect(await text('{% raw %}{% include "near.md" %}{% endraw %}{# {% include "note.njk" %} #}')).toBe(
    '{% raw %}{% include "near.md" %}{% endraw %}{# {% include "note.njk" %} #}',
  );
});

test('the title of a code that nobody knows stays, at the place of what it holds', () => {
  const { shown, lost } = html(
    '- A\n\n  {{% tab "Linux (apt)" %}}\n\n  Ho.\n\n  {{% /tab %}}\n\n{{< alert title="Mind" color="red" >}}the quay{{< /alert >}}\n\n{{< card "x" >}}y{{< /card >}}\n',
    'hugo',
  );
  expect(shown.replace(/\s*\n\s*/g, '')).toBe(
    '<ul><li><p>A</p><p><strong>Linux (apt)</strong></p><p>Ho.</p></li></ul><p><strong>Mind</strong></p><p>the quay</p><p>y</p>',
  );
  expect(lost).toEqual([
    'shortcode: {{% tab "Linux (apt)" %}}',
    'shortcode: {{< alert title="Mind" color="red" >}}',
    'shortcode: {{< card "x" >}}',
  ]);
});

test('of a program that nobody knows, a line of nothing but template code goes', () => {
  const { shown, lost } = html('A {{ b }} c\n\n{{image "a.png"}}\n\n  <%= yield %>\n\n```\n{{ d }}\n```\n', 'none');
  expect(shown).toBe('<p>A {{ b }} c</p>\n<pre><code>{{ d }}\n</code></pre>');
  expect(lost).toEqual(['template-text: {{ b }}', 'template: {{image "a.png"}}', 'template: <%= yield %>']);
});
