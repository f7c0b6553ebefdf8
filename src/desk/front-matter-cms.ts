/**
 * `frontmatter.json`: the settings of Front Matter CMS, an extension of editors that shows front matter as a form
 * (https://frontmatter.codes/docs/settings/overview). Its fields are those of the forms by which Broadsheet reads stories,
 * pages, topics and notices.
 */
import { z } from 'zod';
import { articleForm } from '../content/article-form.ts';
import { nothingKnown } from '../content/known.ts';
import { noticeForm } from '../content/notice.ts';
import { pageForm, topicForm } from '../content/page.ts';
import type { Site } from '../content/site.ts';
import { isNeeded } from '../content/yaml/mend.ts';
import { schemasAt, shapeOf } from '../content/yaml/schema.ts';
import { type Choice, isLong, labelOf, sectionChoices } from './form-fields.ts';

type CmsField = {
  title: string;
  name: string;
  description?: string;
  type: 'string' | 'boolean' | 'draft' | 'choice' | 'list' | 'fields';
  required?: true;
  single?: boolean;
  choices?: readonly (string | Choice)[];
  fields?: CmsField[];
};

/**
 * Files are made by `broadsheet new` and by hand: what the extension makes has keys of its own. A story has the content type
 * `default`, because the extension takes the `type:` of a story for the name of one. A folder that may be missing has a `*`.
 */
export function frontMatterCms(site: Site): Record<string, unknown> {
  const types = [
    {
      name: 'default',
      folder: 'articles',
      title: 'Stories',
      schema: articleForm(site, nothingKnown, '2026-05-14').schema,
    },
    { name: 'page', folder: 'pages*', title: 'Pages', schema: pageForm.schema },
    { name: 'topic', folder: 'topics*', title: 'Topics', schema: topicForm.schema },
    { name: 'notice', folder: 'notices*', title: 'Notices', schema: noticeForm(site).schema },
  ];
  return {
    $schema: 'https://frontmatter.codes/frontmatter.schema.json',
    'frontMatter.framework.id': 'other',
    'frontMatter.taxonomy.frontMatterType': 'YAML',
    'frontMatter.content.supportedFileTypes': ['md'],
    'frontMatter.content.autoUpdateDate': false,
    'frontMatter.content.draftField': { name: 'draft', type: 'boolean' },
    'frontMatter.content.pageFolders': types.map(({ name, folder, title }) => ({
      title,
      path: `[[workspace]]/content/${folder}`,
      contentTypes: [name],
      disableCreation: true,
    })),
    'frontMatter.taxonomy.contentTypes': types.map(({ name, schema }) => ({
      name,
      pageBundle: false,
      fields: fieldsOf(schema, site),
    })),
  };
}

function fieldsOf(schema: z.ZodType, site: Site): CmsField[] {
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
  return Object.entries(shape).flatMap(([name, of]) => fieldOf(name, of, site) ?? []);
}

/** None for a list of things that have fields themselves, which the extension cannot write without a key of its own. */
function fieldOf(name: string, schema: z.ZodType, site: Site): CmsField | undefined {
  const way = wayToWrite(name, schema, site);
  if (!way) return undefined;
  const { description } = schema;
  return {
    title: labelOf(name),
    name,
    ...(description !== undefined && { description }),
    ...way,
    ...(isNeeded(schema) && { required: true }),
  };
}

function wayToWrite(name: string, schema: z.ZodType, site: Site): Omit<CmsField, 'title' | 'name'> | undefined {
  if (name === 'section') return { type: 'choice', choices: sectionChoices(site) };
  const shape = shapeOf(schema);
  if (shape?.is === 'truth') return { type: name === 'draft' ? 'draft' : 'boolean' };
  if (shape?.is === 'word') return { type: 'choice', choices: shape.of };
  if (shape?.is === 'text') return { type: 'string', single: !isLong(schema) };
  if (shape?.is === 'list') return shapeOf(shape.of)?.is === 'text' ? { type: 'list' } : undefined;
  const [inner = schema] = schemasAt(schema, []);
  return shape && { type: 'fields', fields: fieldsOf(inner, site) };
}
