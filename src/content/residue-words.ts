/** What is said of each kind of residue, in a plain field and in a body, where a sign can be escaped. */
export type ResidueKind =
  | 'attributes'
  | 'callout'
  | 'embed'
  | 'emphasis'
  | 'entity'
  | 'escape'
  | 'footnote'
  | 'heading'
  | 'html'
  | 'link'
  | 'mark'
  | 'raised'
  | 'reference'
  | 'shortcode'
  | 'space-in-address'
  | 'space-in-picture'
  | 'table'
  | 'task'
  | 'template'
  | 'wiki-link';

const plain = 'Write the words alone: this text is shown as it is typed.';
const asTyped = (sign: string) => `to show the sign itself, write \\${sign}.`;
const brackets = 'to show the brackets themselves, write \\[ and \\].';

/** `is` ends the sentence that begins with what was found. */
export const residueWords: Record<ResidueKind, { is: string; field: string; body: string }> = {
  attributes: {
    is: 'would be shown to readers, because attributes do not work here.',
    field: plain,
    body: `Remove it (a link finds a heading by its words); ${asTyped('{')}`,
  },
  callout: {
    is: 'is how other programs begin a note, and would be shown to readers.',
    field: plain,
    body: `Write ::: note {title="…"} before the text and ::: after it; ${asTyped('[')}`,
  },
  embed: {
    is: 'shows something of another site, and such code does not work here.',
    field: plain,
    body: 'Write in its place, for a video, ::: video {url="…" title="What it shows"} with the address of the video, and below it a line with only :::. For a chart, a post or a sound there are ::: chart, ::: post and ::: audio. To show the code itself, put it between backticks.',
  },
  emphasis: {
    is: 'would be shown with its signs.',
    field: plain,
    body: 'Put the same signs directly before and after the words, with punctuation and spaces outside; to show a sign itself, write \\ before it.',
  },
  entity: {
    is: 'would be shown as it stands.',
    field: 'Write the character itself.',
    body: `Write the character itself; ${asTyped('&')}`,
  },
  escape: {
    is: 'would be shown with its backslash.',
    field: 'Remove the backslash: this text is shown as it is typed.',
    body: 'Remove the backslash, or write \\\\ for it.',
  },
  footnote: {
    is: 'refers to a footnote that does not exist.',
    field: plain,
    body: `Add a line such as [^1]: with its text; ${brackets}`,
  },
  heading: {
    is: 'does not make a heading, and would be shown to readers.',
    field: plain,
    body: 'Write ## and a space before the words, in a paragraph of their own; to begin a line with a #, write \\#.',
  },
  html: {
    is: 'looks like HTML, which does not work here.',
    field: 'Write the words without tags, and a title in “…” or «…»; put a space after < where it means less than.',
    body: 'Use Markdown; the only HTML allowed is <br>, <sup>…</sup>, <sub>…</sub> and whole comments, without attributes. To show the tag itself, put it between backticks, or write \\< for <.',
  },
  link: {
    is: 'is neither a link nor a picture, and would be shown as typed.',
    field: 'Write the words alone: this text cannot hold a link.',
    body: `Write [words](address) or ![what it shows](address "Caption"), without a space before ( and without more than two " inside; ${brackets}`,
  },
  mark: {
    is: 'would be shown with its signs.',
    field: plain,
    body: 'Remove the signs, or write ** before and after the words; to show a sign itself, write \\ before it.',
  },
  raised: {
    is: 'would be shown with its signs.',
    field: 'Write the character itself, as in H₂O or m².',
    body: 'Write <sub>…</sub> for subscript, <sup>…</sup> for superscript; to show a sign itself, write \\ before it.',
  },
  reference: {
    is: 'refers to an address that is not given anywhere.',
    field: 'Write the words alone: this text cannot hold a link.',
    body: `Add a line such as [name]: https://…, or write the address in round brackets; ${brackets}`,
  },
  shortcode: {
    is: 'is code of another program, and would be shown as it stands.',
    field: plain,
    body: 'Remove it, or write what it stood for in Markdown; to show it, put it between backticks.',
  },
  'space-in-address': {
    is: 'has a space in its address, so it is no link.',
    field: 'Write the words alone: this text cannot hold a link.',
    body: `For a link to a heading, write its words in lower case with - for each space; else write < and > around the address, or give the file a name without spaces and write that name; ${brackets}`,
  },
  'space-in-picture': {
    is: 'has a space in its address, so it is no picture.',
    field: 'Write the words alone: this text cannot hold a picture.',
    body: `Put a caption between straight quotation marks, as in "Caption"; else write < and > around the address, or give the file a name without spaces and write that name; ${brackets}`,
  },
  table: {
    is: 'does not make a table, and would be shown as typed.',
    field: plain,
    body: `Write a line such as |---|---| below the head, with one part for each of its columns, and leave an empty line above the table; ${asTyped('|')}`,
  },
  task: {
    is: 'is a box of a task list, which stories do not have.',
    field: plain,
    body: `Remove it, or write ☐ or ☑; ${asTyped('[')}`,
  },
  template: {
    is: 'is template code, which is not run and would be shown as it stands.',
    field: plain,
    body: 'Write the words themselves; to show such code, put it between backticks.',
  },
  'wiki-link': {
    is: 'is a link only in a wiki, and would be shown as it stands.',
    field: 'Write the words alone: this text cannot hold a link.',
    body: `Write [words](/2015/11/26/story/); ${brackets}`,
  },
};
