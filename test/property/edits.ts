/**
 * Random edits of a newsroom, as an author, an editor, git and the clock make them. An edit is a name
 * and three numbers; what they pick depends on what is there, so that a list of edits stays meaningful
 * when fast-check takes some of them away.
 */
import fc from 'fast-check';
import { articleText, instant } from '../support/newsroom.ts';
import { goneYaml } from './gone-yaml.ts';
import { hours, laterDate } from './later-date.ts';
import { changeLayouts, firstLayouts, type MadeUpLayouts } from './made-up-layouts.ts';
import { changePortrait, picture } from './portraits.ts';
import { site } from './site-yaml.ts';
import {
  at,
  authors,
  days,
  districts,
  documentNames,
  focuses,
  formers,
  licenses,
  pictureNames,
  publicNames,
  redirects,
  serials,
  slots,
  slugs,
  some,
  threads,
  times,
  topics,
} from './vocabulary.ts';

export type Edit = { edit: EditName; pick: number; value: number; other: number };

type Fields = Record<string, unknown> & { date: string };
type Draft = { fields: Fields; body: string };

/** The newsroom as the test knows it: articles by path, all other files as text. */
export type Model = {
  articles: Map<string, Draft>;
  files: Map<string, string>;
  now: number;
  engine: string;
  layouts: MadeUpLayouts;
  serial: number;
};

/** What is said of a picture: until when it may be shown, what is to stay in it. */
function terms(model: Model, path: string, { value, other }: Edit): object {
  return {
    ...(value % 3 === 0 ? {} : { expires: laterDate(model, path, other, ' 23:59') }),
    ...(value % 4 === 0 ? {} : { focus: at(focuses, other) }),
    ...(value % 5 === 0 ? { wide: other % 2 === 0 } : {}),
  };
}

export function firstModel(): Model {
  const files = new Map([
    ['site.yaml', site(1)],
    ...authors.map((id): [string, string] => [`authors/${id}.yaml`, `name: Name of ${id}\n`]),
  ]);
  const now = instant('2015-11-26T12:00+03:00');
  return { articles: new Map(), files, now, engine: 'first', layouts: firstLayouts(), serial: 0 };
}

/** All files of the content folder. */
export function filesOf(model: Model): Map<string, string> {
  const articles = [...model.articles].map(([path, { fields, body }]): [string, string] => [
    path,
    articleText(fields, body),
  ]);
  return new Map([...model.files, ...articles]);
}

type Editor = (model: Model, edit: Edit) => void;

function change(change: (draft: Draft, edit: Edit, model: Model, path: string) => void): Editor {
  return (model, edit) => {
    const path = at([...model.articles.keys()].sort(), edit.pick);
    const draft = path === undefined ? undefined : model.articles.get(path);
    if (!draft) return;
    const copy = structuredClone(draft);
    change(copy, edit, model, path);
    model.articles.set(path, copy);
  };
}

function newArticle(model: Model, { pick, value, other }: Edit): [string, Draft] {
  const day = at(days, pick);
  const language = value % 4 === 3 ? '.ru' : '';
  model.serial += 1;
  const path = `articles/${day}/${at(slugs, other)}${language}.md`;
  const date = laterDate(model, path, other);
  const fates: Omit<Fields, 'date'>[] = [
    {},
    { corrections: [{ date, text: `Correction ${model.serial}` }] },
    { updated: laterDate(model, path, other, ' 23:59') },
    { withdrawn: { date, reason: `Reason ${model.serial}` } },
  ];
  const fields = {
    title: `Title ${model.serial}`,
    date: `${day.replaceAll('/', '-')} ${at(times, value)}`.trim(),
    authors: some(authors, 1 + (other % 7)),
    section: at(['world', 'culture'], other),
    topics: some(topics, value % 8),
    thread: at(threads, Math.max(0, (pick % 7) - 3)),
    series: at(serials, Math.max(0, (other % 7) - 3)),
    district: at(districts, Math.max(0, (value % 7) - 3)),
    ...at(fates, value >> 2),
  };
  return [path, { fields, body: `Body ${model.serial}.` }];
}

function textFile(model: Model, path: string, text: string | undefined): void {
  if (text === undefined) model.files.delete(path);
  else model.files.set(path, text);
}

const editors = {
  'add an article': (model, edit) => {
    const [path, draft] = newArticle(model, edit);
    model.articles.set(path, draft);
  },
  'translate or untranslate': (model, { pick, value }) => {
    const path = at([...model.articles.keys()].sort(), pick);
    const draft = path && model.articles.get(path);
    if (!path || !draft) return;
    const other = path.endsWith('.ru.md') ? path.replace('.ru.md', '.md') : path.replace('.md', '.ru.md');
    if (value % 3 === 0) model.articles.delete(other);
    else
      model.articles.set(other, {
        ...structuredClone(draft),
        fields: { ...draft.fields, title: `Translated ${++model.serial}`, redirectFrom: undefined },
      });
  },
  'delete an article': (model, { pick, value }) => {
    const path = at([...model.articles.keys()].sort(), pick);
    if (path && (model.articles.size > 12 || value % 3 === 0)) model.articles.delete(path);
  },
  'rename an article': (model, { pick, value }) => {
    const path = at([...model.articles.keys()].sort(), pick);
    const draft = path && model.articles.get(path);
    if (!path || !draft) return;
    model.articles.delete(path);
    model.articles.set(path.replace(/\/[a-z]+((\.ru)?\.md)$/, `/${at(slugs, value)}$1`), draft);
  },
  'swap two articles of a day': (model, { pick }) => {
    const paths = [...model.articles.keys()].sort();
    const [one, two] = [at(paths, pick), at(paths, pick + 1)];
    const [first, second] = [one && model.articles.get(one), two && model.articles.get(two)];
    if (!first || !second || one?.slice(0, 20) !== two?.slice(0, 20) || one.includes('.ru') !== two.includes('.ru'))
      return;
    model.articles.set(one, second).set(two, first);
  },
  'edit a body': change((draft, _edit, model) => (draft.body = `Body ${++model.serial}.`)),
  'edit a title': change((draft, _edit, model) => (draft.fields.title = `Title ${++model.serial}`)),
  'edit a summary': change((draft, _edit, model) => (draft.fields.summary = `Summary ${++model.serial}.`)),
  'move to a section': change((draft, { value }) => (draft.fields.section = at(['world', 'culture', 'sport'], value))),
  'change the type': change((draft, { value }) => (draft.fields.type = at(['news', 'opinion', 'analysis'], value))),
  'change topics or the thread': change((draft, { value, other }) => {
    if (other % 2 === 0) draft.fields.topics = some(topics, value % 8);
    else draft.fields.thread = at(threads, value);
  }),
  'move to another district': change((draft, { value }) => (draft.fields.district = at(districts, value))),
  'name or rename a series': change((draft, { value }) => (draft.fields.series = at(serials, value))),
  'title for lists, search engines and shares': change((draft, { value, other }, model) => {
    const text = `Titled ${++model.serial}`;
    const title = { short: text, search: text, card: text };
    const one = { [at(['short', 'search', 'card'], other)]: text };
    draft.fields.titles = value % 3 === 0 ? undefined : value % 3 === 1 ? title : one;
  }),
  'write a kicker': change((draft, { value }) => (draft.fields.kicker = at([undefined, 'Analysis', 'Harbour'], value))),
  'hide from search engines': change((draft, { value, other }) => {
    draft.fields.noindex = value % 3 === 0;
    draft.fields.canonical = other % 3 === 0 ? 'https://partner.example/original/' : undefined;
  }),
  'take a sponsor or leave one': change((draft, { value, other }) => {
    const url = at(
      [undefined, 'https://lines.example/', `https://courier.example/topics/${at(topics, other)}/`],
      other,
    );
    draft.fields.sponsor = value % 3 === 0 ? undefined : { name: at(['Harbour Lines', 'A bank'], value), url };
    if (value % 2 === 0) draft.fields.sources = [{ title: 'The timetable', url: 'https://lines.example/times' }];
  }),
  'write a licence': change((draft, { value }) => (draft.fields.license = at([undefined, ...licenses, 'none'], value))),
  'warn of what is in it': change(
    (draft, { value }) => (draft.fields.warning = at([undefined, 'There is blood in it', 'It tells of a war'], value)),
  ),
  'credit translators and contributors': change((draft, { value, other }) => {
    draft.fields.translators = some(authors, value % 8);
    const role = at(['photography', 'Maps'], other);
    draft.fields.contributors = some(authors, other % 8).map((author) => ({ author, role }));
  }),
  'change authors': change((draft, { value }) => (draft.fields.authors = some(authors, 1 + (value % 7)))),
  'change the time of day': change(
    (draft, { value }) => (draft.fields.date = `${draft.fields.date.slice(0, 10)} ${at(times, value)}`.trim()),
  ),
  'make or end a draft': change((draft, { value }) => (draft.fields.draft = value % 4 === 0)),
  'withdraw or bring back': change((draft, { value, other }, model, path) => {
    const date = laterDate(model, path, other);
    draft.fields.withdrawn =
      value % 3 === 0
        ? { date, reason: `Reason ${value % 4}`, allLanguages: other % 4 === 0 ? false : undefined }
        : undefined;
  }),
  update: change(
    (draft, { value, other }, model, path) =>
      (draft.fields.updated = value % 4 === 0 ? undefined : laterDate(model, path, other, ' 23:59')),
  ),
  correct: change((draft, { value, other }, model, path) => {
    const before = value % 3 === 0 ? [] : ((draft.fields.corrections as object[] | undefined) ?? []);
    const made = { date: laterDate(model, path, other), text: `Correction ${++model.serial}` };
    draft.fields.corrections = value % 5 === 0 ? before.slice(1) : [...before, made].slice(-4);
  }),
  redirect: change((draft, { value }) => (draft.fields.redirectFrom = value % 3 === 0 ? [] : [at(redirects, value)])),
  'link to another story': change((draft, { value }, model) => {
    const target = at([...model.articles.keys()].sort(), value);
    const [, story, russian] = /^articles\/(.*?)(\.ru)?\.md$/.exec(target ?? '') ?? [];
    const address = `${russian ? '/ru' : ''}/${story}/`;
    const root = at(['', 'https://courier.example', '//courier.example'], value >> 2);
    draft.fields.sources = value % 4 === 0 ? [{ title: 'Said before', url: `http://courier.example${address}` }] : [];
    const day = `${russian ? '/ru' : ''}/${story?.slice(0, 10)}/part-2/`;
    draft.body = `Read [this](${root}${address}) of [then](${day}), [that](/topics/${at(topics, value)}/) of [a year](/2014/). ${++model.serial}`;
  }),
  unlink: change((draft, _edit, model) => (draft.body = `Plain ${++model.serial}.`)),
  'put a picture': change((draft, edit, model, path) => {
    const { value } = edit;
    const folder = path.replace(/(\.ru)?\.md$/, '');
    const [file, inHead, inText] = at(pictureNames, value >> 2);
    model.files.set(`${folder}/${file}`, picture(value >> 1));
    draft.fields.image = { file: inHead, alt: 'A picture', ...terms(model, path, edit) };
    draft.fields.pictures = undefined;
    if (value % 2 === 0)
      draft.body = `Look:\n\n![Seen](${folder.slice(folder.lastIndexOf('/') + 1)}/${inText} "Caption | Credit")`;
  }),
  'say until when a picture may be shown': change((draft, edit, model, path) => {
    const { image } = draft.fields as { image?: { file: string } };
    const [, inText] = /!\[Seen\]\((.*?) "/.exec(draft.body) ?? [];
    const said = { file: decodeURIComponent(inText ?? image?.file ?? ''), ...terms(model, path, edit) };
    if (image && edit.pick % 3 !== 0)
      draft.fields.image = { file: image.file, alt: 'A picture', ...terms(model, path, edit) };
    else draft.fields.pictures = said.file === '' || edit.value % 5 === 0 ? undefined : [said];
  }),
  'take pictures away': change((draft, _edit, model) => {
    draft.fields.image = undefined;
    draft.fields.pictures = undefined;
    draft.body = `No picture ${++model.serial}.`;
  }),
  'replace a picture': (model, { pick, value }) => {
    const path = at([...model.files.keys()].filter((each) => /\.jpe?g$/i.test(each)).sort(), pick);
    if (path) textFile(model, path, value % 4 === 0 ? undefined : picture(value));
  },
  'link to a document': change((draft, { value, other }, model, path) => {
    const folder = path.replace(/(\.ru)?\.md$/, '');
    const slug = folder.slice(folder.lastIndexOf('/') + 1);
    const [file, written] = at(documentNames, value);
    model.files.set(`${folder}/${file}`, 'a,b\n'.repeat(other % 4));
    const ways = [
      `See [the table](${slug}/${written}).`,
      `See [the table](${folder.slice('articles'.length)}/${encodeURI(file)}).`,
      `::: document {file="${decodeURI(`${slug}/${written}`)}" title="The table"}\n:::`,
    ];
    draft.body = `${at(ways, other)}\n\nText ${++model.serial}.`;
  }),
  'link to the document of another story': change((draft, { value }, model) => {
    const target = at([...model.files.keys()].filter((each) => each.endsWith('.csv')).sort(), value);
    if (target) draft.body = `See [their table](${encodeURI(target.slice('articles'.length))}). ${++model.serial}`;
  }),
  'replace a document': (model, { pick, value }) => {
    const path = at([...model.files.keys()].filter((each) => each.endsWith('.csv')).sort(), pick);
    if (path) textFile(model, path, value % 5 === 0 ? undefined : 'c,d\n'.repeat(value % 3));
  },
  'edit a public file': (model, { pick, value }) =>
    textFile(
      model,
      `../public/${at(publicNames, pick % 3 === 0 ? pick : 0)}`,
      value % 3 === 0 ? undefined : `File ${value % 4}\n`,
    ),
  'link to a public file': change((draft, { value }, model) => {
    const there = publicNames.filter((name) => model.files.has(`../public/${name}`));
    const name = there.length > 0 ? at(there, value) : undefined;
    if (name) draft.body = `See [it](/${encodeURI(name).replace(/index\.html$/, '')}). ${++model.serial}`;
  }),
  'edit an author': (model, { pick, value }) =>
    textFile(
      model,
      `authors/${at(authors, pick)}.yaml`,
      value % 6 === 0 ? undefined : `name: Name ${value % 4}\n${value % 2 ? `bio: Bio ${value % 5}\n` : ''}`,
    ),
  'change a portrait': changePortrait,
  'edit a topic': (model, { pick, value }) =>
    textFile(
      model,
      `topics/${at(topics, pick)}${value % 4 === 3 ? '.ru' : ''}.md`,
      value % 5 === 0
        ? undefined
        : `---\nname: Topic ${value % 3}\n---\n${value % 2 ? `Introduction ${value % 7}, see [about](/about/).` : ''}\n`,
    ),
  'rename what is not dated': (model, { pick, value, other }) => {
    const files = [...model.files.keys()].filter((path) => /^(topics|authors|pages)\//.test(path)).sort();
    const path = at(files, pick);
    const text = (path && model.files.get(path)) ?? '';
    const without = text.replace(/^(redirectFrom|left): .*\n/gm, '');
    const line = `redirectFrom: [${some(formers, (value % 7) << (other % 6)).join(', ')}]\n`;
    const left = path?.startsWith('authors/') && other % 3 === 0 ? 'left: 2015-11-25\n' : '';
    if (path) model.files.set(path, without.replace(/^(name|title): /m, `${value % 3 === 0 ? '' : line}${left}$1: `));
  },
  'end addresses on purpose': (model, edit) =>
    textFile(model, 'gone.yaml', edit.pick % 7 === 0 ? undefined : goneYaml([...model.articles.keys()].sort(), edit)),
  'link to what ended': change((draft, { value }, model) => {
    const rows = (model.files.get('gone.yaml') ?? '').split('\n').flatMap((row) => row.split('"')[3] ?? []);
    if (rows.length > 0) draft.body = `Read [it](${encodeURI(at(rows, value))}). ${++model.serial}`;
  }),
  'edit a page': (model, { pick, value, other }) => {
    const path = `pages/${at(['about', 'contact'], pick)}${value % 4 === 3 ? '.ru' : ''}.md`;
    const text = `---\ntitle: Page ${value % 3}\nnoindex: ${other % 3 === 1}\n---\nText ${value % 7}.\n`;
    textFile(model, path, value % 5 === 0 ? undefined : text);
  },
  'put a notice': (model, { pick, value, other }) => {
    const near = (hours: number) => new Date((model.now + hours * 3600) * 1000).toISOString();
    const lines = [
      `slot: ${at(slots, other)}`,
      ...(other % 3 === 0 && at(slots, other) !== 'front' ? [`sections: [${at(['world', 'culture'], value)}]`] : []),
      ...(value % 2 === 0 ? [`title: Notice ${++model.serial}`] : []),
      `from: ${near((pick % 40) - 30 - (other % 4) * 300)}`,
      `until: ${near((pick % 40) + (value % 30))}`,
    ];
    const text = `---\n${lines.join('\n')}\n---\nNotice ${value % 7}, see [the year](/2015/).\n`;
    textFile(
      model,
      `notices/${at(['appeal', 'sign-up'], pick)}${value % 8 === 3 ? '.ru' : ''}.md`,
      value % 5 === 0 ? undefined : text,
    );
  },
  'choose for the front page': (model, { pick, value, other }) => {
    const stories = [
      ...new Set([...model.articles.keys()].map((path) => path.replace(/^articles\/(.*?)(\.ru)?\.md$/, '$1'))),
    ].sort();
    if (stories.length === 0 || value % 6 === 0) return textFile(model, 'front.yaml', undefined);
    const picks = [...new Set([at(stories, value), at(stories, other)])];
    const lead = { story: at(stories, pick), until: `2015-11-${26 + (other % 3)} 12:00` };
    const front = {
      fronts:
        pick % 3 ? [{ section: at(['world', 'culture'], other), lead: lead.story, picks: [at(stories, other)] }] : [],
      lead: value % 2 ? (other % 2 ? lead : lead.story) : undefined,
      picks: picks.map((story) => (value % 3 ? story : { story, until: `2015-11-27 ${at(times, other)}`.trim() })),
      sections: value % 5 ? [] : ['culture'],
    };
    textFile(model, 'front.yaml', JSON.stringify(front));
  },
  'edit the site': (model, { value }) => textFile(model, 'site.yaml', site(value)),
  'let time pass': (model, { value }) => (model.now += hours(value) * 3600),
  'turn the clock back': (model, { value }) => (model.now -= hours(value) * 3600),
  'change the program or its layouts': (model, { pick, value, other }) => {
    if (value % 6 === 0) model.engine = `engine ${other % 3}`;
    else changeLayouts(model.layouts, pick, value, other);
  },
} satisfies Record<string, (model: Model, edit: Edit) => unknown>;

type EditName = keyof typeof editors;

/** Weighted towards what newsrooms do most, and towards the clock, which changes nothing by itself but what is to come. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  edit: fc.oneof(
    { weight: 3, arbitrary: fc.constant<EditName>('add an article') },
    { weight: 2, arbitrary: fc.constantFrom<EditName[]>('let time pass', 'turn the clock back') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<EditName[]>(
        'put a picture',
        'say until when a picture may be shown',
        'put a notice',
        'change a portrait',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<EditName[]>('link to a document', 'replace a document', 'edit a public file'),
    },
    { weight: 9, arbitrary: fc.constantFrom(...(Object.keys(editors) as EditName[])) },
  ),
  pick: fc.nat(99),
  value: fc.nat(99),
  other: fc.nat(99),
});

export function applyEdit(model: Model, edit: Edit): void {
  const editor: Editor = editors[edit.edit];
  editor(model, edit);
}
