/** What an import writes for editors, it reads again. */
import { expect, test } from 'vitest';
import { guessMapping } from '../../src/import/guess.ts';
import { parseMapping, writeMapping } from '../../src/import/mapping.ts';
import { surveySource } from '../../src/import/survey.ts';

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

test('a language stands under the code whose words it has, unless another has it', async () => {
  const survey = await surveySource({
    site: {},
    async *items() {
      for (const language of ['en-gb', 'zh-cn', 'zh-tw', 'pt-br', 'fr-ca', 'fr', 'xx'])
        yield {
          ...{ kind: 'page' as const, place: { file: `${language}.md` }, urls: [`/${language}/about/`], language },
          ...{ title: { format: 'plain' as const, text: 'About' }, authors: [], sections: [], tags: [], rest: {} },
          ...{ state: 'public' as const, body: { format: 'plain' as const, text: 'x' } },
        };
    },
  });
  const words = ['en', 'fr', 'pt', 'pt-BR', 'zh', 'zh-Hant'];
  expect(guessMapping(survey, { languages: ['en-gb'], words }, undefined, 'Hugo')).toMatchObject({
    language: 'en',
    languages: {
      ...{ 'en-gb': 'en', 'zh-cn': 'zh', 'zh-tw': 'zh-Hant', 'pt-br': 'pt-BR', 'fr-ca': 'fr-CA', fr: 'fr' },
    },
  });
});

test('people have ids that a file may be called by, however long their names are', async () => {
  const name = `Ann ${'of the Harbour and '.repeat(10)}Lee`;
  const survey = await surveySource({
    site: {},
    async *items() {
      for (const each of [name, `${name} Smith`])
        yield {
          ...{ kind: 'story' as const, place: { file: `${each}.md` }, urls: [`/${each.length}/`] },
          ...{ title: { format: 'plain' as const, text: 'About' }, authors: [{ name: each }], sections: [], tags: [] },
          ...{ rest: {}, state: 'public' as const, body: { format: 'plain' as const, text: 'x' } },
        };
    },
  });
  const { authors } = guessMapping(survey, { languages: ['en'], words: ['en'] }, undefined, 'Hugo');
  const ids = Object.values(authors);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^ann-of-the-harbour[a-z\d-]{1,80}[a-z\d]$/);
});
