/** A story as an editor chooses it for a front: its headline, its day, its picture, and why readers would not see it there. */
import { articlePath, type Catalog } from '../../catalog/catalog.ts';
import { joinsIn } from '../../catalog/joins.ts';
import { states } from '../../catalog/tables/articles.ts';
import type { Article } from '../../content/article.ts';
import type { Language } from '../../content/names.ts';
import { type Picture, teaserOf } from '../../content/records.ts';
import { inZone, type Moment, momentOf } from '../../content/times.ts';
import { languageName } from '../language-name.ts';

/** What keeps a story from readers of a front: `adding`, what is to be done before it is put there; `staying`, of one that stands there. */
type Hindrance = { what: string; adding: string; staying: string };

export type DeskStory = {
  story: string;
  /** The file in which it is, or would be. */
  file: string;
  hindrance?: Hindrance;
  shown?: Moment & { title: string; language: Language; url: string; section: string; image?: Picture };
};

/** `left`: files with problems, which were not read. */
export type Desk = { catalog: Catalog; left: readonly string[] };

/** In a language, or as it is in another one. */
export function deskStory({ catalog, left }: Desk, story: string, language: Language): DeskStory {
  const { site } = catalog;
  const rowsIn = [language, ...site.languages].flatMap((each) => {
    const row = catalog.storyRow(story, each);
    const article = row && catalog.writtenArticle(row.id);
    return article ? [{ state: row.state, article }] : [];
  });
  const isPublic = ({ state }: { state: number }) => state === states.public;
  const own = rowsIn.find(({ article }) => article.language === language);
  const found = own ?? rowsIn.find(isPublic) ?? rowsIn[0];
  const file = articlePath(story, found?.article.language ?? language, site);
  if (!found) {
    const files = site.languages.map((each) => articlePath(story, each, site));
    return { story, file, hindrance: files.some((each) => left.includes(each)) ? broken : missing };
  }
  const { title, url, section, image } = teaserOf(found.article, site, joinsIn(catalog, site));
  const shown = { ...momentOf(found.article), title, language: found.article.language, url, section };
  const hindrance = isPublic(found)
    ? own
      ? undefined
      : elsewhere(found.article.language, language)
    : hindranceOf(found.article, site.timeZone);
  const isPictured = image !== undefined && found.article.warning === undefined;
  return { story, file, ...(hindrance && { hindrance }), shown: { ...shown, ...(isPictured && { image }) } };
}

const missing: Hindrance = {
  what: 'There is no such story.',
  adding: 'Choose one from the list, or paste the address of one.',
  staying: 'Remove it: nothing can be built while it is named here.',
};

const broken: Hindrance = {
  what: 'Its file has problems and could not be read.',
  adding: 'Mend it first.',
  staying: 'Mend it, or remove it here.',
};

function elsewhere(language: Language, asked: Language): Hindrance {
  return {
    what: `It is not there in ${languageName(asked)}, only in ${languageName(language)}.`,
    adding: `Add it in ${languageName(language)}, or have it translated first.`,
    staying: 'Here it is passed over.',
  };
}

/** Of one that is not public. */
function hindranceOf({ draft, at, isDay, withdrawn, withdrawnElsewhere }: Article, zone: string): Hindrance {
  if (draft)
    return {
      what: 'It is a draft, which readers never see.',
      adding: 'Take “draft: true” out of its file first.',
      staying: 'Take “draft: true” out of its file, or remove it here: nothing can be built before.',
    };
  const gone = withdrawn ?? withdrawnElsewhere;
  if (gone)
    return {
      what: `It was withdrawn: from ${timeText(gone, zone)} on its address gives the reason alone.`,
      adding: 'Choose another one.',
      staying: 'Readers do not see it here. Remove it.',
    };
  return {
    what: `It is not public before ${timeText({ at, ...(isDay && { isDay }) }, zone)}.`,
    adding: 'Add it then.',
    staying: 'Until then it is passed over.',
  };
}

export function timeText({ at, isDay }: Moment, zone: string): string {
  return inZone(at, zone).toFormat(isDay ? 'd LLLL yyyy' : 'd LLLL yyyy, HH:mm');
}
