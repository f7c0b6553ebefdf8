/**
 * What is left out of a skeleton is what html-validate does not look at: pages of one skeleton have one verdict, whatever is
 * done to them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import html5 from 'html-validate/elements/html5';
import { expect, test } from 'vitest';
import { skeletonOf } from '../../src/check/skeleton.ts';
import { activeRules, validatePages } from '../../src/check/validate-pages.ts';
import { Random } from '../fuzz/random.ts';
import { builtSample } from '../support/built-sample.ts';
import { broken } from './breakages.ts';
import { page, siteFolder } from './site-folder.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';

const story = page(
  `<header class="top"><nav aria-label="Sections"><ul><li><a href="/world/">World</a></li><li><a href="/culture/">Culture</a></li></ul></nav></header>
<main><article><h1 id="t">A <em>story</em> &amp; more</h1><p>Text with <a href="https://a.example/">a link</a>, <time datetime="2015-11-26T10:00+03:00">26 November</time>.</p>
<figure><img src="/a.jpg" srcset="/a-1.jpg 480w, /a-2.jpg 960w" sizes="100vw" width="960" height="540" alt="A harbour"/><figcaption>A harbour</figcaption></figure>
<blockquote><p>Said.</p></blockquote><h2 id="b">More</h2><table><caption>Numbers</caption><thead><tr><th scope="col">Year</th></tr></thead><tbody><tr><td>2015</td></tr></tbody></table>
<details><summary>All</summary><p>It.</p></details><dl><dt>A</dt><dd>B</dd></dl></article></main>
<aside aria-labelledby="r"><h2 id="r">Read on</h2><ol><li><a href="/b/">B</a></li></ol></aside><footer><svg viewBox="0 0 9 9" focusable="false"><path d="M1 2L3 4"/></svg></footer>`,
);

/** The rules by which pages are judged, and of which the skeleton has what they read. */
const rules =
  'area-alt aria-hidden-body aria-label-misuse attr-case attr-delimiter attr-quotes attr-spacing attribute-allowed-values attribute-boolean-style attribute-empty-style attribute-misuse autocomplete-password close-attr close-order deprecated deprecated-rule doctype-html element-case element-name element-permitted-content element-permitted-occurrences element-permitted-order element-permitted-parent element-required-ancestor element-required-attributes element-required-content empty-heading empty-title form-dup-name hidden-focusable input-attributes map-dup-name map-id-name meta-refresh missing-doctype multiple-labeled-controls no-abstract-role no-autoplay no-conditional-comment no-deprecated-attr no-dup-attr no-dup-class no-implicit-button-type no-implicit-close no-implicit-input-type no-multiple-main no-raw-characters no-redundant-aria-label no-redundant-for no-redundant-role no-self-closing no-unused-disable no-utf8-bom prefer-button prefer-native-element prefer-tbody presentation-role-style script-element script-type text-content unique-landmark unrecognized-char-ref valid-autocomplete valid-for valid-id void-content wcag/h30 wcag/h32 wcag/h36 wcag/h37 wcag/h63 wcag/h67 wcag/h71';

test('a rule that is new is looked at before it counts: has the skeleton what it reads?', async () => {
  expect((await activeRules()).sort().join(' ')).toBe(rules);
});

const once = Object.entries(html5).flatMap(([parent, { permittedContent = [] }]) =>
  [...JSON.stringify(permittedContent).matchAll(/"([a-z]+)\?"/g)].map(([, tag = '']) => [parent, tag] as const),
);

test.each(once)('in <%s> html-validate allows one <%s>, so they are counted', (parent, tag) => {
  const part = `<div>x</div><${tag}>x</${tag}>`;
  const inParent = (times: number) => skeletonOf(`<${parent}>${part.repeat(times)}<div>x</div><p>x</p></${parent}>`);
  expect(inParent(1) === undefined || inParent(2) !== inParent(1)).toBe(true);
});

test.each([
  ['another text', (text: string) => text.replace('Text with', 'Quite another text, and')],
  ['another link', (text: string) => text.replace('/world/', '/ru/world/2015/')],
  ['another picture', (text: string) => text.replaceAll('a-1.jpg 480w', 'b/c.jpg 320w').replace('960', '800')],
  ['another time', (text: string) => text.replace('2015-11-26T10:00', '1999-01-02T23:59')],
  ['one more of what is there', (text: string) => text.replace('</ul>', '<li><a href="/x/">X</a></li></ul>')],
])('it is the same with %s', (_, change) => {
  expect(change(story)).not.toBe(story);
  expect(skeletonOf(change(story))).toBe(skeletonOf(story));
});

async function verdictOn(text: string): Promise<string[]> {
  return (await validatePages({ out: await siteFolder({ 'a.html': text }), paths: ['a.html'] })).map(
    ({ rule }) => rule,
  );
}

test('the page of these tests is good', async () => {
  expect(await verdictOn(story)).toEqual([]);
  expect(skeletonOf(story)).toMatch(/^[0-9a-f]{32}$/);
});

test.each([
  ['wcag/h37', story.replace(' alt="A harbour"', '')],
  ['close-order', story.replace('<em>story</em> &amp; more</h1>', '<em>story &amp; more</h1></em>')],
  ['close-order', story.replace('</article>', '')],
  ['element-permitted-content', story.replace('<em>story</em>', '<em><div>story</div></em>')],
  ['element-permitted-occurrences', story.replace('</caption>', '</caption><caption>Again</caption>')],
  ['element-permitted-order', story.replace(/(<thead>.*<\/thead>)(<tbody>.*<\/tbody>)/, '$2$1')],
  ['element-required-content', story.replace('<title>Broadsheet</title>', '')],
  ['empty-title', story.replace('<title>Broadsheet', '<title> ')],
  ['empty-heading', story.replace('>More<', '> <')],
  ['no-raw-characters', story.replace('&amp; more', '& more')],
  ['unrecognized-char-ref', story.replace('&amp; more', '&nosuch; more')],
  ['attr-quotes', story.replace('id="b"', "id='b'")],
  ['no-dup-attr', story.replace('id="b"', 'id="b" id="c"')],
  ['no-dup-class', story.replace('class="top"', 'class="top top"')],
  ['valid-id', story.replace('id="b"', 'id="b c"')],
  ['deprecated', story.replace('<em>story</em>', '<center>story</center>')],
  ['element-name', story.replace('<em>story</em>', '<emm>story</emm>')],
  ['no-multiple-main', story.replace('</main>', '</main><main><p>x</p></main>')],
  ['unique-landmark', story.replace('</header>', '<nav aria-label="Sections"><a href="/x/">x</a></nav></header>')],
  ['unique-landmark', story.replace('</footer>', '<nav><a href="/x/">x</a></nav></footer>')],
  ['void-content', story.replace('<dt>A</dt>', '<dt>A<br></br></dt>')],
  ['no-self-closing', story.replace('<em>story</em>', '<em/>')],
  ['text-content', story.replace('</article>', '<button type="button"></button></article>')],
  ['missing-doctype', story.replace('<!doctype html>\n', '')],
  ['no-conditional-comment', story.replace('<dl>', '<!--[if IE]>x<![endif]--><dl>')],
])('it is another, or none, with what breaks %s', async (rule, text) => {
  expect(await verdictOn(text)).toContain(rule);
  const skeleton = skeletonOf(text);
  expect(skeleton === undefined || skeleton !== skeletonOf(story)).toBe(true);
});

test.each(['/wor ld/', '/?a&b', '/?a<b'])('it is another with a link to “%s”, which has what rules read', (address) => {
  expect(skeletonOf(story.replace('/world/', address))).not.toBe(skeletonOf(story));
});

test('a name that comes from an element that says nothing is none', async () => {
  const marked = (id: string) =>
    story.replace('</main>', `<aside aria-label="x"><p>x</p></aside></main><b id="${id}"></b>`);
  expect([await verdictOn(marked('q')), await verdictOn(marked('r'))]).toEqual([[], ['unique-landmark']]);
  expect(skeletonOf(marked('q'))).not.toBe(skeletonOf(marked('r')));
});

test.each(['aria-labelledby', 'aria-describedby'])('a page on which %s names what is not there has none', (name) => {
  const naming = (id: string) => skeletonOf(story.replace('<dl>', `<dl ${name}="${id}">`));
  expect([naming('r b'), naming('t')].includes(undefined)).toBe(false);
  expect(naming('r nowhere')).toBeUndefined();
});

test('it is the same when so many others were read that most is forgotten', () => {
  const before = skeletonOf(story);
  const classes = Array.from({ length: 60_000 }, (_, index) => `<b class="c${index}">x</b>`);
  for (let from = 0; from < classes.length; from += 1000) skeletonOf(page(classes.slice(from, from + 1000).join('')));
  expect(skeletonOf(story)).toBe(before);
});

test('whatever is done to a page, one that has the skeleton of a good one is good', async () => {
  const { out } = await builtSample();
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  const texts = paths.map((path) => readFileSync(join(out, path), 'utf8')).filter(({ length }) => length < 40_000);
  const pages = [story, ...(isLong ? texts : texts.filter((_, index) => index % 20 === 0))];
  const good = new Set(pages.map(skeletonOf));
  const random = new Random(Number(process.env.BROADSHEET_SEED ?? 1));
  const folder = await siteFolder({});
  const alike: string[] = [];
  for (let round = 0; round < (isLong ? 20_000 : 300); round++) {
    const text = random.pick(pages);
    const changed = broken(text, random, pages);
    const skeleton = skeletonOf(changed);
    if (changed === text || skeleton === undefined || !good.has(skeleton)) continue;
    writeFileSync(join(folder, `${alike.length}.html`), changed);
    alike.push(`${alike.length}.html`);
  }
  expect(alike.length).toBeGreaterThan(10);
  expect(await validatePages({ out: folder, paths: alike })).toEqual([]);
});
