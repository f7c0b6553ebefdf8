/** Bodies at random: blocks one after the other, most of them as authors write them. */
import type { Random } from './random.ts';
import { oddity, prose } from './texts.ts';

export function fuzzedBody(random: Random): string {
  return random.some(1, 8, () => block(random)).join(random.chance(0.05) ? '\n' : '\n\n');
}

type Make = (random: Random) => string;

const paragraph: Make = (random) => random.some(1, 4, () => inline(random)).join(random.chance(0.2) ? '\n' : ' ');

const blocks: Make[] = [
  paragraph,
  paragraph,
  paragraph,
  (random) => `${'#'.repeat(random.int(2, 4))} ${prose(random, 0.01)}`,
  (random) => random.some(2, 4, () => `- ${inline(random)}`).join('\n'),
  (random) =>
    random
      .some(2, 4, () => inline(random))
      .map((item, index) => `${index + 1}. ${item}`)
      .join('\n'),
  (random) => quoted(paragraph(random)),
  (random) => `::: quote {by="${attribute(random)}" role="${attribute(random)}"}\n${paragraph(random)}\n:::`,
  (random) =>
    `::: fact {title="${attribute(random)}"}\n${paragraph(random)}\n\n- ${inline(random)}\n- ${inline(random)}\n:::`,
  (random) => `::: note\n${paragraph(random)}\n:::`,
  (random) => `::: video {url="https://example.org/v" title="${attribute(random)}"}\n${paragraph(random)}\n:::`,
  (random) => `\`\`\`\n${prose(random, 0.3)}\n\`\`\``,
  (random) => table(random),
  (random) => `The port[^${random.int(1, 1)}].\n\n[^1]: ${inline(random)}`,
  () => '***',
  (random) => oddity(random) + paragraph(random),
];

const inlines: Make[] = [
  (random) => prose(random, 0.01),
  (random) => prose(random, 0.01),
  (random) => `**${prose(random, 0, 3)}**`,
  (random) => `*${prose(random, 0, 3)}*`,
  (random) => `~~${prose(random, 0, 3)}~~`,
  (random) => `\`${prose(random, 0.1, 3).replaceAll('`', '')}\``,
  (random) => `[${prose(random, 0, 3)}](${address(random)})`,
  (random) => `<https://example.org/${random.int(1, 99)}>`,
  () => '\\*as typed\\*',
  () => 'line<br>break',
  () => 'H<sub>2</sub>O and 1<sup>st</sup>',
  () => '<!-- a note of the desk -->',
];

function block(random: Random): string {
  return random.pick(blocks)(random);
}

function inline(random: Random): string {
  return random.pick(inlines)(random);
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function attribute(random: Random): string {
  return prose(random, 0.02, 4).replaceAll('"', '');
}

function table(random: Random): string {
  const row = () => `| ${prose(random, 0, 3)} | ${prose(random, 0, 3)} |`;
  return [row(), '|---|--:|', ...random.some(1, 4, row)].join('\n');
}

function address(random: Random): string {
  return random.pick([
    'https://example.org/',
    'https://example.org/a_(b)_c?d=e&f=g',
    'https://пример.example/путь',
    'https://example.org/%zz',
    '/world/',
    '/topics/nowhere/',
    '/2015/',
    '/feed.xml',
    'mailto:ann@example.org',
    'tel:+351210000000',
    '#nowhere',
    'javascript:alert(1)',
    'relative/path',
  ]);
}
