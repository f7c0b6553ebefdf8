/** Pages for editors, whichever command makes them. */
import { expect, test } from 'vitest';
import { previewPages } from '../../src/commands/diff-preview/preview-pages.ts';
import { problemsPage } from '../../src/commands/problem-pages.ts';
import { deskPage } from '../../src/desk/desk-page.ts';

test('every page for editors has one head, apart from its title and rules of its own: nothing of other hosts, no script, nothing for search engines', () => {
  const preview = { against: 'main', state: 'the working tree', title: 'Paper', isUnpublished: false };
  const pages = [
    deskPage({ title: 'Calendar', body: { html: '' } }),
    problemsPage({ problems: [], built: 'all' }),
    String(previewPages({ ...preview, groups: [], same: 0, views: new Map() }).get('index.html')),
  ];
  const headOf = (page: string) => page.replace(/<title>.*<\/title>/, '').replace(/<\/style>.*/s, '');
  const [plain = '', ...others] = pages.map(headOf);
  expect(plain).toMatch(/default-src 'none'[\s\S]*--paper: light-dark/);
  expect(plain).toContain('<meta name="robots" content="noindex, nofollow">');
  for (const other of others) expect(other.startsWith(plain)).toBe(true);
});
