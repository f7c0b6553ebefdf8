/** An import, from the source to the report. What it decides is in `src/import/`; here it is read, written and told. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gonePath } from '../../content/endings.ts';
import { wordsLanguages } from '../../content/names.ts';
import { isPublicPath } from '../../content/public-files.ts';
import { parseSite, type Site } from '../../content/site.ts';
import { WrongUsage } from '../../errors.ts';
import { isBroadsheetExport } from '../../import/broadsheet-export.ts';
import { guessMapping } from '../../import/guess.ts';
import { KeptDetails } from '../../import/kept-details.ts';
import { type Mapping, parseMapping, writeMapping } from '../../import/mapping.ts';
import { Media } from '../../import/media.ts';
import { OldAddresses } from '../../import/old-addresses.ts';
import { withAndWithoutWww } from '../../import/old-path.ts';
import { PackedMap } from '../../import/packed-map.ts';
import { placeStories } from '../../import/places.ts';
import type { FolderSource } from '../../import/readers/folder-reader.ts';
import { dialectOf } from '../../import/readers/readers.ts';
import type { SourceSite } from '../../import/source-story.ts';
import { type Survey, surveySource } from '../../import/survey.ts';
import { keepGarbageSmall, makeRoomFor } from '../../nursery.ts';
import { ownFolders } from '../../own/own-files.ts';
import { isFault } from '../../problem.ts';
import { replaceFile } from '../../source/replace-file.ts';
import { wordLanguages } from '../../sync/words-shelf.ts';
import type { Call } from '../newsroom.ts';
import { problemsAsText } from '../print-problems.ts';
import { showProgressHere } from '../progress.ts';
import { say } from '../terminal.ts';
import { wordsFolders } from '../words-folders.ts';
import type { Work } from './convert-stories.ts';
import { ImportState } from './import-state.ts';
import { writeLinkedPlaces } from './linked-places.ts';
import { openInput, readerOf } from './open-source.ts';
import { ParsedStories } from './parsed-stories.ts';
import { restoredLines, restoreNewsroom } from './restore-newsroom.ts';
import { siteText, writeLed, writeNames } from './shared-files.ts';
import { findProblems } from './sync-round.ts';
import { tellImport } from './tell-import.ts';
import { type AllDone, linkingTo, type Writing, writeStories } from './write-stories.ts';
import { isList, type Ways, writeWays } from './write-ways.ts';

export type Asked = {
  source: string;
  content: string;
  newsroom: string;
  cache: string;
  now: number;
  /** Which program's it is, if that is said. */
  as?: string;
  isDryRun: boolean;
  call: Call;
};

/** What is broken by what is taken out is taken out too, and so on. */
const mostRounds = 8;

export async function runImport(asked: Asked): Promise<{ hasProblems: boolean }> {
  const { content, isDryRun } = asked;
  const input = openInput(asked.source);
  if (isBroadsheetExport(input)) {
    const restored = restoreNewsroom(input, asked);
    for (const line of restoredLines(restored, isDryRun)) say(line);
    return { hasProblems: restored.left.length > 0 };
  }
  keepGarbageSmall();
  const root = asked.newsroom;
  const state = new ImportState({ root, content }, isDryRun);
  const mappingFile = join(root, 'import.yaml');
  const written = existsSync(mappingFile) ? readMapping(mappingFile) : undefined;
  const {
    reader,
    because,
    others: possible,
  } = await readerOf(input, written?.keys ?? {}, {
    as: asked.as,
    before: written?.source,
  });
  say(`${reader.name}, recognised by ${because}.`);
  if (possible.length > 0) say(`It could also be ${possible.join(', or ')}: --as says which it is.`);
  const source = await reader.open(input);
  const survey = await surveySource(source, (stories) => makeRoomFor(stories, 'memory'));
  const oldSite = state.textOf('content/site.yaml');
  const known = wordLanguages(wordsFolders(asked.newsroom, content).map(({ path }) => path));
  const siteNow = oldSite === undefined ? undefined : siteOf(oldSite, known);
  const mapping = written ?? guessMapping(survey, { ...source.site, words: known }, siteNow, reader.name);
  const site = siteOf(takeSections(oldSite, { isDryRun, mapping, state, site: source.site, survey, known }), known);
  const places = placeStories(survey, mapping, site, asked.now);
  const hosts = [mapping.url ?? source.site.url, ...mapping.formerly]
    .filter((each) => each !== undefined)
    .flatMap(withAndWithoutWww);
  const addresses = new OldAddresses({ places, survey, mapping, site, out: new Map() }).forgetFates();
  const work: Work = {
    ...{ source, survey, places, addresses, mapping, site, hosts },
    media: new Media(input, survey, { hosts, folder: source.folder }),
    dialect: dialectOf(reader.name),
    out: new Map(),
    bad: new Map(),
  };
  const { progress, end } = showProgressHere();
  const total = places.placed.size;
  const writing: Writing = {
    state,
    again: (path) => asked.call('import', `--again ${path}`),
    copied: new Map(),
    details: new KeptDetails(),
    parsed: isDryRun || ownFolders(root).length > 0 ? undefined : new ParsedStories(asked.cache, site),
    waiting: new Map(),
    progress: (done, again) => {
      makeRoomFor(total, 'memory');
      if (again === undefined) progress('Converting', Math.min(done, total), total);
      else progress('Converting again', Math.min(done, again), again);
    },
  };
  const done: AllDone = new PackedMap();
  const ways = () =>
    writeWays(work, done, {
      ...{ content, state, words: wordsFolders(root, content) },
      siteOf: (text) => siteOf(text, known),
    });
  const { others, left, ...found } = await convertAll(work, writing, done, { ...asked, ways }).finally(() => {
    writing.parsed?.end();
    end();
  });
  const { details, copied } = writing;
  const { shortcodes } = await tellImport({
    ...{ work, done, details, copied, left, others, root, isDryRun, words: known },
    ...{ ways: found.ways, remarks: source.remarks ?? [] },
  });
  if (!written && !isDryRun) {
    const counts = {
      sections: new Map([...survey.sections].map(([key, { all }]) => [key, all])),
      authors: survey.authors,
      languages: survey.languages,
    };
    const keys = (source as Partial<FolderSource>).keys?.all() ?? [];
    replaceFile(mappingFile, writeMapping(mapping, { program: reader.name, keys, counts, shortcodes }));
    say(`What was made of sections, authors and keys is in import.yaml: edit it and import again.`);
  }
  state.end();
  return { hasProblems: others.length > 0 };
}

function readMapping(file: string): Mapping {
  const { mapping, problems } = parseMapping(readFileSync(file, 'utf8'), 'import.yaml');
  if (mapping) return mapping;
  throw new WrongUsage(
    `import.yaml has problems, so nothing was imported:\n\n${problemsAsText(problems.filter(isFault))}`,
  );
}

/** No page is made of it here. */
function siteOf(text: string, known: readonly string[]): Site {
  const { site, problems } = parseSite(text, 'content/site.yaml', known);
  if (site) return { ...site, isWithoutPages: true };
  throw new WrongUsage(`content/site.yaml has problems, so nothing was imported:\n\n${problemsAsText(problems)}`);
}

type Taking = {
  isDryRun: boolean;
  mapping: Mapping;
  state: ImportState;
  site: SourceSite;
  survey: Survey;
  known: readonly string[];
};

/** Writes site.yaml with the sections that are needed; returns its text. */
function takeSections(old: string | undefined, { isDryRun, mapping, state, site, survey, known }: Taking): string {
  const used = [...survey.languages.keys()].map((each) => mapping.languages[each] ?? each);
  const languages = [...new Set([mapping.language ?? 'en', ...used])].filter(
    (each) => wordsLanguages(each, known).length > 0,
  );
  const text = siteText(old, { mapping, site, state, languages: languages.length > 0 ? languages : ['en'] });
  if (isDryRun) return text;
  state.begin();
  const sections = new Set([mapping.section, ...Object.values(mapping.sections)]);
  if (text !== old) state.share('content/site.yaml', text, { notes: [...sections].map((id) => `site.yaml#${id}`) });
  return text;
}

/** Round by round, until the newsroom as a whole has no Problem in what was imported. */
async function convertAll(work: Work, writing: Writing, done: AllDone, asked: Asked & { ways(): Ways }) {
  await writeStories(work, writing, done);
  await writeLinkedPlaces(work, writing, done, asked.content);
  if (asked.isDryRun) {
    work.addresses = new OldAddresses(work);
    return { others: [], left: [], ways: undefined };
  }
  const { placed } = work.places;
  writeNames({ ...work, content: asked.content }, writing.state);
  // What stood elsewhere would be in the way of itself: it has the same old addresses.
  writing.state.removeOthers(['content/articles/', 'content/pages/', 'content/topics/', 'content/authors/'], isList);
  let again = linkingTo([...work.out.keys()], done);
  for (let round = 0; round < mostRounds; round++) {
    if (again.size > 0) await writeStories(work, writing, done, again);
    work.addresses.forget();
    const found = await findProblems(asked, placed, writing.parsed);
    const broken = [...found.files.keys()].flatMap((path) => writing.copied.get(path) ?? []);
    // What is wrong by a file of theirs may be right without it.
    const waiting = new Set(broken.flatMap(({ keys: shownIn }) => shownIn));
    const out = [...found.stories].filter(([key]) => !work.out.has(key) && !waiting.has(key));
    for (const [key, problems] of out) work.out.set(key, problems);
    for (const { story, file } of broken) work.bad.set(story, [...(work.bad.get(story) ?? []), file]);
    for (const path of found.files.keys()) {
      writing.state.remove(isPublicPath(path) ? path.slice('../'.length) : `content/${path}`);
      writing.copied.delete(path);
    }
    again = new Set([
      ...out.map(([key]) => key),
      ...waiting,
      ...linkingTo(
        out.map(([key]) => key),
        done,
      ),
    ]);
    if (again.size === 0) {
      // Lists of what is in quarantine alone are none yet.
      work.addresses = new OldAddresses(work);
      writeNames({ ...work, content: asked.content }, writing.state);
      const left = writeLed(work.addresses.led, asked.content, writing.state);
      const ways = asked.ways();
      writing.state.removeOthers([
        'content/articles/',
        'content/pages/',
        'content/topics/',
        'content/authors/',
        'public/',
        'quarantine/',
      ]);
      // What it wrote before is written anew.
      const own = [...found.files.values()].filter(({ file }) => !writing.copied.has(file));
      // Its links, and what leads on, may be others now.
      const isOfShared = found.others.some(({ file }) => file === 'site.yaml' || file === gonePath);
      const told = isOfShared ? (await findProblems(asked, placed, writing.parsed)).others : found.others;
      const others = [...told, ...own].filter(({ file }) => !ways.lists.includes(`content/${file}`));
      return { others, left, ways };
    }
    work.addresses = new OldAddresses({ ...work, out: new Map() }).forgetFates();
  }
  return { others: [], left: [], ways: undefined };
}
