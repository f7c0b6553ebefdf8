/** MDX, as Astro and others have it. */
import { expect, test } from 'vitest';
import { sourceHtml } from '../../../src/import/text/source-html.ts';

function shown(text: string) {
  const lost: string[] = [];
  const html = sourceHtml({ format: 'mdx', text }, { dialect: 'none', codes: {} }, ({ kind, detail }) =>
    lost.push(`${kind} ${detail}`),
  );
  return { html: html.replace(/\s+/g, ' ').trim(), lost };
}

test('what a component holds is Markdown, however it stands there, and its title stays', () => {
  const { html, lost } = shown(
    '1. One\n\n   <Tabs>\n       <TabItem label="npm">\n       ```sh\n       npm *ci*\n       ```\n       </TabItem>\n   </Tabs>\n\n2. *Two* <Since v="1" />\n',
  );
  expect(html).toBe(
    '<ol> <li> <p>One</p> <Tabs> <TabItem> <p><strong>npm</strong></p> <pre><code class="language-sh">npm *ci* </code></pre> </TabItem> </Tabs> </li> <li> <p><em>Two</em> <Since></Since></p> </li> </ol>',
  );
  expect(lost).toEqual(['component <Tabs>', 'component <TabItem label="npm">', 'component <Since v="1" />']);
});

test('a picture that is imported is shown, and so is a film', () => {
  const { html } = shown(
    'import quay from "./quay.jpg";\n\n<Image src={quay} alt="A quay" width={300} />\n\n<Image\n  src={quay.src}\n  alt={`B`}\n/>\n\n<YouTube id="abcdefghijk" />\n',
  );
  expect(html).toBe(
    '<img src="./quay.jpg" alt="A quay"> <img src="./quay.jpg" alt="B"> <iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
  );
});

test('code that is shown stays as it is', () => {
  expect(shown('```mdx\nimport A from "a";\n<Box title="a">\n  {x}\n</Box>\n```\n\n`<A />` {x.y}').html).toBe(
    '<pre><code class="language-mdx">import A from &quot;a&quot;; &lt;Box title=&quot;a&quot;&gt; {x} &lt;/Box&gt; </code></pre> <p><code>&lt;A /&gt;</code></p>',
  );
});

test('a component is no element of HTML that has its name', () => {
  expect(
    shown('<MultipleChoice>\n  <Option isCorrect>\n    A *quay*\n  </Option>\n</MultipleChoice>\n\n`<Option>`').html,
  ).toBe(
    '<MultipleChoice> <x-option> <p>A <em>quay</em></p> </x-option> </MultipleChoice> <p><code>&lt;Option&gt;</code></p>',
  );
});

test('code that stands by itself goes with what it makes, and what other sites show is a frame', () => {
  const { html, lost } = shown('One.\n\n{list.map(({ a }) => <li>{a}</li>)}\n\n{"words"}\n\n<Tweet id="123456" />\n');
  expect(html).toBe('<p>One.</p> <p>words</p> <iframe src="https://twitter.com/i/status/123456"></iframe>');
  expect(lost).toEqual(['template {list.map(({ a }) => <li>{a}</li>)}']);
});

test('a caption on lines of its own is Markdown too', () => {
  const { html } = shown(
    '<figure>\n  <img src="a.jpg" />\n  <figcaption>\n    The [quay](/b)\n  </figcaption>\n</figure>\n',
  );
  expect(html).toContain('<figcaption> <p>The <a href="/b">quay</a></p> </figcaption>');
});

test('code that a component shows is code, and tabs without a label are called by their values', () => {
  const { html, lost } = shown(
    `<Tabs values={[{label: "A Mac", value: "mac"}]}>
<TabItem value="mac">

x

</TabItem>
<TabItem value="tux">

y

</TabItem>
</Tabs>

<CodeBlock language="sh" title="Get it">
{\`curl *a*/\${version()}/b\`}
</CodeBlock>

<TOCInline toc={toc} />

<img src={require("./a.png").default} />
<img src={useBaseUrl("/b.png")} />
`,
  );
  expect(html).toBe(
    '<Tabs> <TabItem> <p><strong>A Mac</strong></p> <p>x</p> </TabItem> <TabItem> <p><strong>tux</strong></p> <p>y</p> </TabItem> </Tabs> <p><strong>Get it</strong></p> <pre><code class="language-sh">curl *a*//b </code></pre> <img src="./a.png" /> <img src="/b.png" />',
  );
  expect(lost).toContain(`template \${version()}`);
  expect(lost).toContain('contents a list of the headings');
});

test('imports may share a line, and take several', () => {
  expect(
    shown(
      "import A from 'a'; import B from 'b';\n\nimport C from './c.mdx'; import\nD from 'd';\nimport {\n  e,\n} from \"e\";\n\nImport it.\n",
    ).html,
  ).toBe('<p>Import it.</p>');
});
