/** Cards as they are really drawn: in every script, within their edges, the same bytes every time, by packages that a newsroom installs. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { cardLook, cardRecipe, cardSize } from '../../layouts/social-card.ts';
import type { Site } from '../../src/content/site.ts';
import { type SocialCard, socialCardOf } from '../../src/content/social-card.ts';
import { PictureCache } from '../../src/render/picture-cache.ts';
import { needCardPackages } from '../../src/render/social-card-fonts.ts';
import { drawCard, layOut } from '../../src/render/social-card-maker.ts';
import { makeCards } from '../../src/render/social-cards.ts';
import { newsroom, projectRoot } from '../support/newsroom.ts';

/** What the name of a recipe stands for. A new one is needed when this changes, since addresses of cards promise bytes. */
const recipes: Record<string, string> = { a: '38a304b56bf3697b' };

/** Headline, section and paper, by language. */
const words: Record<string, [title: string, section: string, publication: string]> = {
  en: ['Hollande and Putin to discuss a joint campaign against “Islamic State” in Moscow', 'World', 'The Courier'],
  ru: ['Олланд и Путин обсудят в Москве совместную кампанию', 'В мире', 'Вестник Кавказа'],
  el: ['Ο Ολάντ και ο Πούτιν θα συζητήσουν κοινή εκστρατεία', 'Κόσμος', 'Αγγελιοφόρος'],
  hy: ['Օլանդն ու Պուտինը կքննարկեն համատեղ արշավը Սիրիայում', 'Աշխարհ', 'Կովկասի լրաբեր'],
  ka: ['ოლანდი და პუტინი ერთობლივ კამპანიას განიხილავენ', 'მსოფლიო', 'კავკასიის მაცნე'],
  ar: ['هولاند وبوتين يبحثان حملة مشتركة ضد NATO (2015) في سوريا', 'العالم', 'بشير القوقاز'],
  he: ['הולנד ופוטין ידונו במערכה משותפת (2015) נגד ISIS', 'עולם', 'מבשר הקווקז'],
  hi: ['ओलांद और पुतिन सीरिया में संयुक्त अभियान पर चर्चा करेंगे', 'दुनिया', 'काकेशस संदेश'],
  th: ['ออลลองด์และปูตินจะหารือเรื่องการรณรงค์ร่วมกันในซีเรียที่กรุงมอสโกวันพฤหัสบดี', 'ต่างประเทศ', 'สารคอเคซัส'],
  zh: ['奥朗德与普京将在莫斯科讨论对“伊斯兰国”的联合行动，双方尚未达成协议', '国际', '高加索通讯'],
  'zh-Hant': ['奧朗德與普京將在莫斯科討論對「伊斯蘭國」的聯合行動', '國際', '高加索通訊'],
  ja: ['オランド大統領とプーチン大統領、モスクワで「イスラム国」への共同作戦を協議へ', '国際', 'コーカサス通信'],
  ko: ['올랑드와 푸틴, 모스크바에서 공동 작전 논의 예정', '세계', '캅카스 통신'],
};

function cardIn(language: string, changes: Partial<SocialCard> = {}): SocialCard {
  const [title, section, publication] = words[language] ?? ['', '', ''];
  const site = {
    ...{ cards: { since: '2015-11-26' }, languages: [language], title: publication },
    sections: [{ id: 'world', title: section }],
  } as unknown as Site;
  const card = socialCardOf({ story: '2015/11/26/a', language, title, section: 'world' }, false, site);
  return { ...(card as SocialCard), ...changes };
}

type Run = { text: string; left: number; right: number; top: number; bottom: number };

/** The pieces of text of a card, each where it lies on it, as their advances say; and in which size the headline is. */
async function runsOf(card: SocialCard): Promise<{ size: number; paper: Run[]; section: Run[]; headline: Run[] }> {
  const { renderer, node, options, size } = await layOut(card, cardLook());
  type Measured = Awaited<ReturnType<typeof renderer.measure>>;
  const placed = ({ runs, transform: [, , , , x, y] }: Measured): Run[] =>
    runs.map(({ text, ...at }) => {
      const [left, top] = [x + at.x, y + at.y];
      return { text, left, right: left + at.width, top, bottom: top + at.height };
    });
  const [paper, , text] = (await renderer.measure(node, options)).children;
  const [section, headline] = text?.children ?? [];
  if (!paper || !section || !headline) throw new Error('The card is made of other parts');
  return { size, paper: placed(paper), section: placed(section), headline: placed(headline) };
}

/** By the tops of their pieces, which differ by a part of a pixel within a line. */
function linesOf(runs: readonly Run[]): string[] {
  const byTop = Map.groupBy(runs, ({ top }) => Math.round(top / 10));
  return [...byTop.values()].map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
}

const shortest = 'Snow';
const longest = 'The ministers of five states have agreed on the status of the sea '.repeat(4).trim();
const oneWord = `${'Donaudampfschifffahrts'.repeat(5)} ab`;

test('in every script, whatever the headline, no text leaves the card and none meets another', async () => {
  const cards = [
    ...Object.keys(words).map((language) => cardIn(language)),
    ...[shortest, longest, oneWord].map((title) => cardIn('en', { title })),
    cardIn('ar', { title: `${cardIn('ar').title} `.repeat(4).trim() }),
    cardIn('th', { title: cardIn('th').title.repeat(3) }),
    cardIn('zh', { title: cardIn('zh').title.repeat(3), publication: longest, section: longest }),
  ];
  for (const card of cards) {
    const { paper, section, headline } = await runsOf(card);
    const told = `${card.language}: ${card.title.slice(0, 30)}`;
    const all = [...paper, ...section, ...headline];
    const over = all.filter(
      ({ text, left, right, top, bottom }) =>
        text.trim() !== '' && (left < 60 || right > cardSize.width - 60 || top < 0 || bottom > cardSize.height),
    );
    expect([told, over.map(({ text, right }) => [text, right])]).toEqual([told, []]);
    expect([told, linesOf(headline).length <= 4]).toEqual([told, true]);
    const bottom = (runs: Run[]) => Math.max(...runs.map((run) => run.bottom));
    const top = (runs: Run[]) => Math.min(...runs.map((run) => run.top));
    expect([told, bottom(paper) < top(section) + 8, top(section) < top(headline)]).toEqual([told, true, true]);
  }
});

test('the fewer words, the larger they are, down to four lines that end in an ellipsis', async () => {
  const sized = async (title: string) => (await runsOf(cardIn('en', { title }))).size;
  expect(await Promise.all([shortest, cardIn('en').title, longest, oneWord].map(sized))).toEqual([104, 79, 48, 48]);
  const { headline } = await runsOf(cardIn('en', { title: longest }));
  expect(linesOf(headline)).toHaveLength(4);
});

test('lines end between words, also where those have no spaces', async () => {
  for (const language of ['en', 'ka', 'ko']) {
    const card = cardIn(language);
    const lines = linesOf((await runsOf(card)).headline);
    expect(lines.join(' ')).toBe(card.title);
    expect(lines.length).toBeGreaterThan(1);
  }
  const thai = cardIn('th').title;
  const ends = new Set([...new Intl.Segmenter('th', { granularity: 'word' }).segment(thai)].map(({ index }) => index));
  const lines = linesOf((await runsOf(cardIn('th'))).headline).map((line) => line.replaceAll('\u200b', ''));
  expect(lines.join('')).toBe(thai);
  expect(lines.length).toBeGreaterThan(1);
  expect(ends).toContain(lines[0]?.length);
});

test('what is written from right to left begins at the right, with other words in their own order', async () => {
  const { headline, section } = await runsOf(cardIn('ar'));
  expect(Math.max(...section.map(({ right }) => right))).toBeCloseTo(cardSize.width - 72, 0);
  const place = (word: string) => headline.find(({ text }) => text.includes(word)) as Run;
  expect(place('هولاند').right).toBeGreaterThan(place('وبوتين').right);
  expect(place('NATO').text).toContain('NATO (2015)');
});

test('signs that no font has, such as emoji, are left out', async () => {
  const plain = await drawCard(cardIn('en', { title: 'Snow falls' }), cardLook());
  expect(await drawCard(cardIn('en', { title: 'Snow 🔥 falls 🏔️' }), cardLook())).toEqual(plain);
});

test('a card is a PNG of 1,200 by 630, the same bytes whatever was drawn before', async () => {
  const drawn = async (languages: readonly string[]) => {
    vi.resetModules();
    const { drawCard: another } = await import('../../src/render/social-card-maker.ts');
    let last: Uint8Array = new Uint8Array();
    for (const language of languages) last = await another(cardIn(language), cardLook());
    return last;
  };
  const { width, height, format } = await sharp(await drawn(['ja'])).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
  const before = ['ko', 'zh', 'ru', 'hy', 'en', 'ja', 'el'];
  for (const language of ['ja', 'el', 'ru'])
    expect(await drawn([...before, language])).toEqual(await drawn([language]));
});

test('the name of the recipe stands for these packages and these lines', async () => {
  const { peerDependencies, devDependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  expect(devDependencies).toMatchObject(peerDependencies);
  const drawWith = Object.fromEntries(
    Object.entries(peerDependencies).filter(([name]) => /^@(fontsource-variable|takumi-rs)\//.test(name)),
  );
  const set = await Promise.all(Object.keys(words).map((language) => runsOf(cardIn(language))));
  const rounded = JSON.stringify([drawWith, set], (_, value) =>
    typeof value === 'number' ? Math.round(value) : value,
  );
  const hash = createHash('sha256').update(rounded).digest('hex').slice(0, 16);
  expect(
    { [cardRecipe]: hash },
    `If cards are drawn otherwise, give the recipe in layouts/social-card.ts the next letter, and note ${hash} for it here.`,
  ).toEqual({ [cardRecipe]: recipes[cardRecipe] });
});

test('a card is drawn once, and kept by all that it shows', async () => {
  const cache = new PictureCache(newsroom({ git: false }).cache);
  let count = 0;
  const counted: typeof drawCard = async () => {
    count += 1;
    return new Uint8Array([count]);
  };
  const route = { url: '/a/card.png', card: cardIn('en') };
  const make = async (other: Partial<SocialCard> = {}) => {
    const routes = [{ ...route, card: { ...route.card, ...other } }];
    return (await Array.fromAsync(makeCards(routes, { cache, drawCard: counted })))[0]?.[1][0];
  };
  expect([await make(), await make(), await make({ section: 'Sport' }), await make()]).toEqual([1, 1, 2, 1]);
});

test('a newsroom that wants cards is told what to install for its languages, before anything is drawn', () => {
  const site = { languages: ['en', 'ka'] } as unknown as Site;
  const isThere = (name: string) => name === '@fontsource-variable/noto-serif';
  expect(() => needCardPackages(site, isThere)).toThrow(
    'Social cards need packages that are not installed here: npm install --save-exact @takumi-rs/core@2.16.3 @fontsource-variable/noto-serif-georgian@5.3.0. The site is as it was.',
  );
  expect(() => needCardPackages(site)).not.toThrow();
});
