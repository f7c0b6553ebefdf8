/**
 * The pages of the preview on which editors move what stands first on fronts: what a form asks for is written into `front.yaml`,
 * unless somebody has changed that meanwhile. The build that follows is that of any other save.
 */
import type { Site } from '../../content/site.ts';
import type { Seconds } from '../../content/times.ts';
import { changeFront, readFront } from '../../desk/fronts/change-front.ts';
import { chosenIn, pickAt } from '../../desk/fronts/front-change.ts';
import type { DoneToFront } from '../../desk/fronts/sentences.ts';
import type { Focus } from '../../desk/fronts/story-rows.ts';
import { WrongUsage } from '../../errors.ts';
import { frontsUrl } from '../desk-links.ts';
import { type Answer, type MadePage, plainPage, sentence } from '../local-answers.ts';
import type { Newsroom } from '../newsroom.ts';
import { readSite } from '../read-site.ts';
import type { PageTask } from './answer-fronts.ts';
import { type AskedFront, addressOf, askedFront } from './asked-front.ts';
import { newFrontText, readFrontText, writeFrontText } from './front-file.ts';
import { changeIn, focusAfter } from './front-forms.ts';
import type { FrontTask } from './front-process.ts';

/** `cache`: the folder of the build’s. */
type Room = { newsroom: Newsroom; content: string; cache: string; now(): Seconds };

/** Answers for the content as it is. */
type Ask = (task: FrontTask) => Promise<string>;

export function frontPages(room: Room, ask: Ask): Record<string, MadePage> {
  const fronts = new FrontPages(room, ask);
  return {
    [frontsUrl]: {
      show: (query) => {
        const [of, does] = [query.get('at'), query.get('does')];
        return fronts.page({ query: String(query), ...(of && { focus: { of, does: does ?? '' } }) });
      },
      take: (form) => fronts.take(form),
    },
  };
}

type Refused = { status: number; why: string };

/** What was done last, what the file was before it, if it was there, and the hash of what it was then. */
type Last = { done: DoneToFront; before: string | undefined; file: string };

class FrontPages {
  readonly #room: Room;
  readonly #ask: Ask;
  #last: Last | undefined;

  constructor(room: Room, ask: Ask) {
    this.#room = room;
    this.#ask = ask;
  }

  page(asked: Pick<PageTask, 'query' | 'refused' | 'focus'>): Promise<string> {
    const last = this.#last;
    return this.#ask({ page: { ...this.#folders(), ...asked, done: last && { ...last.done, file: last.file } } });
  }

  async take(form: FormData): Promise<Answer> {
    const wanted = changeIn(form);
    if (!wanted) return sentence(400, 'This is no change of a front.');
    const site = this.#site();
    const asked = site ? askedFront(form, site) : { language: '', section: undefined, words: '' };
    const refused = site
      ? ((await this.#hindrance(wanted, asked)) ?? this.#write(wanted, asked, site, form))
      : mendFirst;
    if ('focus' in refused)
      return {
        status: 303,
        headers: { location: addressOf(asked, { at: refused.focus.of, does: refused.focus.does }) },
        body: '',
      };
    const query = addressOf(asked).split('?')[1] ?? '';
    return plainPage(refused.status, await this.page({ query, refused: { why: refused.why, wanted } }));
  }

  /** Of a story that is to be added. */
  async #hindrance({ change }: DoneToFront, { language }: AskedFront): Promise<Refused | undefined> {
    if (!('story' in change)) return undefined;
    const why = await this.#ask({ story: { ...this.#folders(), story: change.story, language } });
    return why === '' ? undefined : { status: 422, why };
  }

  /** Nothing else can come between its reading and its writing. */
  #write(wanted: DoneToFront, asked: AskedFront, site: Site, form: FormData): Refused | { focus: Focus } {
    const { content, newsroom, now } = this.#room;
    const { hash, text: there, other } = readFrontText(content);
    if (other !== undefined) return mendFirst;
    if (hash !== form.get('file')) return changedMeanwhile;
    const before = hash === '' ? undefined : there;
    const { change } = wanted;
    if (change.do === 'take back') {
      if (this.#last?.file !== hash) return { status: 422, why: 'There is nothing that could be taken back.' };
      return this.#put(this.#last.before, { done: wanted, before, hash }) ?? { focus: focusAfter(change) };
    }
    const text = before ?? newFrontText(content, newsroom.root);
    const front = readFront(text, site).value;
    if (!front) return mendFirst;
    const changed = changeFront(text, { front, section: asked.section, site, now: now() }, change);
    if (changed.refused !== undefined) return { status: 422, why: changed.refused };
    const chosen = chosenIn(front, asked);
    const story = 'place' in change ? pickAt(chosen, change.place)?.story : undefined;
    const done = { ...wanted, ...(story && { story }), ...(changed.lost && { comment: changed.lost }) };
    return this.#put(changed.text, { done, before, hash }) ?? { focus: focusAfter(change, chosen) };
  }

  #put(
    text: string | undefined,
    { done, before, hash }: { done: DoneToFront; before: string | undefined; hash: string },
  ): Refused | undefined {
    const { content } = this.#room;
    if (!writeFrontText(content, hash, text)) return changedMeanwhile;
    this.#last = { done, before, file: readFrontText(content).hash };
    return undefined;
  }

  #site(): Site | undefined {
    try {
      return readSite(this.#room.content, this.#room.newsroom.root);
    } catch (error) {
      if (error instanceof WrongUsage) return undefined;
      throw error;
    }
  }

  #folders() {
    const { newsroom, content, cache, now } = this.#room;
    return { newsroom: newsroom.root, content, cache, now: now() };
  }
}

const mendFirst: Refused = {
  status: 422,
  why: 'Nothing was written: site.yaml or front.yaml has problems, which have to be mended first.',
};
const changedMeanwhile: Refused = {
  status: 409,
  why: 'front.yaml was changed after this page had been made, so nothing was written. What you see now is what it says now: if you still want it, ask again.',
};
