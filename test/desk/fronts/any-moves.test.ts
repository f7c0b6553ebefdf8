/** Any series of moves, in files of every style: the newsroom’s own reading accepts each, no comment is lost, and no other line differs. */
import { expect, test } from 'vitest';
import { parseFront } from '../../../src/content/front.ts';
import type { FrontPick } from '../../../src/content/front-picks.ts';
import { parseSite, type Site } from '../../../src/content/site.ts';
import { changeFront } from '../../../src/desk/fronts/change-front.ts';
import { type FrontChange, frontWith } from '../../../src/desk/fronts/front-change.ts';
import { Random } from '../../fuzz/random.ts';
import { instant, siteYaml } from '../../support/newsroom.ts';

const site = parseSite(siteYaml, 'site.yaml', ['en', 'ru']).site as Site;
const now = instant('2015-11-20T12:00+03:00');
const steps = process.env.BROADSHEET_TEST === 'long' ? 300 : 30;

const story = (n: number) => `2015/11/26/story-${n}`;
/** Of a story, so that it is known by it, too. */
const until = (n: number) => `2015-11-28 ${hourOf(story(n))}`;
const hourOf = (id = '00') => `12:${id.slice(-2)}`;

/** Each comment is one word of its own. */
const styles: Record<string, string> = {
  'of the sample': `# head\n\nlead: ${story(10)} # leads\npicks:\n  - ${story(11)} # quiet\n  # vote\n  - {story: ${story(12)}, until: ${until(12)}}\nsections: [culture, world] # order\n`,
  'in lines': `lead:\n  story: ${story(10)} # leads\n  until: ${until(10)}\npicks:\n- story: ${story(11)}\n  until: ${until(11)} # ends\n\n# above\n- "${story(12)}"\nsections:\n  - world # first\n  - culture\n`,
  'in brackets': `{lead: ${story(10)}, picks: [${story(11)}, '${story(12)}', {story: ${story(13)}, until: ${until(13)}}], fronts: [{section: world, picks: [${story(14)}]}]}\n`,
  'in brackets of many lines': `picks: [\n  ${story(10)}, # one\n  ${story(11)},\n  {story: ${story(12)}, until: ${until(12)}}, # three\n]\n# foot\n`,
  'with fronts': `fronts:\n  # seas\n  - section: world\n    lead: ${story(10)}\n    picks: [${story(11)}, ${story(12)}]\n  - {section: culture, lead: {story: ${story(13)}, until: ${until(13)}}} # arts\npicks:\n  - ${story(14)}\n`,
  'of Windows': `# head\r\nlead: ${story(10)}\r\npicks:\r\n  # quiet\r\n  - ${story(11)}\r\n  - ${story(12)}`,
  'with nothing in it': '',
};

function read(text: string) {
  const { value, problems } = parseFront(new TextEncoder().encode(text), 'front.yaml', site);
  expect(problems, text).toEqual([]);
  if (!value) throw new Error('It has no value');
  return value;
}

/** All ids, lead first, by plain lists: `wanted` says a second time what a change is. */
const idsOf = ({ lead, picks }: { lead?: FrontPick | undefined; picks: FrontPick[] }) => [
  lead?.story,
  ...picks.map((each) => each.story),
];

function wanted(ids: readonly (string | undefined)[], change: FrontChange): (string | undefined)[] {
  const [lead, ...picks] = ids;
  const led = lead === undefined ? [] : [lead];
  if (change.do === 'add pick') return [...ids, change.story];
  if (change.do === 'add lead') return [change.story, ...led, ...picks];
  if (!('place' in change) || change.do === 'until') return [...ids];
  const at = change.place === 'lead' ? 0 : change.place + 1;
  const rest = ids.toSpliced(at, 1);
  if (change.do === 'remove') return at === 0 ? [undefined, ...picks] : rest;
  if (change.do === 'pick') return [undefined, ...ids];
  if (change.do === 'lead') return [ids[at], ...led, ...rest.slice(1)];
  return rest.toSpliced(change.do === 'up' ? at - 1 : at + 1, 0, ids[at]);
}

const wordsOfComments = (text: string) =>
  [...text.matchAll(/[a-z]+/g)]
    .map(([word]) => word)
    .filter((each) => comments.has(each))
    .sort();
const comments = new Set([
  'head',
  'leads',
  'quiet',
  'vote',
  'order',
  'ends',
  'above',
  'first',
  'one',
  'three',
  'foot',
  'seas',
  'arts',
]);

/** Lines that neither name one of the stories, or when it ends, nor are those of a key or a comment, which go along. */
function others(text: string, stories: readonly (string | undefined)[]): string[] {
  const tokens = stories.flatMap((each) => (each ? [each, hourOf(each)] : []));
  return text.split(/\r?\n/).filter((line) => {
    const isOfKey = /^\{|^\s*(?:#|(?:- )?\{?(?:lead|picks|sections|fronts|section):)/.test(line);
    return !isOfKey && line.trim() !== '' && !tokens.some((token) => line.includes(token));
  });
}

const idAt = (ids: readonly (string | undefined)[], place: 'lead' | number) => ids[place === 'lead' ? 0 : place + 1];

function anyChange(random: Random, ids: readonly (string | undefined)[], step: number): FrontChange {
  const place = random.chance(0.3) ? 'lead' : random.int(0, Math.max(0, ids.length - 2));
  return random.pick<FrontChange>([
    { do: random.pick(['up', 'down', 'lead', 'pick', 'remove'] as const), place },
    { do: random.pick(['up', 'down', 'lead'] as const), place },
    {
      do: 'until',
      place,
      until: random.chance(0.5) ? '' : `2015-11-${random.int(28, 30)}T${hourOf(idAt(ids, place))}`,
    },
    { do: random.pick(['add lead', 'add pick'] as const), story: story(20 + (step % 30)) },
    { do: random.pick(['section up', 'section down'] as const), section: random.pick(['world', 'culture']) },
  ]);
}

test.each(Object.entries(styles))('%s', (name, begun) => {
  const random = new Random(name.length + Number(process.env.BROADSHEET_SEED ?? 0));
  let text = begun;
  let done = 0;
  let left = wordsOfComments(text);
  for (let step = 0; step < steps; step++) {
    const section = random.pick([undefined, undefined, 'world', 'culture']);
    const front = read(text);
    const chosen =
      section === undefined ? front : (front.fronts.find((each) => each.section === section) ?? { picks: [] });
    const ids = idsOf(chosen);
    const change = anyChange(random, ids, step);
    const shown = `${JSON.stringify([change, section])} of\n${text}`;
    const after = changeFront(text, { front, site, now, section }, change);
    if (after.refused !== undefined) {
      expect(after.refused, shown).not.toContain('by hand');
      continue;
    }
    done += 1;
    const result = read(after.text);
    const own = section === undefined ? result : result.fronts.find((each) => each.section === section);
    if (!('section' in change)) expect(own && idsOf(own), shown).toEqual(wanted(ids, change));
    else expect(result.sections, shown).toEqual(frontWith({ front, site, now, section }, change).sections);
    const moved = 'section' in change ? ['world', 'culture'] : idsThatMove(ids, change);
    expect(others(after.text, moved), shown).toEqual(others(text, moved));
    left = left.filter((word) => !after.lost.split(' ').includes(word));
    expect(wordsOfComments(after.text), shown).toEqual(left);
    expect(/(?<!\r)\n/.test(after.text) && name === 'of Windows', shown).toBe(false);
    text = after.text;
  }
  expect(done).toBeGreaterThan(2);
});

function idsThatMove(ids: readonly (string | undefined)[], change: FrontChange): (string | undefined)[] {
  if ('story' in change) return [change.story, ids[0]];
  if (!('place' in change)) return [];
  const at = change.place === 'lead' ? 0 : change.place + 1;
  const next = change.do === 'up' ? ids[at - 1] : change.do === 'down' ? ids[at + 1] : ids[0];
  return [ids[at], next];
}
