/** What an editor does to a front is written into `front.yaml` as somebody with a text editor would: nothing else is touched. */
import { describe, expect, test } from 'vitest';
import { parseSite } from '../../../src/content/site.ts';
import { changeFront, readFront } from '../../../src/desk/fronts/change-front.ts';
import type { FrontChange } from '../../../src/desk/fronts/front-change.ts';
import { instant, siteYaml } from '../../support/newsroom.ts';

const { site } = parseSite(siteYaml, 'site.yaml', ['en', 'ru']);
const now = instant('2015-11-27T12:00+03:00');

function changed(text: string, change: FrontChange, section?: string): string {
  if (!site) throw new Error('The site of tests has problems');
  const front = readFront(text, site).value;
  if (!front) throw new Error(`This has problems:\n${text}`);
  const { text: after, refused } = changeFront(text, { front, site, now, section }, change);
  return after ?? `${refused}`;
}

const a = '2015/11/26/a';
const b = '2015/11/26/b';
const c = '2015/11/26/c';
const e = '2015/11/26/e';
const written = `# By hand.
lead: ${a} # the big one

# The picks:

picks:
  - ${b}   # a quiet one
  # Until the vote.
  - {story: ${c}, until: 2015-11-28 12:00}
  - "${e}"

sections: [culture] # and the rest
`;

describe('a story changes its place with what is said of it, and the rest stays', () => {
  test.each<[string, FrontChange, Record<string, string>]>([
    [
      'up',
      { do: 'up', place: 1 },
      {
        [`  - ${b}   # a quiet one\n  # Until the vote.\n  - {story: ${c}, until: 2015-11-28 12:00}\n`]: `  # Until the vote.\n  - {story: ${c}, until: 2015-11-28 12:00}\n  - ${b}   # a quiet one\n`,
      },
    ],
    [
      'down',
      { do: 'down', place: 1 },
      {
        [`  # Until the vote.\n  - {story: ${c}, until: 2015-11-28 12:00}\n  - "${e}"\n`]: `  - "${e}"\n  # Until the vote.\n  - {story: ${c}, until: 2015-11-28 12:00}\n`,
      },
    ],
    [
      'to the lead',
      { do: 'lead', place: 1 },
      {
        [`lead: ${a} # the big one\n`]: `lead: {story: ${c}, until: 2015-11-28 12:00} # Until the vote.\n`,
        [`  - ${b}   # a quiet one\n  # Until the vote.\n  - {story: ${c}, until: 2015-11-28 12:00}\n`]: `  - ${a} # the big one\n  - ${b}   # a quiet one\n`,
      },
    ],
    [
      'from the lead',
      { do: 'pick', place: 'lead' },
      { [`lead: ${a} # the big one\n`]: '', '\npicks:\n': `\npicks:\n  - ${a} # the big one\n` },
    ],
    ['away', { do: 'remove', place: 0 }, { [`  - ${b}   # a quiet one\n`]: '' }],
    ['away from the lead', { do: 'remove', place: 'lead' }, { [`lead: ${a} # the big one\n`]: '' }],
    [
      'in as the last pick',
      { do: 'add pick', story: '2015/11/26/f' },
      { [`  - "${e}"\n`]: `  - "${e}"\n  - 2015/11/26/f\n` },
    ],
    [
      'in as the lead',
      { do: 'add lead', story: '2015/11/26/f' },
      { [`lead: ${a} # the big one`]: 'lead: 2015/11/26/f', '\npicks:\n': `\npicks:\n  - ${a} # the big one\n` },
    ],
    [
      'away by itself',
      { do: 'until', place: 'lead', until: '2015-11-29T09:30' },
      { [`lead: ${a}`]: `lead: {story: ${a}, until: 2015-11-29 09:30}` },
    ],
    ['away later', { do: 'until', place: 1, until: '2015-12-01T00:00' }, { '2015-11-28 12:00': '2015-12-01 00:00' }],
    ['away by itself no more', { do: 'until', place: 1, until: '' }, { [`{story: ${c}, until: 2015-11-28 12:00}`]: c }],
    ['', { do: 'section up', section: 'world' }, { '[culture] #': '[world, culture] #' }],
    ['', { do: 'section down', section: 'culture' }, { '[culture] #': '[world, culture] #' }],
  ])('%s %o', (_, change, edits) => {
    let wanted = written;
    for (const [from, to] of Object.entries(edits)) {
      expect(wanted).toContain(from);
      wanted = wanted.replace(from, () => to);
    }
    expect(changed(written, change)).toBe(wanted);
  });
});

test('in brackets, in lines of their own and where nothing is yet, a front is written as its file is', () => {
  const add = { do: 'add pick', story: c } as const;
  expect(changed(`picks: [${a}, ${b}]\n`, { do: 'down', place: 0 })).toBe(`picks: [${b}, ${a}]\n`);
  expect(changed(`picks: [${a}, ${b}] # two\n`, { do: 'remove', place: 0 })).toBe(`picks: [${b}] # two\n`);
  expect(changed(`picks: [${a}, ${b}]\n`, add)).toBe(`picks: [${a}, ${b}, ${c}]\n`);
  expect(changed('', add)).toBe(`picks:\n  - ${c}\n`);
  expect(changed('# yaml-language-server: $schema=x\n', { ...add, do: 'add lead' })).toBe(
    `# yaml-language-server: $schema=x\nlead: ${c}\n`,
  );
  expect(changed(`# yaml-language-server: $schema=x\npicks: [${a}]\n`, { ...add, do: 'add lead' })).toBe(
    `# yaml-language-server: $schema=x\nlead: ${c}\npicks: [${a}]\n`,
  );
  expect(changed(`# Of the week.\npicks: [${a}]\n`, { ...add, do: 'add lead' })).toBe(
    `# Of the week.\npicks: [${a}]\nlead: ${c}\n`,
  );
  expect(changed(`picks:\n- ${a} # one\n`, { do: 'remove', place: 0 })).toBe('picks: []\n');
  expect(changed('picks: [] # none today\n', add)).toBe(`picks: # none today\n  - ${c}\n`);
  const lines = `lead:\n  story: ${a} # it\n  until: 2015-11-28 12:00\npicks:\n  - story: ${b}\n    until: 2015-11-28 12:00 # then\n`;
  expect(changed(lines, { do: 'until', place: 'lead', until: '' })).toBe(
    lines.replace(`lead:\n  story: ${a} # it\n  until: 2015-11-28 12:00`, `lead: ${a} # it`),
  );
  expect(changed(lines, { do: 'until', place: 0, until: '' })).toContain(`picks:\n  - ${b} # then\n`);
  expect(changed(lines, { do: 'lead', place: 0 })).toBe(
    `lead: {story: ${b}, until: 2015-11-28 12:00} # then\npicks:\n  - {story: ${a}, until: 2015-11-28 12:00} # it\n`,
  );
});

test('in brackets that go over lines, each line is a story with its comment', () => {
  const lines = `picks: [\n  ${a}, # one\n  ${b},\n  ${c} # three\n]\n`;
  const of = (...each: string[]) => `picks: [\n${each.map((line) => `  ${line}\n`).join('')}]\n`;
  expect(changed(lines, { do: 'down', place: 0 })).toBe(of(`${b},`, `${a}, # one`, `${c} # three`));
  expect(changed(lines, { do: 'up', place: 2 })).toBe(of(`${a}, # one`, `${c}, # three`, b));
  expect(changed(lines, { do: 'remove', place: 0 })).toBe(of(`${b},`, `${c} # three`));
  expect(changed(lines, { do: 'add pick', story: e })).toBe(of(`${a}, # one`, `${b},`, `${c}, # three`, e));
  expect(changed(`lead: ${e} # two\n${lines}`, { do: 'pick', place: 'lead' })).toBe(
    of(`${e}, # two`, `${a}, # one`, `${b},`, `${c} # three`),
  );
});

test('the front of a section is changed where it stands, and begun at the end', () => {
  const add = { do: 'add lead', story: c } as const;
  const begun = changed(`lead: ${a}\n`, add, 'world');
  expect(begun).toBe(`lead: ${a}\nfronts:\n  - section: world\n    lead: ${c}\n`);
  expect(changed(begun, { do: 'pick', place: 'lead' }, 'world')).toBe(
    `lead: ${a}\nfronts:\n  - section: world\n    picks:\n      - ${c}\n`,
  );
  expect(changed(begun, { do: 'add pick', story: b }, 'culture')).toBe(
    `${begun}  - section: culture\n    picks:\n      - ${b}\n`,
  );
  const flow = `fronts:\n  - {section: world, lead: ${a}} # as it was\n`;
  expect(changed(flow, add, 'world')).toBe(`fronts:\n  - {section: world, lead: ${c}, picks: [${a}]} # as it was\n`);
  expect(changed(flow, { do: 'remove', place: 'lead' }, 'world')).toBe('fronts:\n  - {section: world} # as it was\n');
  const leadFirst = `fronts:\n  - lead: ${a}\n    section: world\n`;
  expect(changed(leadFirst, { do: 'remove', place: 'lead' }, 'world')).toBe('fronts:\n  - section: world\n');
});

test('line ends, a byte order mark and a missing last line end stay', () => {
  const windows = `\uFEFFlead: ${a}\r\npicks:\r\n  - ${b}\r\n  - ${c}`;
  expect(changed(windows, { do: 'up', place: 1 })).toBe(`\uFEFFlead: ${a}\r\npicks:\r\n  - ${c}\r\n  - ${b}`);
  expect(changed(windows, { do: 'add pick', story: e })).toBe(`${windows}\r\n  - ${e}\r\n`);
});

test('what cannot be is refused in a sentence', () => {
  const refusals: [FrontChange, RegExp][] = [
    [{ do: 'add pick', story: a }, /leads here already/],
    [{ do: 'add lead', story: b }, /a pick here already/],
    [{ do: 'up', place: 0 }, /any further/],
    [{ do: 'down', place: 2 }, /any further/],
    [{ do: 'up', place: 'lead' }, /leads here already/],
    [{ do: 'remove', place: 9 }, /no such story/],
    [{ do: 'section up', section: 'culture' }, /any further/],
    [{ do: 'section up', section: 'sport' }, /any further/],
    [{ do: 'until', place: 0, until: '2015-11-27T12:00' }, /is past/],
    [{ do: 'until', place: 0, until: 'soon' }, /no time/],
  ];
  for (const [change, why] of refusals) expect(changed(written, change)).toMatch(why);
  const many = `picks:\n${Array.from({ length: 200 }, (_, n) => `  - 2015/11/26/a${n}\n`).join('')}`;
  expect(changed(many, { do: 'add pick', story: a })).toMatch(/200 picks at the most/);
});

test('a file that is written in a way nobody thought of is left to hands', () => {
  const shared = `lead: &one ${a}\npicks: [${b}, *one]\n`;
  expect(changed(shared, { do: 'remove', place: 'lead' })).toMatch(/Change it by hand/);
  expect(changed(`{lead: ${a}}\n`, { do: 'add pick', story: b })).toBe(`{lead: ${a}, picks: [${b}]}\n`);
});
