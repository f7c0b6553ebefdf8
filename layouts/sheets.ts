/** Which files of `styles/` each style sheet is made of; each kind of page carries one. */
const frame = ['masthead', 'footer'];

/** Of the pages that carry notices. */
const carrier = [...frame, 'notices'];

const filesOf = {
  front: [...carrier, 'nameplate', 'lead', 'card', 'picks', 'focus', 'portrait', 'latest', 'section-block'],
  article: [
    ...carrier,
    'article',
    'thread',
    'figure',
    'embed',
    'focus',
    'portrait',
    'quote',
    'note',
    'prose',
    'related',
    'around',
  ],
  listing: [...carrier, 'card', 'focus', 'listing', 'opening', 'columns', 'years'],
  names: [...frame, 'listing', 'names'],
  corrections: [...frame, 'listing', 'ledger', 'fixes', 'days'],
  /** Fronts of what is not a section. */
  stories: [...carrier, 'card', 'focus', 'portrait', 'profile', 'listing', 'opening', 'columns', 'days', 'years'],
  /** One that has an introduction. */
  topic: [
    ...carrier,
    'card',
    'focus',
    'figure',
    'embed',
    'quote',
    'note',
    'prose',
    'listing',
    'opening',
    'columns',
    'days',
    'years',
  ],
  archive: [...frame, 'listing', 'days'],
  day: [...frame, 'card', 'focus', 'listing', 'columns', 'days'],
  page: [...frame, 'article', 'figure', 'embed', 'quote', 'note', 'prose', 'standing'],
  search: [...frame, 'card', 'listing', 'ledger', 'days', 'search'],
  notice: [...frame, 'listing', 'latest'],
  /** Without a masthead. */
  bare: [],
};

export type StyleName = keyof typeof filesOf;

const everywhere = ['tokens', 'base', 'spine'];

/** In the order in which they are written; `own`, which is in no layer, stands after them. */
export function filesOfSheet(name: StyleName): string[] {
  return [...everywhere, ...filesOf[name], 'print'];
}

export function isStyleName(name: string): name is StyleName {
  return Object.hasOwn(filesOf, name);
}

export const styleNames = Object.keys(filesOf) as StyleName[];
