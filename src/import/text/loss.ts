/** What of a source does not come along, or comes otherwise: a line of the report each, told with an example. */

export const lossKinds = {
  form: 'forms, buttons and fields, dropped',
  furniture: 'newsletter sign-ups, appeals, share bars and lists of other stories, dropped',
  around: 'what stands around the text of a page, heads, feet, menus and lists, dropped',
  headline: 'headings that are the title of the story now',
  hidden: 'texts that readers were not shown, dropped',
  shortcode: 'shortcodes that nothing is known of, dropped; their titles and what stood between them are kept',
  template: 'template code, dropped',
  'template-text': 'what looks like template code within a sentence, kept as text',
  component: 'components, of which the title and what stands inside are kept',
  embed: 'embeds that became links',
  'embed-words': 'words of embeds that the block says in another way',
  link: 'links to what did not come along: their words are kept',
  'link-place': 'links to a part of another story, which now lead to its beginning',
  picture: 'pictures that did not come along, kept as links',
  'picture-link': 'links around pictures without a description, dropped',
  'note-mark': 'numbers and arrows of footnotes, set anew',
  'note-heading': 'headings above footnotes, dropped',
  emphasis: 'emphasis inside words, dropped',
  table: 'tables that only laid out a page, or had tables in them, written as text',
  'line-number': 'numbers beside lines of code, dropped',
  comment: 'comments and directives of editors, dropped',
  contents: 'tables of contents, dropped',
  deletion: 'deletions that were tracked, carried out',
  insertion: 'insertions and suggestions that were tracked, taken into the text',
  'text-box': 'text boxes, whose text stands below the paragraph that they were at',
  running: 'headers and footers, dropped',
  publication: 'lines at the end that name the publication or its channel, dropped',
  drawing: 'drawings, charts and shapes, dropped',
  object: 'files and other documents inside, dropped',
  formula: 'formulas, written as text',
  field: 'fields, of which the last value is kept as text',
  sign: 'signs of fonts of their own, or above a line, dropped',
  numbering: 'automatic numbers and letters, dropped or set as 1, 2, 3',
  cells: 'tables with cells that were merged, which stand each by itself now',
  crop: 'pictures that were cut, and are whole beside the story',
  'alt-made': 'alternative texts of pictures that a program made up, for the desk',
  look: 'colours, underlines and capitals, dropped; their words are kept',
  break: 'breaks of pages, columns and sections, dropped',
  unknown: 'parts of which nothing is known; their words are kept',
} as const;

export type LossKind = keyof typeof lossKinds;

/** `text`: the words that readers no longer see, as they stood; `` where nothing seen is lost. `detail`: what it was, for people. */
export type Loss = { kind: LossKind; text: string; detail: string };
