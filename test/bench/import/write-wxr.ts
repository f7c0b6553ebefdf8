/**
 * `node test/bench/import/write-wxr.ts FILE --megabytes 300` makes a WordPress export of about that size: stories of 1 to
 * 16 kB in four scripts, from both editors, with pictures, captions, lists, tables, embeds, comments, drafts and pages. The
 * same size gives the same bytes.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { type WxrItem, wxrEnd, wxrHead, wxrItem } from './wxr.ts';

const { values, positionals } = parseArgs({
  options: { megabytes: { type: 'string', default: '300' } },
  allowPositionals: true,
});
const [file] = positionals;
if (file === undefined) throw new Error('Usage: node test/bench/import/write-wxr.ts FILE --megabytes 300');

const url = 'https://archive.example';
const words = [
  'The ferry left the quay at eight with forty lorries on board while the council met about the price of water'.split(
    ' ',
  ),
  'Паром отошёл от причала в восемь утра с сорока грузовиками на борту пока совет обсуждал цену воды'.split(' '),
  'ბორანი დილის რვა საათზე გავიდა ნავსადგურიდან ორმოცი სატვირთო მანქანით'.split(' '),
  'غادرت العبارة الرصيف في الثامنة صباحا وعلى متنها أربعون شاحنة بينما اجتمع المجلس'.split(' '),
];
const sections = ['World', 'City', 'Economy', 'Culture', 'Sport', 'Opinion'].map(
  (name) => [name.toLowerCase(), name] as const,
);
const authors = new Map(Array.from({ length: 60 }, (_, index) => [`author-${index}`, `Author ${index}`]));

let seed = 1;

/** Of 0 to n - 1: the generator of Park and Miller. */
function any(n: number): number {
  seed = (seed * 48271) % 2147483647;
  return seed % n;
}

function sentence(script: number): string {
  const own = words[script] as string[];
  const said = Array.from({ length: 8 + any(14) }, () => own[any(own.length)]);
  if (any(5) === 0) said[2] = `<a href="${url}/${dayOf(any(4000))}/story-${any(9999)}/">${said[2]}</a>`;
  if (any(6) === 0) said[4] = `<strong>${said[4]}</strong>`;
  if (any(9) === 0) said[5] = `<em>${said[5]}</em>`;
  return `${said.join(' ')}.`;
}

function paragraph(script: number): string {
  return Array.from({ length: 2 + any(5) }, () => sentence(script)).join(' ');
}

/** One part of a text, in the way of the classic editor and in that of blocks. */
function part(script: number): { classic: string; block: string } {
  const both = (html: string, name: string) => ({
    classic: html,
    block: `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->`,
  });
  const picture = `${url}/wp-content/uploads/2015/11/picture-${any(5000)}.jpg`;
  switch (any(14)) {
    case 0:
      return both(`<h2>${sentence(script)}</h2>`, 'heading');
    case 1:
      return both(`<ul>\n<li>${sentence(script)}</li>\n<li>${sentence(script)}</li>\n</ul>`, 'list');
    case 2:
      return both(`<blockquote><p>${paragraph(script)}</p></blockquote>`, 'quote');
    case 3:
      return {
        classic: `[caption id="attachment_1" align="alignnone" width="600"]<img src="${picture}" alt="A picture" width="600" /> ${sentence(script)}[/caption]`,
        block: `<!-- wp:image -->\n<figure class="wp-block-image"><img src="${picture}" alt=""/><figcaption>${sentence(script)}</figcaption></figure>\n<!-- /wp:image -->`,
      };
    case 4:
      return both(`<table><tbody><tr><td>${any(100)}</td><td>${sentence(script)}</td></tr></tbody></table>`, 'table');
    case 5:
      return {
        classic: `https://www.youtube.com/watch?v=abc${any(9999)}`,
        block: `<!-- wp:embed {"url":"https://youtu.be/abc"} -->\n<figure class="wp-block-embed"><div>https://youtu.be/abc${any(9999)}</div></figure>\n<!-- /wp:embed -->`,
      };
    default: {
      const text = paragraph(script);
      return { classic: text, block: `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->` };
    }
  }
}

function dayOf(index: number): string {
  return new Date(Date.UTC(2005, 0, 1 + (index % 4000))).toISOString().slice(0, 10).replaceAll('-', '/');
}

function story(id: number): WxrItem {
  const script = any(10) < 6 ? 0 : any(4);
  const parts = Array.from({ length: 3 + any(22) }, () => part(script));
  const isClassic = any(2) === 0;
  const slug = `story-${id}`;
  return {
    id,
    title: `${sentence(script).replace(/<[^>]+>/g, '')} ${id} &#8217;s`,
    link: `${url}/${dayOf(id)}/${slug}/`,
    slug,
    at: new Date(Date.UTC(2005, 0, 1 + (id % 4000), any(24), any(60))),
    author: `author-${any(authors.size)}`,
    excerpt: any(3) === 0 ? sentence(script).replace(/<[^>]+>/g, '') : '',
    html: parts.map((each) => (isClassic ? each.classic : each.block)).join('\n\n'),
    status: any(50) === 0 ? 'draft' : 'publish',
    type: any(200) === 0 ? 'page' : 'post',
    categories: [sections[any(sections.length)] as (typeof sections)[number]],
    tags: Array.from({ length: any(5) }, () => any(300)).map((tag) => [`tag-${tag}`, `Tag ${tag}`]),
    meta: { _edit_last: '1', ...(any(2) === 0 ? { _thumbnail_id: String(10_000_000 + any(5000)) } : {}) },
    comments: Array.from({ length: any(3) }, () => sentence(script)),
  };
}

function picture(id: number): WxrItem {
  return {
    id: 10_000_000 + id,
    title: `picture-${id}`,
    link: `${url}/picture-${id}/`,
    slug: `picture-${id}`,
    at: new Date(Date.UTC(2015, 10, 1)),
    author: 'author-1',
    excerpt: sentence(0),
    html: '',
    type: 'attachment',
    status: 'inherit',
    attachmentUrl: `${url}/wp-content/uploads/2015/11/picture-${id}.jpg`,
    meta: { _wp_attachment_image_alt: 'A picture' },
  };
}

const stream = createWriteStream(file);
let bytes = 0;

async function write(text: string): Promise<void> {
  bytes += Buffer.byteLength(text);
  if (!stream.write(text)) await once(stream, 'drain');
}

await write(wxrHead({ title: 'The archive', url, authors, categories: sections }));
for (let id = 0; id < 5000; id++) await write(wxrItem(picture(id)));
let stories = 0;
while (bytes < Number(values.megabytes) * 1e6) {
  stories++;
  await write(wxrItem(story(stories)));
}
await write(wxrEnd);
stream.end();
await once(stream, 'finish');
console.log(`${stories} stories, ${(bytes / 1e6).toFixed(0)} MB: ${file}`);
