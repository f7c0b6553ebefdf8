/** What is kept in memory of articles is what the rows say. */
import { expect, onTestFinished, test } from 'vitest';
import { type Catalog, openCatalog } from '../../src/catalog/catalog.ts';
import { states } from '../../src/catalog/tables/articles.ts';

function catalogWith(title: string): { catalog: Catalog; id: number } {
  const catalog = openCatalog(undefined);
  onTestFinished(() => catalog.close());
  const id = catalog.files.add('articles/2015/11/26/bridge.md', { mode: 0o100644, blob: 'a' }, null);
  put(catalog, id, title);
  return { catalog, id };
}

function put(catalog: Catalog, id: number, title: string): void {
  catalog.articles.put(id, states.public, JSON.stringify({ title }));
}

const titleOf = ({ catalog, id }: { catalog: Catalog; id: number }) => catalog.writtenArticle(id)?.title;

test('an article is unpacked once for all who ask, and again after it was changed', () => {
  const { catalog, id } = catalogWith('The bridge opens');
  expect(catalog.writtenArticle(id)).toBe(catalog.writtenArticle(id));
  put(catalog, id, 'The bridge closes');
  expect(titleOf({ catalog, id })).toBe('The bridge closes');
  catalog.articles.remove(id);
  expect(titleOf({ catalog, id })).toBeUndefined();
});

test('one that was rolled back is as it was before', () => {
  const { catalog, id } = catalogWith('The bridge opens');
  const failing = () =>
    catalog.transaction(() => {
      put(catalog, id, 'The bridge closes');
      expect(titleOf({ catalog, id })).toBe('The bridge closes');
      throw new Error('refused');
    });
  expect(failing).toThrow('refused');
  catalog.forgetRecords();
  expect(titleOf({ catalog, id })).toBe('The bridge opens');
});
