import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elements, html } from './rendered.ts';

const allowed = new Set(
  'a b blockquote br code div em figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p picture pre source span strong sup table tbody td th thead tr ul s'.split(
    ' ',
  ),
);
const addresses = new Set([
  'href',
  'src',
  'cite',
  'srcset',
  'action',
  'formaction',
  'data',
  'poster',
  'background',
  'xlink:href',
  'ping',
]);
const goodAddress = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

/** What a browser could run or fetch in a markup, as its parser sees it. */
function dangers(markup: string): string[] {
  return elements(markup).flatMap(({ name, attributes }) => [
    ...(allowed.has(name) ? [] : [`<${name}>`]),
    ...Object.entries(attributes).flatMap(([key, value]) => {
      if (/^on|^style$|^srcdoc$/i.test(key)) return [`${name} ${key}`];
      return addresses.has(key) && !goodAddress.test(value.trim()) ? [`${name} ${key}=${value}`] : [];
    }),
  ]);
}

const html5 = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  '" onfocus=alert(1) autofocus x="',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<body onload=alert(1)>',
  '<!-- --><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script/>',
  '</p></div><script>alert(1)</script>',
  '<math><mtext><script>alert(1)</script>',
  '<style>@import "//evil"</style>',
  '<base href="//evil/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\\<script>alert(1)</script>',
  '<scr\u0000ipt>alert(1)</script>',
  '<details open ontoggle=alert(1)>',
];
const schemes = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  '&#106;avascript:alert(1)',
  'java\tscript:alert(1)',
  'java%0ascript:alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'file:///etc/passwd',
  'blob:x',
  '//evil.example/x',
  '\\\\evil.example',
  'view-source:x',
  'feed:javascript:alert(1)',
  'http:javascript:alert(1)',
  'about:blank',
  'x" onclick="alert(1)',
  '/x" onclick="alert(1)',
  "https://x.example/'onclick='alert(1)",
  'https://x.example/"onmouseover="alert(1)',
];
const containers: Record<string, (payload: string) => string> = {
  paragraph: (p) => `Text ${p} text`,
  heading: (p) => `## ${p}`,
  list: (p) => `- ${p}\n  1. ${p}`,
  quotation: (p) => `> ${p}`,
  table: (p) => `| ${p} | b |\n|:-:|--|\n| ${p} | b |`,
  code: (p) => `\`${p}\`\n\n    ${p}\n\n\`\`\`${p}\n${p}\n\`\`\``,
  'link text': (p) => `[${p}](https://x.example/)`,
  'link address': (p) => `[x](${p}) [x](<${p}>)`,
  'link title': (p) => `[x](/y "${p}") [x](/y '${p}') [x](/y (${p}))`,
  autolink: (p) => `<${p}> <https://x.example/${p}>`,
  reference: (p) => `[a] [b][a] [c][]\n\n[a]: ${p} "${p}"\n[c]: <${p}> '${p}'`,
  picture: (p) => `![${p}](x/y.jpg "${p} | ${p}")\n\n![a](${p} "${p}")\n\ninline ![${p}](${p})`,
  'picture alone': (p) => `![${p}](x/y.jpg)\n\n![x](x/y.jpg '${p} | ${p}')`,
  footnote: (p) => `a[^1] b[^${p}] ^[${p}]\n\n[^1]: ${p}\n[^${p}]: ${p}`,
  'block name': (p) => `::: ${p}\ntext\n:::`,
  quote: (p) => `::: quote {by="${p}" role="${p}" source="${p}"}\n${p}\n:::`,
  fact: (p) => `::: fact {title="${p}"}\n${p}\n:::`,
  note: (p) => `::: note {title="${p}" ${p}="x"}\n${p}\n:::`,
  video: (p) => `::: video {url="${p}" title="${p}" poster="${p}"}\n${p}\n:::`,
};

const at = (stem: string) => ({ stem, width: 800, height: 600, root: '' });

describe('an attack is text, wherever an author can put it', () => {
  test.each(Object.keys(containers))('%s', (name) => {
    for (const payload of [...html5, ...schemes]) {
      const markup = html(containers[name]?.(payload) ?? '', {
        picture: (path) => at(`/assets/${encodeURIComponent(path)}`),
      });
      expect([payload, dangers(markup), /<script|<iframe|<svg/i.test(markup)]).toEqual([payload, [], false]);
      expect(markup.length).toBeGreaterThan(10);
    }
  });

  test('and in any mixture of them (500 bodies)', () => {
    const piece = fc.oneof(
      fc.constantFrom(...html5, ...schemes),
      fc.string(),
      fc.constantFrom(
        '[',
        '](',
        ')',
        '<',
        '>',
        '"',
        '\n',
        '\n\n',
        '![',
        '`',
        ':::',
        '{',
        '}',
        '| ',
        '[^1]',
        '[^1]: ',
        '\\',
      ),
    );
    const wrapped = fc
      .tuple(fc.constantFrom(...Object.values(containers)), fc.array(piece, { maxLength: 6 }))
      .map(([put, parts]) => put(parts.join('')));
    for (const body of fc.sample(wrapped, { numRuns: 500, seed: 7 }))
      expect([body, dangers(html(body, { picture: (path) => at(`/assets/${encodeURIComponent(path)}`) }))]).toEqual([
        body,
        [],
      ]);
  });

  test('what a reader sees is what the author typed', () => {
    const [paragraph] = elements(html('A <script>alert("1")</script> & <b onclick=x>'), 'p');
    expect(paragraph?.text).toBe('A <script>alert("1")</script> & <b onclick=x>');
  });

  test('the judge of this file sees an attack that is let through', () => {
    expect(dangers('<p onclick="x"><a href="javascript:x">x</a><script></script><img src="data:x"></p>')).toEqual([
      'p onclick',
      'a href=javascript:x',
      '<script>',
      'img src=data:x',
    ]);
  });
});
