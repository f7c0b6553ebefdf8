/**
 * The configuration of Sveltia CMS for a newsroom (https://sveltiacms.app/en/docs/config-basics): its collections are the kinds
 * of files that people write, with the fields of their forms. `test/desk/editor-configuration.test.ts` holds it against the schema of Sveltia CMS.
 */
import type { z } from 'zod';
import { articleForm } from '../../content/article-form.ts';
import { authorForm } from '../../content/author.ts';
import { blockNames } from '../../content/blocks/blocks.ts';
import { nothingKnown } from '../../content/known.ts';
import { defaultLanguage, textIn } from '../../content/names.ts';
import { noticeForm } from '../../content/notice.ts';
import { pageForm, topicForm } from '../../content/page.ts';
import { maxPictureBytes } from '../../content/picture.ts';
import type { Site } from '../../content/site.ts';
import { sectionChoices } from '../form-fields.ts';
import { mostCharacters } from '../slug.ts';
import { type EditorField, fieldsOf, type Room, type WrittenTexts } from './fields.ts';

/** Where the files are: https://sveltiacms.app/en/docs/backends, as much of it as is written here. */
export type Backend = {
  name: 'github' | 'gitlab';
  repo: string;
  branch: string;
  [option: string]: unknown;
};

export type EditorSettings = {
  backend: Backend;
  /** The content folder below the top of its repository. */
  folder: string;
  /** An IANA name: that of times as editors write them. */
  zone: string;
  /** Below which a page of the site is shown as it is saved, with a slash at its end; nothing where that is not known. */
  pagesBelow?: string;
  /** How the newsroom writes what may be said once, or once per language: a form has one way alone. */
  written: { authors: WrittenTexts; topics: WrittenTexts };
};

type Collection = { name: string; label: string; [option: string]: unknown };

export function editorConfiguration(
  site: Site,
  { backend, folder, zone, written, pagesBelow = '' }: EditorSettings,
): Record<string, unknown> {
  const { languages } = site;
  const areAuthorsPerLanguage = written.authors === 'per language';
  const room: Room = { languages, sections: sectionChoices(site), zone, authors: written.authors };
  const form = formsIn(room, folder === '' ? '' : `${folder}/`);
  const title = textIn(site.title, defaultLanguage(site), languages);
  return {
    load_config_file: false,
    app_title: title,
    site_url: site.url,
    backend,
    publish_mode: 'editorial_workflow',
    media_folder: `${form.below}public`,
    public_folder: '/',
    media_libraries: {
      all: { slugify_filename: true, max_file_size: maxPictureBytes },
      stock_assets: { providers: [] },
    },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: mostCharacters },
    output: { omit_empty_optional_fields: true },
    editor: { preview: false },
    ...(languages.length > 1 && {
      i18n: {
        structure: 'multiple_files',
        locales: languages,
        default_locale: languages[0],
        initial_locales: 'default',
        omit_default_locale_from_file_path: true,
        omit_default_locale_from_preview_path: true,
      },
    }),
    collections: [
      ...room.sections.map((section) => form.stories(section)),
      // Written in both ways, in files or by hand: a form for one way would hide what is in the other.
      ...(written.authors === 'both' ? [] : [form.people()]),
      ...(written.topics === 'both' ? [] : [form.texts('topics', 'Topics', topicForm.schema, 'name')]),
      form.texts('pages', 'Pages', pageForm.schema, 'title'),
      form.texts('notices', 'Notices', noticeForm(site).schema, 'title'),
      form.front(),
    ],
  };

  function formsIn(room: Room, below: string) {
    const isInFiles = room.languages.length > 1;
    const story = fieldsOf(articleForm(site, nothingKnown, '2026-05-14').schema, { ...room, isInFiles });
    const isInLanguages = isInFiles && { i18n: true };
    const isPerLanguage = (name: string) => name === 'topics' && written.topics === 'per language';
    const ofLanguage = isInFiles ? '{{locale}}/' : '';
    const pageAt = (path: string) => ({ preview_path: `${pagesBelow}${path}` });
    /** What an entry is called, and its file made after. */
    const namedBy = (field: string, isPer: boolean) => {
      const named = isPer ? `${field}.${room.languages[0]}` : field;
      const template = `{{${isPer ? `fields.${named}` : named}}}`;
      return {
        identifier_field: named,
        slug: { template, editable: ['create'], pattern: [slugPattern, slugTold] },
      };
    };
    return {
      below,
      /** By date, as `new` makes them; what belongs to one is in the folder with its name. */
      stories: ({ id, title }: Room['sections'][number]): Collection => ({
        name: `stories-${id}`,
        label: title,
        label_singular: 'Story',
        folder: `${below}articles`,
        filter: { field: 'section', value: id },
        path: storyPath,
        ...pageAt(`${ofLanguage}{{dirname}}/{{filename}}/`),
        aliases_field: false,
        slug: { template: '{{title}}', editable: ['create'], pattern: [slugPattern, slugTold] },
        media_folder: '',
        public_folder: './{{slug}}',
        sortable_fields: { fields: ['date', 'title'], default: { field: 'date', direction: 'descending' } },
        summary: '{{title}}',
        ...isInLanguages,
        fields: inOrder([
          ...story.map((field) => inSection(field, id)),
          { ...body, ...isInLanguages, editor_components: ['image', ...blockNames()] },
        ]),
      }),
      people: (): Collection => ({
        name: 'authors',
        label: 'Authors',
        label_singular: 'Author',
        folder: `${below}authors`,
        extension: 'yaml',
        format: 'yaml',
        ...namedBy('name', areAuthorsPerLanguage),
        ...pageAt('authors/{{slug}}/'),
        aliases_field: false,
        media_folder: '{{slug}}',
        public_folder: '',
        fields: fieldsOf(authorForm.schema, { ...room, isPerLanguage: areAuthorsPerLanguage }),
      }),
      texts: (name: string, label: string, schema: z.ZodType, identifier: string): Collection => ({
        name,
        label,
        label_singular: label.slice(0, -1),
        folder: below + name,
        ...(pages[name] !== undefined && { ...pageAt(`${ofLanguage}${pages[name]}`), aliases_field: false }),
        ...namedBy(identifier, isPerLanguage(name)),
        ...isInLanguages,
        fields: [
          ...fieldsOf(schema, { ...room, isInFiles, isPerLanguage: isPerLanguage(name) }),
          { ...body, ...isInLanguages, editor_components: blockNames() },
        ],
      }),
      /** As text: it may name a story by itself or with an end, and a field has one form alone. */
      front: (): Collection => ({
        name: 'front',
        label: 'Front page',
        files: [
          {
            name: 'front',
            label: 'Front page',
            file: `${below}front.yaml`,
            format: 'raw',
            fields: [{ name: 'body', label: 'front.yaml', hint: frontTold, widget: 'text', required: false }],
          },
        ],
      }),
    };
  }
}

/** By the date that is written, as it stands there. Sveltia CMS fills `{{year}}` with that of the save, in UTC. */
const storyPath = `${['YYYY', 'MM', 'DD'].map((part) => `{{date | date('${part}')}}/`).join('')}{{slug}}`;
/** Of a notice there is none. */
const pages: Readonly<Record<string, string>> = { topics: 'topics/{{slug}}/', pages: '{{slug}}/' };
const slugPattern = '^[a-z0-9]+(-[a-z0-9]+)*$';
const slugTold = 'It has lower-case letters a–z, digits and single hyphens: it is the address.';
const frontTold =
  'lead: is the story that stands first, picks: those beside it, each as in 2015/11/26/slug; sections: is the order of the blocks.';

const body: EditorField = {
  name: 'body',
  label: 'Text',
  widget: 'markdown',
  required: true,
  modes: ['rich_text', 'raw'],
  linked_images: false,
  use_emoji_autocomplete: false,
};

/** What every story has stands above what few have. */
function inOrder(fields: readonly EditorField[]): EditorField[] {
  const above = ['title', 'summary', 'date', 'authors', 'section', 'image', 'body'];
  const isAbove = ({ name }: EditorField) => above.includes(name);
  const first = above.flatMap((each) => fields.find(({ name }) => name === each) ?? []);
  return [...first, ...fields.filter((field) => !isAbove(field))];
}

/** A story that is begun in a section stands there; a date is there from the start. */
function inSection(field: EditorField, id: string): EditorField {
  if (field.name === 'section') return { ...field, default: id };
  return field.name === 'date' ? { ...field, default: '{{now}}' } : field;
}
