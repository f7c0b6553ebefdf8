/** The leads and the picks of `front.yaml`: that readers can have each, and that none is forgotten there. */

import { articlePath, type Catalog } from '../catalog/catalog.ts';
import type { UnplacedProblem } from '../catalog/place-problems.ts';
import { type Front, picksOf } from '../content/front-picks.ts';
import { defaultLanguage } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { meantName } from '../content/suggest.ts';
import { dayOf } from '../content/times.ts';
import type { CheckedFile } from './cross-check.ts';

export function frontProblems(
  { catalog, unreadable, site, known, file }: CheckedFile,
  front: Front,
): UnplacedProblem[] {
  return picksOf(front).flatMap(({ pick: { story, until }, field: above }): UnplacedProblem[] => {
    const isLasting = until === undefined;
    const field = isLasting ? above : [...above, 'story'];
    if (story === '') return [];
    const files = site.languages
      .map((language) => catalog.files.at(articlePath(story, language, site)))
      .filter((each) => each !== undefined);
    if (files.length === 0) {
      const right = meantName(story, known.stories());
      const what = `There is no story “${story}”.`;
      const question = right === undefined ? '' : `Did you mean “${right}”? `;
      const fix = `${question}Name it by its date and slug, as its file lies in articles/.`;
      const missing = articlePath(story, defaultLanguage(site), site);
      return [{ file, field, code: 'front/unknown-story', missing, what, fix, right }];
    }
    // One that goes by itself is not forgotten.
    const stale = isLasting ? staleProblem(catalog, story, site) : [];
    const isPublishable = files.some((each) => unreadable.has(each.path) || !catalog.articles.isDraft(each.id));
    return isPublishable
      ? stale.map((each): UnplacedProblem => ({ file, field, ...each }))
      : [
          {
            file,
            field,
            code: 'front/draft',
            what: `The story “${story}” is a draft, which readers never see.`,
            fix: 'Publish that story first, or remove it here.',
          },
        ];
  });
}

/** After so many later days with stories, it stands there because nobody has looked. */
const manyDays = 10;

/** Stories to come count too, so that this does not depend on the clock. */
function staleProblem(
  catalog: Catalog,
  story: string,
  site: Site,
): Pick<UnplacedProblem, 'code' | 'weight' | 'what' | 'fix'>[] {
  const language = site.languages.find((each) => catalog.files.at(articlePath(story, each, site)) !== undefined);
  const ending = language === undefined || language === defaultLanguage(site) ? '' : `.${language}`;
  if (catalog.articles.daysAfter(story.slice(0, 10), ending, manyDays).length < manyDays) return [];
  return [
    {
      code: 'front/stale',
      weight: 'advice',
      what: `This story is of ${dayOf(story)}, and there are stories of ${manyDays} later days.`,
      fix: 'Choose a newer one, or remove it: the newest story then leads.',
    },
  ];
}
