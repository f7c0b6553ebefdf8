/** Menus, in whichever way they are written. */
import { expect, test } from 'vitest';
import { eleventy } from '../../../src/import/readers/eleventy.ts';
import type { Program } from '../../../src/import/readers/folder-reader.ts';
import { ghost } from '../../../src/import/readers/ghost.ts';
import { hugo } from '../../../src/import/readers/hugo.ts';
import { jekyll } from '../../../src/import/readers/jekyll.ts';
import { wordpress } from '../../../src/import/readers/wordpress.ts';
import { zola } from '../../../src/import/readers/zola.ts';
import type { SourceItem } from '../../../src/import/source-story.ts';
import { wxrEnd, wxrHead } from '../../bench/import/wxr.ts';
import { folderOf, readAll, readFolder } from './read.ts';

const menuOf = (items: readonly SourceItem[]) =>
  items.flatMap((each) =>
    each.kind === 'menu-link' ? [[each.title, each.url, ...(each.language ? [each.language] : [])]] : [],
  );

async function menuIn(program: Program, files: Record<string, string>) {
  const { items } = await readFolder(program, folderOf(files));
  return menuOf(items);
}

test('Hugo: in its settings, in files of languages and in texts, by their weights', async () => {
  const files = {
    'config/_default/hugo.toml':
      'baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\n[[menus.main]]\nname = "Shop"\nurl = "https://shop.example/"\nweight = 30\n',
    'config/_default/languages.toml':
      '[en]\n[ru]\n[[ru.menu.main]]\nname = "Связь"\npageRef = "/contact"\nweight = 5\n',
    'config/_default/menus.ru.toml': '[[main]]\nname = "О нас"\nurl = "/about/"\n',
    'content/about.md': '---\ntitle: About us\nmenu: main\n---\nx',
    'content/contact.md': '---\ntitle: Contact\nmenu:\n  footer:\n    weight: 10\n    name: Write to us\n---\nx',
  };
  expect(await menuIn(hugo, files)).toEqual([
    ['Write to us', '/contact/', 'en'],
    ['Shop', 'https://shop.example/', 'en'],
    ['О нас', '/about/', 'ru'],
    ['About us', '/about/', 'en'],
  ]);
});

test('Jekyll, Eleventy and Zola: in data, in settings and in texts', async () => {
  const post = { '_posts/2015-11-26-ferry.md': '---\ntitle: Ferry\n---\nx' };
  expect(
    await menuIn(jekyll, {
      ...post,
      '_config.yml': 'url: https://old.example\nnav_links:\n  - {label: Shop, link: /shop/}\n',
      '_data/navigation.yml':
        'main:\n  - title: About\n    url: /about/\n    children:\n      - {title: Team, url: /team/}\n',
      '_data/footer.yml': '- {text: Contact, href: /contact/}\n',
      '_data/menu.csv': 'title,url\n',
    }),
  ).toEqual([
    ['Shop', '/shop/'],
    ['Contact', '/contact/'],
    ['About', '/about/'],
    ['Team', '/team/'],
  ]);
  expect(
    await menuIn(eleventy, {
      '.eleventy.js': '',
      'about.md': '---\ntitle: About us\neleventyNavigation:\n  key: About\n  order: 2\n---\nx',
      'team.md': '---\ntitle: Team\neleventyNavigation:\n  key: team\n  title: Who we are\n  order: 1\n---\nx',
    }),
  ).toEqual([
    ['Who we are', '/team/'],
    ['About', '/about/'],
  ]);
  expect(
    await menuIn(zola, {
      'config.toml':
        'base_url = "https://old.example"\n[extra]\nmenu_links = [{name = "About", url = "/about"}]\nsocial = [{name = "X", url = "/x"}]\n',
      'content/about.md': '+++\ntitle = "About"\n+++\nx',
    }),
  ).toEqual([['About', '/about']]);
});

test('Ghost and WordPress: to pages by their numbers, and to addresses', async () => {
  const navigation = (links: unknown) => JSON.stringify(links);
  const settings = [
    { key: 'navigation', value: navigation([{ label: 'About', url: '/about/' }]) },
    { key: 'secondary_navigation', value: navigation([{ label: 'Sign up', url: 'https://mail.example/' }]) },
  ];
  const { items } = await readAll(
    ghost,
    JSON.stringify({ db: [{ meta: { exported_on: 1 }, data: { posts: [], settings } }] }),
  );
  expect(menuOf(items)).toEqual([
    ['About', '/about/'],
    ['Sign up', 'https://mail.example/'],
  ]);
  const item = (title: string, meta: Record<string, string>) =>
    `<item><title>${title}</title><wp:post_type>nav_menu_item</wp:post_type><wp:status>publish</wp:status>${Object.entries(
      meta,
    )
      .map(
        ([key, value]) =>
          `<wp:postmeta><wp:meta_key>_menu_item_${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`,
      )
      .join('')}</item>`;
  const head = wxrHead({ title: 'x', url: 'https://old.example', authors: new Map(), categories: [] });
  const { items: ofWordpress } = await readAll(
    wordpress,
    head +
      item('', { type: 'post_type', object: 'page', object_id: '7' }) +
      item('Shop', { type: 'custom', url: 'https://shop.example/' }) +
      item('World', { type: 'taxonomy', object: 'category', object_id: '3' }) +
      wxrEnd,
  );
  expect(menuOf(ofWordpress)).toEqual([
    [undefined, '/?page_id=7'],
    ['Shop', 'https://shop.example/'],
  ]);
});
