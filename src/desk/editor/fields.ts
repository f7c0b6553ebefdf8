/**
 * Fields of Sveltia CMS (https://sveltiacms.app/en/docs/fields), made of the forms by which Broadsheet reads files. What a
 * schema cannot say of a key, as that it names a picture, stands here by the name of the key.
 */
import { z } from 'zod';
import type { Language } from '../../content/names.ts';
import { pictureTypes } from '../../content/picture-names.ts';
import { isNeeded } from '../../content/yaml/mend.ts';
import { schemasAt, shapeOf } from '../../content/yaml/schema.ts';
import { type Choice, isLong, labelOf } from '../form-fields.ts';
import { languageName } from '../language-name.ts';
import { isTranslated } from '../translation.ts';

/** What may be said once, or once per language. */
export type WrittenTexts = 'once' | 'per language' | 'both';

export type EditorField = {
  name: string;
  label: string;
  widget: string;
  required: boolean;
  fields?: EditorField[];
  [option: string]: unknown;
};

/** What of a newsroom forms depend on. */
export type Room = {
  languages: readonly Language[];
  sections: readonly Choice[];
  /** An IANA name: that of times as editors write them. */
  zone: string;
  /** Whether each language has a file of its own. */
  isInFiles?: boolean;
  /** Whether a text that may be given once, or once per language, has a field for each language. */
  isPerLanguage?: boolean;
  /** How the names of authors are written; where it is in both ways, they have no form to choose them from. */
  authors: WrittenTexts;
};

/** Keys, by what is written there. */
export const keysOf = {
  time: ['date', 'updated', 'from', 'until'],
  day: ['left'],
  picture: ['file'],
  author: ['authors', 'translators', 'author'],
  section: ['section', 'sections'],
  /** Decided in any case, but perhaps for nothing: a form would never let that go. */
  mayBeEmpty: ['alt'],
} as const;

const isOneOf = (keys: readonly string[], name: string) => keys.includes(name);

/** `at`: the keys that lead to the form. */
export function fieldsOf(schema: z.ZodType, room: Room, at: readonly string[] = []): EditorField[] {
  const [object] = schemasAt(schema, []).filter((each) => each instanceof z.ZodObject);
  const shape = object ? (object.shape as Record<string, z.ZodType>) : {};
  return Object.entries(shape).map(([name, of]) => fieldOf(of, room, [...at, name]));
}

function fieldOf(schema: z.ZodType, room: Room, at: readonly string[]): EditorField {
  const name = at.at(-1) ?? '';
  return {
    name,
    label: labelOf(name),
    ...(schema.description !== undefined && { hint: schema.description }),
    required: isNeeded(schema) && !isOneOf(keysOf.mayBeEmpty, name),
    ...(room.isInFiles && { i18n: isTranslated(at) || 'duplicate' }),
    ...wayToWrite(schema, room, at),
  };
}

type Way = { widget: string; [option: string]: unknown };

function wayToWrite(schema: z.ZodType, room: Room, at: readonly string[]): Way {
  const name = at.at(-1) ?? '';
  const shape = shapeOf(schema);
  const isList = shape?.is === 'list';
  if (isOneOf(keysOf.author, name) && room.authors !== 'both')
    return { ...toAuthors(room), ...(isList && { multiple: true }) };
  if (isOneOf(keysOf.section, name))
    return {
      widget: 'select',
      ...(isList && { multiple: true }),
      options: room.sections.map(({ id, title }) => ({ label: title, value: id })),
    };
  if (isOneOf(keysOf.time, name)) return { widget: 'datetime', format: 'YYYY-MM-DD HH:mm', input_timezone: room.zone };
  if (isOneOf(keysOf.day, name)) return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  if (isOneOf(keysOf.picture, name)) return picture;
  if (shape?.is === 'truth') return yesOrNo;
  if (shape?.is === 'word') return { widget: 'select', options: [...shape.of] };
  if (shape?.is === 'list') return listOf(shape.of, room, at);
  if (shape?.is === 'text' && shape.isPerLanguage && room.isPerLanguage) return perLanguage(schema, room);
  if (shape?.is === 'map') return { widget: 'object', collapsed: 'auto', fields: fieldsOf(schema, room, at) };
  return { widget: isLong(schema) ? 'text' : 'string' };
}

/** As HTML says it of a field for files. */
export function takenPictures(): string {
  return pictureTypes.map((type) => `.${type}`).join();
}

/** Beside its story, and named alone. */
const picture: Way = {
  widget: 'image',
  accept: takenPictures(),
  media_folder: '',
  public_folder: '',
  choose_url: false,
};

/** Not a box to tick: that would write “no” where nothing was said, which is not always the same. */
const yesOrNo: Way = {
  widget: 'select',
  options: [
    { label: 'Yes', value: true },
    { label: 'No', value: false },
  ],
};

function listOf(of: z.ZodType, room: Room, at: readonly string[]): Way {
  const shape = shapeOf(of);
  if (shape?.is === 'map') return { widget: 'list', collapsed: true, fields: fieldsOf(of, room, at) };
  const widget = isLong(of) ? 'text' : 'string';
  return { widget: 'list', field: { name: 'each', label: labelOf(at.at(-1) ?? ''), widget } };
}

function perLanguage(schema: z.ZodType, { languages }: Room): Way {
  const widget = isLong(schema) ? 'text' : 'string';
  const fields = languages.map((name) => ({ name, label: languageName(name), widget, required: false }));
  return { widget: 'object', fields };
}

function toAuthors({ languages: [first = ''], authors }: Room): Way {
  const shown = authors === 'per language' ? `name.${first}` : 'name';
  return {
    widget: 'relation',
    collection: 'authors',
    value_field: '{{slug}}',
    display_fields: [`{{${shown}}}`],
    search_fields: [shown],
  };
}
