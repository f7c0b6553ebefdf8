/**
 * JSON Schemas of the files that people write, by which editors complete keys and tell mistakes: made of the forms that
 * Broadsheet reads them by. What JSON Schema cannot say is left to the build, so that none refuses what the build takes.
 */
import { z } from 'zod';
import { articleForm } from '../src/content/article-form.ts';
import { authorForm } from '../src/content/author.ts';
import { exampleValue } from '../src/content/example.ts';
import { frontForm } from '../src/content/front.ts';
import { goneForm } from '../src/content/gone.ts';
import { nothingKnown } from '../src/content/known.ts';
import { noticeForm } from '../src/content/notice.ts';
import { pageForm, topicForm } from '../src/content/page.ts';
import { parseSite } from '../src/content/site.ts';
import { siteForm } from '../src/content/site-form.ts';
import type { Form } from '../src/content/yaml.ts';
import { settingsForm } from '../src/publish/settings.ts';

/** A site of which nothing is known. */
const { asRead: anySite } = parseSite('', 'site.yaml', []);

/** By the name of the file in `schemas/`. Those of Markdown are of its front matter. */
export const forms: Readonly<Record<string, Form<unknown>>> = {
  article: articleForm(anySite, nothingKnown, '2026-05-14'),
  author: authorForm,
  front: frontForm(anySite, nothingKnown),
  gone: goneForm,
  notice: noticeForm(anySite),
  page: pageForm,
  publish: settingsForm,
  site: siteForm,
  topic: topicForm,
};

/** The text of the file. */
export function schemaText({ schema, example }: Form<unknown>): string {
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' });
  for (const [key, field] of Object.entries(made.properties ?? {}))
    if (typeof field === 'object') field.examples = [exampleValue(example(), [key])];
  return `${JSON.stringify(made, null, 2)}\n`;
}
