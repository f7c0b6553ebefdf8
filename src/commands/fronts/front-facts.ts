/** What the page of a front shows: what `front.yaml` says of it, what readers see there, and what could be added. */
import { chosenFor, type Front, type FrontPick } from '../../content/front-picks.ts';
import { all } from '../../content/listings/all.ts';
import { scopeIn } from '../../content/listings/listing.ts';
import { openSections, section as sections } from '../../content/listings/section.ts';
import { type Language, textIn } from '../../content/names.ts';
import type { Site } from '../../content/site.ts';
import type { Seconds } from '../../content/times.ts';
import { frontUrl, sectionUrl } from '../../content/urls.ts';
import { type Desk, deskStory } from '../../desk/fronts/desk-story.ts';
import { findStories, newestStories } from '../../desk/fronts/find-stories.ts';
import { chosenIn, orderOf } from '../../desk/fronts/front-change.ts';
import type { FrontOnDesk } from '../../desk/fronts/fronts-page.ts';
import { languageName } from '../../desk/language-name.ts';
import { Reader } from '../../queries/reader.ts';
import { frontPage } from '../../routes/front-page.ts';
import { sectionFront } from '../../routes/section-front.ts';
import { frontsUrl } from '../desk-links.ts';
import { type AskedFront, addressOf } from './asked-front.ts';

/** `file`: what the front was read from. */
export function frontOnDesk(
  desk: Desk,
  { front, file, asked, now }: { front: Front; file: string; asked: AskedFront; now: Seconds },
): Omit<FrontOnDesk, 'remarks'> {
  const { language, section, words } = asked;
  const { catalog } = desk;
  const { site } = catalog;
  const { lead, picks } = chosenIn(front, asked);
  const story = (id: string) => deskStory(desk, id, language);
  const chosen = ({ story: id, until }: FrontPick) => ({
    ...story(id),
    until,
    isOver: until !== undefined && until <= now,
  });
  const there = chosenFor(front, section, now);
  const [first, ...others] = shownOn(desk, front, asked, now);
  const sectionName = (id: string) => sectionNameIn(site, id, language);
  const found =
    words === '' ? newestStories(catalog, language, { section, now }) : findStories(catalog, language, words);
  const wayTo = (id: string | undefined) => ({
    name: id === undefined ? 'The front page' : sectionName(id),
    address: addressOf({ language, section: id }),
    isHere: id === section,
  });
  return {
    ...{ language, section, zone: site.timeZone, file, action: frontsUrl, sectionName },
    name: [wayTo(section).name, ...(site.languages.length > 1 ? [languageName(language)] : [])].join(', '),
    fronts: [undefined, ...openSections(site).map(({ id }) => id)].map(wayTo),
    languages: site.languages.map((each) => ({
      name: languageName(each),
      address: addressOf({ language: each, section }),
      isHere: each === language,
    })),
    lead: lead && chosen(lead),
    picks: picks.map(chosen),
    leadByItself: first === undefined || first === there.lead ? undefined : story(first),
    picksByThemselves: others.filter((id) => !there.picks.includes(id)).map(story),
    order: section === undefined ? orderOf(front, site) : [],
    found: { ...found, stories: found.stories.map(story) },
  };
}

export function sectionNameIn({ sections, languages }: Site, id: string, language: Language): string {
  return textIn(sections.find((each) => each.id === id)?.title ?? id, language, languages);
}

/** What readers see first on a front, in its order: the page itself is asked. */
function shownOn({ catalog }: Desk, front: Front, { language, section }: AskedFront, now: Seconds): string[] {
  const reader = new FrontReader(catalog, front, now);
  const { site } = catalog;
  const props =
    section === undefined
      ? frontPage.props(reader, { scope: scopeIn(all, language), bucket: 0 }, site, frontUrl(language, site))
      : sectionFront.props(
          reader,
          { scope: scopeIn(sections, language, section), bucket: 0 },
          site,
          sectionUrl(section, language, site),
        );
  if (!props) return [];
  const cards = 'opening' in props ? props.opening : [...(props.lead ? [props.lead] : []), ...props.picks];
  return cards.map(({ story }) => story);
}

/** What is chosen is what the file says, whatever else is wrong with it for a build. */
class FrontReader extends Reader {
  readonly #front: Front;
  readonly #now: Seconds;

  constructor(catalog: Desk['catalog'], front: Front, now: Seconds) {
    super(catalog);
    this.#front = front;
    this.#now = now;
  }

  override front(section?: string): ReturnType<Reader['front']> {
    return { ...chosenFor(this.#front, section, this.#now), sections: this.#front.sections };
  }
}
