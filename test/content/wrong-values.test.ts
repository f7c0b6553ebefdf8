/** Every field of every schema, with a value of every sort that YAML has. */
import { describe, expect, test } from 'vitest';
import { articleForm } from '../../src/content/article-form.ts';
import { authorForm, parseAuthor } from '../../src/content/author.ts';
import { type Example, exampleAt, OneOf, shownExample } from '../../src/content/example.ts';
import { frontForm, parseFront } from '../../src/content/front.ts';
import type { Known } from '../../src/content/known.ts';
import { noticeForm, parseNotice } from '../../src/content/notice.ts';
import { pageForm, parsePage, parseTopic, topicForm } from '../../src/content/page.ts';
import { parseSite } from '../../src/content/site.ts';
import { siteForm } from '../../src/content/site-form.ts';
import { isNeeded } from '../../src/content/yaml/mend.ts';
import { keysAt, schemaAt } from '../../src/content/yaml/schema.ts';
import { yamlLine } from '../../src/content/yaml/write.ts';
import type { Field, Form } from '../../src/content/yaml.ts';
import { isFault, type Problem } from '../../src/problem.ts';
import { applied, expectSentences, parseStory, site } from './written.ts';

const known: Known = {
  authors: () => [{ id: 'desk', names: ['News desk'] }],
  stories: () => [{ id: '2015/11/26/storm', names: ['storm'] }],
  has: () => false,
};
const bytes = (text: string) => new TextEncoder().encode(text);
const markdownFile = (yaml: string) => `---\n${yaml}---\n\nText.\n`;
const matter = (yaml: string) => bytes(markdownFile(yaml));

type FormAndFile = Form<unknown> & {
  read(yaml: string): Problem[];
  /** The whole file. */
  file?: (yaml: string) => string;
};

const undated = { id: 'a', language: undefined } as const;
const forms: Record<string, FormAndFile> = {
  article: {
    ...articleForm(site, known, '2015-11-26'),
    read: (yaml) => parseStory(matter(yaml), site, known).problems,
    file: markdownFile,
  },
  page: {
    ...pageForm,
    read: (yaml) => parsePage(matter(yaml), { kind: 'page', path: 'pages/a.md', ...undated }, site).problems,
    file: markdownFile,
  },
  notice: {
    ...noticeForm(site),
    read: (yaml) => parseNotice(matter(yaml), { kind: 'notice', path: 'notices/a.md', ...undated }, site).problems,
    file: markdownFile,
  },
  topic: {
    ...topicForm,
    read: (yaml) => parseTopic(matter(yaml), { kind: 'topic', path: 'topics/a.md', ...undated }, site).problems,
    file: markdownFile,
  },
  author: {
    ...authorForm,
    read: (yaml) => parseAuthor(bytes(yaml), { kind: 'author', path: 'authors/a.yaml', id: 'a' }, site).problems,
  },
  front: { ...frontForm(site, known), read: (yaml) => parseFront(bytes(yaml), 'front.yaml', site, known).problems },
  site: {
    ...siteForm,
    // That a site which has moved needs another line is no mistake of this one.
    read: (yaml) =>
      parseSite(yaml, 'site.yaml', ['en', 'ru']).problems.filter(
        (each) => isFault(each) && each.code !== 'site/moved-without-ids',
      ),
  },
};

const values = [
  'yes',
  '1.50',
  '~',
  '[]',
  '[~]',
  '[[x], 5]',
  '[a, {b: c}]',
  '{en: 5, xx-yy-zz: Words}',
  'Some words, and more',
  '2015-11-26',
  '!!binary aGk=',
];

function fieldsOf(example: Example, field: Field = []): Field[] {
  if (typeof example !== 'object' || example instanceof OneOf) return [field];
  const inside = Object.entries(example).flatMap(([key, each]) =>
    fieldsOf(each, [...field, Array.isArray(example) ? Number(key) : key]),
  );
  return field.length === 0 ? inside : [field, ...inside];
}

/** What is needed of the example as a document, with something else at a field. */
function documentOf({ example, schema }: FormAndFile, [key, ...more]: Field, value: string): string {
  const lines = Object.entries(shownExample(example()) as object).flatMap(([each, shown]) => {
    if (each === key) return [`${each}: ${lineWith(shown, more, value)}\n`];
    return key === undefined || isNeeded(schemaAt(schema, [each])) ? [`${each}: ${yamlLine(shown)}\n`] : [];
  });
  return lines.join('');
}

function lineWith(shown: unknown, [step, ...more]: Field, value: string): string {
  if (step === undefined) return value;
  if (Array.isArray(shown)) return `[${lineWith(shown[0], more, value)}]`;
  const pairs = Object.entries(shown as object).map(([key, each]) =>
    key === step ? `${key}: ${lineWith(each, more, value)}` : `${key}: ${yamlLine(each, '{}')}`,
  );
  return `{${pairs.join(', ')}}`;
}

const ofValidators = /expected|received|invalid|too_|undefined|NaN|\[object|zod|schema|nonoptional|record|regex/i;

function expectPlainWords(problem: Problem): void {
  expectSentences(problem);
  expect(`${problem.what} ${problem.fix}`).not.toMatch(ofValidators);
}

for (const [name, form] of Object.entries(forms)) {
  const { schema, read, file = (yaml) => yaml } = form;
  const example = form.example();
  describe(`of ${name}`, () => {
    test('the example is good, and shows every field', () => {
      expect(read(documentOf(form, [], ''))).toEqual([]);
      for (const map of [[], ...fieldsOf(example)]) {
        const shown = shownExample(exampleAt(example, map) ?? '');
        const known = keysAt(schema, map);
        if (typeof shown === 'object' && !Array.isArray(shown))
          expect([map, Object.keys(shown ?? {})]).toEqual([map, known]);
      }
    });

    test.each(fieldsOf(example).map((field): [string, Field] => [field.join('.'), field]))(
      'a wrong %s is told in plain words, and its remedy leaves nothing new to mend',
      (_, field) => {
        for (const value of values) {
          const yaml = documentOf(form, field, value);
          const problems = read(yaml);
          problems.forEach(expectPlainWords);
          for (const problem of problems.filter(({ replacement }) => replacement)) {
            const mended = applied(file(yaml), [problem]).replace(/^---\n([\s\S]*)---\n\nText\.\n$/, '$1');
            const left = read(mended).map(({ code }) => code);
            const told = problems.filter((each) => each !== problem).map(({ code }) => code);
            expect([value, problem.fix, left.filter((code) => !told.includes(code))]).toEqual([value, problem.fix, []]);
            expect(left.length).toBeLessThanOrEqual(told.length);
          }
          const line = /^Write it as in “(.*)”(?:, or remove the line)?\.$/.exec(problems[0]?.fix ?? '')?.[1];
          if (!line?.startsWith(`${field[0]}:`) || field.length > 1) continue;
          const written = yaml.replace(new RegExp(`^${field[0]}: .*`, 'm'), () => line);
          expect([value, line, read(written)]).toEqual([value, line, []]);
        }
      },
    );
  });
}
