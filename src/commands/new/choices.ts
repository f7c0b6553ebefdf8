/** What `broadsheet new` has to know of a story: taken from flags, told by what is there, or asked on the terminal. */
import type { Author } from '../../content/author.ts';
import { openSections } from '../../content/listings/section.ts';
import { defaultLanguage, type Language, meantLanguage, textIn } from '../../content/names.ts';
import type { Site } from '../../content/site.ts';
import { folded } from '../../content/spelling.ts';
import { type IdAndNames, meantName, suggestion } from '../../content/suggest.ts';
import { authorWhoIs, type Identity, textsOf } from '../../desk/who-writes.ts';
import { writtenIn } from '../../desk/written-in.ts';
import { WrongUsage } from '../../errors.ts';
import type { Ask } from '../ask-on-terminal.ts';
import type { Call } from '../newsroom.ts';

/** What a word stands for, or why for nothing. */
type Judged<T> = { is: T } | { fault: string };

/** Asked until the answer is good. */
async function asked<T>(ask: Ask, message: string, judge: (answer: string) => Judged<T>): Promise<T> {
  const validate = (answer: string) => {
    const judged = judge(answer);
    return 'fault' in judged ? judged.fault : true;
  };
  return orRefuse(judge(await ask({ message, validate })));
}

function orRefuse<T>(judged: Judged<T>, flag?: string): T {
  if ('fault' in judged) throw new WrongUsage(flag === undefined ? judged.fault : `${flag}: ${judged.fault}`);
  return judged.is;
}

/** One after the other on a terminal; where nobody is asked, what keeps either from being chosen is said at once. */
export async function chooseBoth<A, B>(
  first: () => Promise<A>,
  second: () => Promise<B>,
  ask: Ask | undefined,
): Promise<[A, B]> {
  if (ask) return [await first(), await second()];
  const [one, other] = await Promise.allSettled([first(), second()]);
  if (one.status === 'fulfilled' && other.status === 'fulfilled') return [one.value, other.value];
  const reasons = [one, other].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  const unforeseen = reasons.find((reason) => !(reason instanceof WrongUsage));
  throw unforeseen ?? new WrongUsage(reasons.map(({ message }) => message).join('\n'));
}

export async function chooseHeadline(
  written: string,
  { ask, call }: { ask: Ask | undefined; call: Call },
): Promise<string> {
  if (written !== '') return written;
  if (!ask)
    throw new WrongUsage(`Say the headline, in quotation marks, as in: ${call('new', '"First snow on the coast"')}`);
  const judge = (answer: string): Judged<string> =>
    answer.trim() === '' ? { fault: 'A story needs one; you can change it later.' } : { is: answer.trim() };
  return asked(ask, 'What is the headline?', judge);
}

export async function chooseSection(site: Site, given: string | undefined, ask: Ask | undefined): Promise<string> {
  const open = openSections(site);
  const named = open.map(({ id, title }) => ({ id, names: textsOf(title) }));
  const all = open
    .map(({ id, title }) => shownWith(textIn(title, defaultLanguage(site), site.languages), id))
    .join(', ');
  const judge = (word: string): Judged<string> => {
    const found = idCalled(word, named);
    if (found !== undefined) return { is: found };
    const { closed } = site.sections.find(({ id }) => id === word) ?? {};
    if (closed !== undefined) return { fault: `The section “${word}” was closed on ${closed}. There are: ${all}.` };
    return { fault: `There is no section “${word}”.${didYouMean(word, named)} There are: ${all}.` };
  };
  if (given !== undefined) return orRefuse(judge(given), '--section');
  const [only, ...others] = open;
  if (only && others.length === 0) return only.id;
  if (ask) return asked(ask, `In which section? (${all})`, judge);
  throw new WrongUsage(`Say in which section the story stands, with --section: ${all}.`);
}

/** `how` they are known, if nobody said it: goes on after their ids. */
export type ChosenAuthors = { authors: Author[]; how: string };

type Writers = { authors: readonly Author[]; identity: Identity; name(path: string): string };

export async function chooseAuthors(
  given: readonly string[] | undefined,
  { authors: all, identity, name }: Writers,
  ask: Ask | undefined,
): Promise<ChosenAuthors> {
  const folder = name('authors');
  const present = all.filter(({ left }) => left === undefined);
  const names = present.map((each) => ({ id: each.id, names: textsOf(each.name) }));
  const ids = names.map(({ id }) => id);
  const some = `${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ', …' : ''}`;
  const judge = (word: string): Judged<Author> => {
    const found = present.find(({ id }) => id === idCalled(word, names));
    if (found) return { is: found };
    const hint = didYouMean(word, names) || (ids.length > 0 ? ` There are: ${some}.` : '');
    return { fault: `There is no author “${word}” in ${folder}.${hint}` };
  };
  if (given) return { authors: given.map((each) => orRefuse(judge(each), '--author')), how: '' };
  const [only, ...others] = present;
  if (!only)
    throw new WrongUsage(
      `There is nobody in ${folder}. Write a file such as ${folder}/ann-lee.yaml with the line “name: Ann Lee”.`,
    );
  const known = authorWhoIs(identity, present);
  if (known) return { authors: [known], how: ', as git knows you' };
  if (others.length === 0) return { authors: [only], how: `, the only one in ${folder}` };
  if (ask) return { authors: [await asked(ask, `Who writes it? (${some})`, judge)], how: '' };
  throw new WrongUsage(`Say who writes it, with --author: ${some}.`);
}

/** Of a new story: that of the flag, else the one that its headline is in. */
export function chooseLanguage(site: Site, given: string | undefined, headline: string): Language {
  return given === undefined ? writtenIn(headline, site.languages) : orRefuse(languageCalled(given, site), '--lang');
}

/** Of a translation. `there` are the languages that the story has. */
export async function chooseTarget(
  site: Site,
  given: string | undefined,
  there: readonly Language[],
  ask: Ask | undefined,
): Promise<Language> {
  if (given !== undefined) return orRefuse(languageCalled(given, site), '--lang');
  const missing = site.languages.filter((each) => !there.includes(each));
  const [only, ...others] = missing;
  if (only === undefined) throw new WrongUsage('The story is there in every language of the site.');
  if (others.length === 0) return only;
  const judge = (word: string): Judged<Language> => languageCalled(word, { ...site, languages: missing });
  if (ask) return asked(ask, `Into which language? (${missing.join(', ')})`, judge);
  throw new WrongUsage(`Say into which language, with --lang: ${missing.join(', ')}.`);
}

function languageCalled(word: string, { languages }: Pick<Site, 'languages'>): Judged<Language> {
  if (languages.includes(word)) return { is: word };
  const meant = meantLanguage(word);
  const fix =
    meant !== undefined && languages.includes(meant)
      ? `Did you mean “${meant}”?`
      : suggestion(word, languages, 'Add it to languages in site.yaml, or take another.');
  return { fault: `The site has no language “${word}”. ${fix}` };
}

/** `city`, or `city (Город)` where the title says more. */
function shownWith(title: string, id: string): string {
  return folded(title) === id ? id : `${id} (${title})`;
}

/** By its id, or by what it is called. */
function idCalled(word: string, all: readonly IdAndNames[]): string | undefined {
  const plain = folded(word.trim());
  return all.find(({ id, names }) => id === plain || names.some((name) => folded(name) === plain))?.id;
}

function didYouMean(word: string, all: readonly IdAndNames[]): string {
  const meant = meantName(word, all);
  return meant === undefined ? '' : ` Did you mean “${meant}”?`;
}
