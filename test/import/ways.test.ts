/** Readers get to the pages that came along. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { writeFiles } from '../support/project-copy.ts';

const page = (title: string, text = 'A page.', more = '') => `---\ntitle: "${title}"\n${more}---\n${text}\n`;

const files = {
  'hugo.toml':
    'baseURL = "https://old.example/"\ntitle = "The Old Post"\ndefaultContentLanguage = "en"\n[languages.en]\n[[languages.en.menu.main]]\nname = "News & views"\nurl = "/news/"\n[[languages.en.menu.main]]\nname = "Shop"\nurl = "https://shop.example/"\n[languages.ru]\n[[languages.ru.menu.main]]\nname = "О нас"\nurl = "/about/"\n',
  'content/news/ferry.md': page('Ferry', 'To [a page](/linked/).', 'date: 2015-11-26\n'),
  'content/about.md': page('About us', 'See [how](/how/).', 'menu: main\n'),
  'content/about.ru.md': page('О нас'),
  'content/linked.md': page('Linked'),
  'content/how.md': page('How'),
  'content/lonely.md': page('Lonely [one] *here*'),
  'content/hidden.md': page('Hidden', 'Not yet.', 'draft: true\nmenu: main\n'),
  'content/lonely.ru.md': page('Одна'),
};

test('menus are in the footer, and what nothing leads to is listed on a page; what editors remove stays away', async () => {
  const root = temporaryFolder();
  const room = join(root, 'room');
  writeFiles(join(root, 'hugo'), files);
  writeFiles(room, { 'package.json': '{"dependencies": {"broadsheet": "0"}}' });
  const importing = () => runHere(['import', join(root, 'hugo'), '--newsroom', room]);
  const fileIn = (path: string) => readFileSync(join(room, 'content', path), 'utf8');
  const footerIn = () => fileIn('site.yaml').replace(/^[\s\S]*\nfooter:\n/, '');
  const { stdout } = await importing();
  expect(stdout).toContain('2  links of menus, which are in the footer now');
  expect(stdout).toContain('content/pages/contents.md lists them, and the footer leads there');
  const footer = [
    '  - { title: Shop, url: https://shop.example/ }',
    '  - { title: { ru: О нас, en: About us }, url: { ru: /ru/about/, en: /about/ } }',
    '  - { title: { en: Contents, ru: Содержание }, url: { en: /contents/, ru: /ru/contents/ } }',
    '',
  ];
  expect(footerIn()).toBe(footer.join('\n'));
  expect(fileIn('pages/contents.md')).toBe('---\ntitle: Contents\n---\n- [Lonely \\[one\\] here](/lonely/)\n');
  expect(fileIn('pages/contents.ru.md')).toBe('---\ntitle: Содержание\n---\n- [Одна](/ru/lonely/)\n');

  writeFileSync(join(room, 'content/site.yaml'), fileIn('site.yaml').replace(/.*shop\.example.*\n/, ''));
  rmSync(join(room, 'content/pages/contents.ru.md'));
  const again = await importing();
  expect([again.code, again.stdout.includes('in the footer now')]).toEqual([0, false]);
  expect(footerIn()).toBe(
    [footer[1], '  - { title: { en: Contents, ru: Содержание }, url: { en: /contents/ } }', ''].join('\n'),
  );
  expect(existsSync(join(room, 'content/pages/contents.ru.md'))).toBe(false);

  const added = '  - { title: Lonely, url: { en: /lonely/, ru: /ru/lonely/ } }\n';
  writeFileSync(join(room, 'content/site.yaml'), fileIn('site.yaml').replace('footer:\n', `footer:\n${added}`));
  const third = await importing();
  expect([third.code, footerIn()]).toEqual([0, `${added}${footer[1]}\n`]);
  expect(existsSync(join(room, 'content/pages/contents.md'))).toBe(false);
});

test('of a menu that is too long for a footer the same links come over whenever it is imported', async () => {
  const root = temporaryFolder();
  const room = join(root, 'room');
  const links = Array.from(
    { length: 22 },
    (_, n) => `[[menu.main]]\nname = "Site ${n}"\nurl = "https://site-${n}.example/"\nweight = ${n + 1}\n`,
  );
  const config = `baseURL = "https://old.example/"\ntitle = "The Old Post"\n${links.join('')}`;
  writeFiles(join(root, 'hugo'), {
    'hugo.toml': config,
    'content/news/ferry.md': page('Ferry', 'It sails.', 'date: 2015-11-26\n'),
  });
  writeFiles(room, { 'package.json': '{"dependencies": {"broadsheet": "0"}}' });
  const footers = [];
  for (let time = 0; time < 2; time++) {
    await runHere(['import', join(root, 'hugo'), '--newsroom', room]);
    footers.push(readFileSync(join(room, 'content/site.yaml'), 'utf8').match(/site-\d+/g));
  }
  expect(footers[0]).toHaveLength(20);
  expect(footers[1]).toEqual(footers[0]);
});
