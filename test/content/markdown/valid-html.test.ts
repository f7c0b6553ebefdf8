import fc from 'fast-check';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { outlineBody } from '../../../src/content/markdown/outline.ts';
import { site } from '../written.ts';
import { html } from './rendered.ts';

// The rules that src/check/html.ts holds pages to; ids are looked at here too.
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    elements: ['html5'],
    rules: {
      'doctype-style': 'off',
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'tel-non-breaking': 'off',
      'valid-id': ['error', { relaxed: true }],
    },
  }),
);

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>x</title></head><body><main><h1>x</h1>${body}</main></body></html>`;

async function faults(body: string): Promise<string[]> {
  const { results } = await validator.validateString(page(html(body)));
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'storm',
      'pier',
      'Волна',
      '10',
      '—',
      '&',
      '"on"',
      'a<3',
      '風',
      '👩‍🚀',
      '&nbsp;',
      '\\*',
      '…',
    ),
  },
  fc.string({ maxLength: 6 }),
);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ').replace(/[\n\r|]/g, ' '));
const inline = fc.oneof(
  { weight: 3, arbitrary: words },
  words.map((text) => `**${text}** *${text}* ~~${text}~~ \`${text}\``),
  fc
    .tuple(words, fc.constantFrom('/about/', 'https://x.example/?a=1&b=2', '#why', 'mailto:a@b.example', 'tel:+123456'))
    .map(([text, href]) => `[${text}](${href})`),
  words.map((text) => `${text}[^n] and ^[${text}]`),
  fc.constantFrom('<https://x.example/>', 'a  \nb', 'a\\\nb'),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: false },
    { weight: 4, arbitrary: line },
    line.map((text) => `## ${text.replaceAll('\n', ' ')}`),
    line.map((text) => `- ${text}\n- ${text}\n\n  1. ${text}`),
    line.map((text) => `| ${text} | b |\n|:-:|--:|\n| b | ${text} |`.replaceAll('  \n', ' ')),
    words.map((text) => `\`\`\`${text}\n${text}\n\`\`\``),
    words.map((text) => `![${text.replace(/[[\]]/g, '')}x](storm/sea.jpg)`),
    words.map((text) => `![""](storm/sea.jpg "${text.replaceAll('"', '')} | Igor")`),
    fc.constant('---'),
    tie('block').map((inside) =>
      inside
        .split('\n')
        .map((each) => `> ${each}`)
        .join('\n'),
    ),
    fc.tuple(tie('block'), tie('block')).map(([a, b]) => `::::: quote {by="A" role="b"}\n${a}\n\n${b}\n:::::`),
    tie('block').map((inside) => `:::: fact {title="A"}\n${inside}\n::::`),
    tie('block').map((inside) => `:::::: note\n${inside}\n::::::`),
    tie('block').map(
      (inside) => `::: video {url="https://v.example/" title="A" poster="storm/sea.jpg"}\n${inside}\n:::`,
    ),
  ),
}));
const body = fc
  .array(block, { minLength: 1, maxLength: 10 })
  .map((blocks) => `${blocks.join('\n\n')}\n\n## Why\n\n[^n]: A note.\n`);

const wanted = process.env.BROADSHEET_TEST === 'long' ? 100 : 40;

test(`${wanted} fuzzed bodies that have no Problem are valid HTML`, async () => {
  let good = 0;
  for (const text of fc.sample(body, { numRuns: 4 * wanted, seed: 20151126 })) {
    if (good === wanted) break;
    if (outlineBody(text, 'x.md', 1, site).problems.length > 0) continue;
    good++;
    expect([text, await faults(text)]).toEqual([text, []]);
  }
  expect(good).toBe(wanted);
});

test('the judge sees what is not valid', async () => {
  expect(await faults('# x\n\n#### y\n\n##\n')).not.toEqual([]);
});
