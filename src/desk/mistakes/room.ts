/** The smallest newsroom that is good, as texts, and what a mistake changes in it. Its examples are shipped, and tests write by them. */

export type Text = string | Uint8Array;

/** What only git or a disk has, so that no file shows it. */
export type Listed = {
  /** It in words. */
  says: string;
  /** Of files that are no plain ones, by path. */
  modes?: Record<string, number>;
  /** Never added to git. */
  untracked?: readonly string[];
  /** Not listed, because a line of an ignore file hides them. */
  hidden?: readonly string[];
  /** That line, and the ignore file. */
  ignoring?: { file: string; pattern: string };
  isPublicOutside?: true;
};

/** A mistake that is one Problem of its code and no other. */
export type Mistake = {
  /** By path below `content/`, laid over those of the smallest newsroom; `‸` marks the place. Null: it is not there. */
  files?: Record<string, Text | null>;
  /** The file, where no mark says it; with line and column where they cannot be marked. */
  place?: string;
  listed?: Listed;
};

/** One way to follow a remedy that leaves something to decide. */
export type Way = {
  /** The words of it that are followed. */
  says: string;
  /** In the file of the Problem, written in place of what. */
  write?: [from: string | RegExp, to: string];
  /** Files as they then are; null for one that is taken away. */
  files?: Record<string, Text | null>;
  /** What only somebody else can do next. */
  leaves?: string[];
};

export const siteYaml = `title: {en: The Courier, ru: Курьер}
url: https://courier.example
description: {en: News of a small town, ru: Новости маленького города}
timeZone: Europe/Moscow
languages: [en, ru]
sections:
  - {id: world, title: {en: World, ru: В мире}}
  - {id: culture, title: {en: Culture, ru: Культура}}
social:
  - {name: YouTube, url: https://www.youtube.com/@courier}
`;

export const authorYaml = 'name: {en: News desk, ru: Отдел новостей}\nrole: Desk\n';

export const day = 'articles/2015/11/26';
export const storyPath = `${day}/storm.md`;
export const calmPath = `${day}/calm.md`;
export const beside = `${day}/storm/sea.jpg`;
export const upper = `${day}/storm/SEA.JPG`;
export const report = `${day}/storm/report.pdf`;
export const upperReport = `${day}/storm/REPORT.pdf`;
export const about = '---\ntitle: About\n---\n\nAbout us.\n';
export const privacy = { 'pages/privacy.md': about };

const needed = {
  title: 'A storm',
  summary: 'What it did.',
  date: '2015-11-26 09:30',
  authors: '[desk]',
  section: 'world',
};

type Fields = Record<string, string | undefined>;

/** An article whose front matter is given as raw YAML; a field that is undefined is left out. */
export function story(fields: Fields = {}, body = 'A paragraph of text.'): string {
  return markdown({ ...needed, ...fields }, body);
}

/** A notice in the same way. */
function notice(fields: Fields = {}, body = 'Give what you can.'): string {
  return markdown({ slot: 'footer', from: '2015-11-26 09:00', until: '2015-12-20 09:00', ...fields }, body);
}

function markdown(fields: Fields, body: string): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

export const withBody = (body: string): Mistake => ({ files: { [storyPath]: story({}, body) } });
export const withField = (field: string, value: string | undefined): Mistake => ({
  files: { [storyPath]: story({ [field]: value }) },
});
export const withSite = (from: string, to: string): Mistake => ({
  files: { 'site.yaml': siteYaml.replace(from, to) },
});
/** In a file of a newsroom of its own, laid over that of the engine. */
export const withWords = (language: string, line: string): Mistake => ({
  files: { [`../layouts/words/${language}.yaml`]: `${line}\n` },
});
export const with_ = (one: Mistake, files: Record<string, Text>): Mistake => ({
  ...one,
  files: { ...one.files, ...files },
});
export const withScript = (script: string): Mistake => ({
  files: { 'site.yaml': `${siteYaml}policies: {privacy: /privacy/}\nscripts: [${script}]\n`, ...privacy },
});
export const withNotice = (fields: Fields, body?: string): Mistake => ({
  files: { 'notices/appeal.md': notice(fields, body) },
});

/** A file that is there for no good, and nothing that a text would show. */
export function listed(place: string, what: Listed, text: Text = ''): Mistake {
  const isThere = !what.hidden?.includes(place);
  return { files: { [storyPath]: story(), ...(isThere ? { [place]: text } : {}) }, place, listed: what };
}

export const away = (path: string, says: string): Way => ({ says, files: { [path]: null } });
