/** `broadsheet/fields`: what fields of front matter are made of; their Problems have remedies. */

export { id, list, name, passage, title, webAddress } from '../content/fields.ts';
export { defineFields, type OwnDepth, type OwnField } from '../content/own-fields.ts';
