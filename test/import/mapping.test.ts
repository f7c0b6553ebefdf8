/** What an import writes for editors, it reads again. */
import { expect, test } from 'vitest';
import { parseMapping, writeMapping } from '../../src/import/mapping.ts';

const counts = { sections: new Map(), authors: new Map(), languages: new Map() };

test.each([
  ['with shortcodes that are known', { quote: '<q>{inner}</q>' }, ['include']],
  ['with none but such that nobody knows', {}, ['include']],
  ['without any', {}, []],
])('the file that an import writes can be read: %s', (_, shortcodes, unknown) => {
  const written = {
    ...{ formerly: [], languages: {}, keys: {}, section: 'news', sections: {}, titles: {}, desk: 'desk' },
    ...{ authors: {}, topics: {}, shortcodes, furniture: [] },
  };
  const used = { program: 'Hugo', keys: [], counts, shortcodes: new Map(unknown.map((name) => [name, 2])) };
  const text = writeMapping(written, used);
  expect(parseMapping(text, 'import.yaml')).toEqual({ mapping: { ...written, source: 'Hugo' }, problems: [] });
});
