/** What an editor in a browser knows of the `:::` blocks: for each a form, of its attributes and the text inside it. */
import { blockNamed, blockNames } from '../../content/blocks/blocks.ts';
import { labelOf } from '../form-fields.ts';
import { type EditorField, takenPictures } from './fields.ts';

/** Plain data: the page makes of it what reads and writes a block (`page.ts`). */
export type EditorBlock = { name: string; label: string; fields: EditorField[] };

/** The field with the text inside; attributes have Latin lower-case letters alone. */
export const insideField = 'inside_text';

export function editorBlocks(): EditorBlock[] {
  return blockNames().map((name) => {
    const attributes = Object.entries(blockNamed(name)?.attributes ?? {});
    const fields = attributes.map(([key, { is, isNeeded = false }]): EditorField => {
      const widget = is === 'picture' ? 'image' : is === 'file' ? 'file' : 'string';
      const accept = widget === 'image' && { accept: takenPictures() };
      return { name: key, label: labelOf(key), widget, ...accept, required: isNeeded };
    });
    const inside = { name: insideField, label: 'Text', widget: 'text', required: false };
    return { name, label: labelOf(name), fields: [...fields, inside] };
  });
}
