/** A story as an editor chooses it for a front: its headline, its day, its picture, and why readers would not see it there. */
import { articlePath, type Catalog } from '../../catalog/catalog.ts';
import { joinsIn } from '../../catalog/joins.ts';
import { states } from '../../catalog/tables/articles.ts';
import type { Article } from '../../content/article.ts';
import type { Language } from '../../content/names.ts';
import { type Picture, teaserOf } from '../../content/records.ts';
import { inZone, type Moment, momentOf } from '../../content/times.ts';
import { languageName } from '../language-name.ts';

/**
 * What keeps a story from readers of a front: `adding`, what is to be done before it is put there, where it cannot be yet;
 * `staying`, of one that stands there.
 */
type Hindrance = { what: string; adding?: string; staying: string };

export type DeskStory = {
  story: string;
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
  const own = rowsIn.find(({ article }) => article.language === language);
  const found = own ?? rowsIn.find(({ state }) => state === states.public) ?? rowsIn[0];
  if (!found) {
    const files = site.languages.map((each) => articlePath(story, each, site));
    return { story, hindrance: brokenOrMissing(files.find((each) => left.includes(each))) };
  }
  const { title, url, section, image } = teaserOf(found.article, site, joinsIn(catalog, site));
  const shown = { ...momentOf(found.article), title, language: found.article.language, url, section };
  const isDraft = rowsIn.every(({ article }) => article.draft);
  const hindrance = hindranceOf(found, { language, isDraft, zone: site.timeZone });
  const isPictured = image !== undefined && found.article.warning === undefined;
  return { story, ...(hindrance && { hindrance }), shown: { ...shown, ...(isPictured && { image }) } };
}

/** `broken`: the file that could not be read. */
function brokenOrMissing(broken: string | undefined): Hindrance {
  if (broken !== undefined)
    return {
      what: `${broken} has problems and could not be read.`,
      adding: 'Mend it first.',
      staying: 'Mend it, or remove it here.',
    };
  return {
    what: 'There is no such story.',
    adding: 'Choose one from the list, or paste the address of one.',
    staying: 'Remove it: nothing can be built while it is named here.',
  };
}

function elsewhere(language: Language, asked: Language): Hindrance {
  return {
    what: `It is not there in ${languageName(asked)}, only in ${languageName(language)}.`,
    adding: `Add it in ${languageName(language)}, or have it translated first.`,
    staying: 'Here it is passed over.',
  };
}

/** `isDraft`: in every language, with which no front is built. */
function hindranceOf(
  { state, article }: { state: number; article: Article },
  { language, isDraft, zone }: { language: Language; isDraft: boolean; zone: string },
): Hindrance | undefined {
  const { draft, path, withdrawn, withdrawnElsewhere } = article;
  if (state === states.public && article.language === language) return undefined;
  if (draft)
    return {
      what: 'It is a draft, which readers never see.',
      adding: `Take “draft: true” out of ${path} first.`,
      staying: isDraft
        ? `Take “draft: true” out of ${path}, or remove it here: nothing can be built before.`
        : 'Here it is passed over.',
    };
  const gone = state === states.withdrawn ? (withdrawn ?? withdrawnElsewhere) : undefined;
  if (gone)
    return {
      what: `It was withdrawn on ${timeText(gone, zone)}: readers find the reason alone.`,
      adding: 'Choose another one.',
      staying: 'It is passed over here. Remove it.',
    };
  if (article.language !== language) return elsewhere(article.language, language);
  // Fronts are planned: one may wait there for its time.
  return {
    what: `It is not public before ${timeText(momentOf(article), zone)}.`,
    staying: 'Until then it is passed over.',
  };
}

export function timeText({ at, isDay }: Moment, zone: string): string {
  return inZone(at, zone).toFormat(isDay ? 'd LLLL yyyy' : 'd LLLL yyyy, HH:mm');
}
