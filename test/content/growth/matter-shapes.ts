/** Shapes of front matters: what YAML can open, nest, repeat and leave unclosed. */
import { between, halves, nested, numbered, repeated, type Shape } from './shape.ts';

const scalars: Record<string, Shape> = {
  'a long title': between('title: ', 'word '),
  'a long word': between('title: ', 'a'),
  'a long text in double quotes': between('title: "', 'word ', '"'),
  'a text in double quotes never closed': between('title: "', 'word\n'),
  'escapes in double quotes': between('title: "', '\\u0041', '"'),
  'a long text in single quotes': between("title: '", "word '' ", "'"),
  quotes: between('title: ', '"'),
  'single quotes': between('title: ', "'"),
  'a text over many lines': between('title: word\n', '  word\n'),
  'a block of many lines': between('title: |\n', '  word\n'),
  'a folded block of many lines': between('title: >\n', '  word\n\n'),
  'a block of spaces': between('title: |\n', '   \n'),
  'a long key': between('', 'a', ': b'),
  'a long key in quotes': between('"', 'a ', '": b'),
  'a long id': between('authors: [', 'a-', 'a]'),
  'a long bad id': between('authors: [', 'A-', ']'),
  'a long address': between('sources: [{title: a, url: "https://e.example/', 'a', '"}]'),
  'a long old address': between('redirectFrom: [/', 'a/', ']'),
  'a long date': between('date: ', '2015-'),
  'template syntax': between('title: "', '{{ ', '"'),
  spaces: between('title:', ' ', 'a'),
  tabs: between('title:', '\t', 'a'),
};

const lines: Record<string, Shape> = {
  'empty lines': repeated('\n'),
  'lone carriage returns': repeated('a: b\r'),
  comments: repeated('# word\n'),
  'comments after values': numbered((index) => `a${index}: b # word\n`),
  'signs of comments': repeated('#'),
  'one long comment': between('# ', 'word '),
  'lines without a key': repeated('word\n'),
  'lines with two colons': repeated('a: b: c\n'),
  'keys without values': numbered((index) => `a${index}:\n`),
  'many keys': numbered((index) => `key${index}: value\n`),
  'many keys in Cyrillic': numbered((index) => `ключ${index}: слово\n`),
  'one key again and again': repeated('title: a\n'),
  colons: repeated(':'),
  'colons on lines': repeated(':\n'),
  questions: repeated('? '),
  'questions on lines': repeated('? a\n'),
  bars: repeated('|\n'),
  'percent signs': repeated('%'),
  directives: repeated('%YAML 1.2\n'),
  documents: repeated('--- a\n'),
  'ends of documents': repeated('...\n'),
  'bad indentation': numbered((index) => `${' '.repeat(index % 7)}a${index}: b\n`),
  'lines with tabs': repeated('\ta: b\n'),
  'keys beside that of a list': between('sources:\n', 'title: a\nurl: b\n'),
  'keys beside dashes': between('sources:\n', '- title: a\nurl: b\n'),
  'keys beside those above': repeated('image:\nfile: a\nalt: b\n'),
  'words beside a key': between('topics:\n', 'a\n'),
};

const collections: Record<string, Shape> = {
  'many authors': between(
    'authors: [',
    numbered((index) => `a${index}, `),
    'b]',
  ),
  'many authors on lines': between(
    'authors:\n',
    numbered((index) => `  - a${index}\n`),
  ),
  'one author again and again': between('authors: [', 'desk, ', 'desk]'),
  'bad ids': between(
    'topics: [',
    numbered((index) => `A_${index}, `),
    'b]',
  ),
  'empty items': between('topics:\n', '  -\n'),
  'numbers for texts': between('points: [', '1, ', '1]'),
  'many points': between('points:\n', '  - A point that is made.\n'),
  'many sources': between('sources:\n', '  - {title: Agency, url: "https://e.example"}\n'),
  'many bad sources': between('sources:\n', '  - {titel: Agency, url: agency}\n'),
  'many corrections': between('corrections:\n', '  - {date: 2015-11-27, text: It was Tuesday.}\n'),
  'corrections without a time': between('corrections:\n', '  - {date: Tuesday, text: It was.}\n'),
  'many old addresses': between(
    'redirectFrom:\n',
    numbered((index) => `  - /old/${index}/\n`),
  ),
  'bad old addresses': between(
    'redirectFrom:\n',
    numbered((index) => `  - old/${index}/../\n`),
  ),
  'keys that are nearly known': numbered((index) => `titl${index}: a\n`),
  'open brackets': between('a: ', '['),
  'open braces': between('a: ', '{'),
  'open braces with keys': between('a: ', '{a: '),
  'brackets in brackets': between('a: ', nested('[', ']')),
  'closed brackets': between('a: ', ']'),
  commas: between('a: [', ',', ']'),
  'lists on one line': between('a:\n  ', '- ', 'x'),
  'maps in maps': (size) => {
    const depth = Math.ceil(Math.sqrt(size));
    return Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}a:\n`).join('');
  },
  'maps in lists': repeated('- a: b\n  c: d\n'),
  'a list never closed': between('topics: [', 'a, '),
  'a list never closed on lines': between('topics: [\n', 'a,\n'),
  'a map on one line': between(
    'a: {',
    numbered((index) => `k${index}: v, `),
    'z: 0}',
  ),
};

const marks: Record<string, Shape> = {
  anchors: numbered((index) => `a${index}: &m${index} b\n`),
  'anchors and aliases': halves(
    numbered((index) => `a${index}: &m${index} b\n`),
    numbered((index) => `b${index}: *m${index}\n`),
  ),
  'aliases of one value': between('a: &m b\nb: [', '*m, ', '*m]'),
  'aliases of nothing': repeated('a: *m\n'),
  'aliases of aliases': numbered(
    (index) => `a${index}: &m${index} [*m${Math.max(index - 1, 0)}, *m${Math.max(index - 1, 0)}]\n`,
  ),
  ampersands: between('a: ', '&'),
  stars: between('a: ', '*'),
  tags: between('a: [', '!a b, ', 'c]'),
  'signs of tags': between('a: ', '!'),
  merges: numbered((index) => `a${index}: {<<: {b: c}}\n`),
};

export const matterShapes: Record<string, Shape> = { ...scalars, ...lines, ...collections, ...marks };
