/** The page on which an editor moves what stands first on a front: as it is now, what fills the rest, and what could be added. */
import { type Html, markup, noHtml } from '../../content/blocks/markup.ts';
import type { Language } from '../../content/names.ts';
import type { Seconds } from '../../content/times.ts';
import { deskPage, joined } from '../desk-page.ts';
import type { DeskStory } from './desk-story.ts';
import { type FoundStories, mostLookedAt } from './find-stories.ts';
import {
  chosenRow,
  type Focus,
  focused,
  formOf,
  type Move,
  otherRow,
  rowStyles,
  type Sending,
  sectionRow,
} from './story-rows.ts';

/** A way to another front, or to the same in another language. */
type Way = { name: string; address: string; isHere: boolean };

type ChosenStory = DeskStory & { until?: Seconds | undefined; isOver: boolean };

export type FrontOnDesk = {
  name: string;
  language: Language;
  section: string | undefined;
  zone: string;
  fronts: readonly Way[];
  languages: readonly Way[];
  /** What the forms were made of (`hash`), and where they are sent. */
  file: string;
  action: string;
  lead: ChosenStory | undefined;
  picks: readonly ChosenStory[];
  /** What readers see in the places that are left. */
  leadByItself: DeskStory | undefined;
  picksByThemselves: readonly DeskStory[];
  /** Of the front page: all that may have a block, in their order, and what all are called. */
  order: readonly string[];
  sectionName(id: string): string;
  found: Omit<FoundStories, 'stories'> & { stories: readonly DeskStory[] };
  remarks: readonly string[];
};

/** What came of the last form. */
export type Said = {
  told?: string | undefined;
  /** What is told can be taken back. */
  canBeTakenBack?: boolean;
  /** Why nothing was written. */
  refused?: string | undefined;
  focus?: Focus | undefined;
};

/** What all pages of the preview have. */
export type Frame = { above: Html; styles: string };

export function frontsPage(front: FrontOnDesk, said: Said, { above, styles }: Frame): string {
  const { name, language, section, file, action, zone, sectionName } = front;
  const hidden = { file, language, section: section ?? '' };
  const sending: Sending = { action, hidden, zone, focus: said.focus, sectionName };
  const parts = [leadPart, picksPart, orderPart, addPart].map((part) => part(front, sending));
  return deskPage({
    title: `Lead and picks: ${name}`,
    above,
    lead: markup`What is chosen here stands in <code>front.yaml</code>, and is built at once. Times are those of ${zone}.`,
    body: joined([
      waysTo('Fronts', front.fronts),
      front.languages.length > 1 ? waysTo('Languages', front.languages) : noHtml,
      saidPart(said, sending),
      ...front.remarks.map((remark) => markup`<p class="note">${remark}</p>`),
      ...parts,
    ]),
    styles: styles + rowStyles + ownStyles,
    isForm: true,
  });
}

/** Where `front.yaml`, or what it depends on, has to be mended first. `problems`: what is told of it. */
export function brokenFrontsPage(why: string, problems: Html, { above, styles }: Frame): string {
  return deskPage({
    title: 'Lead and picks cannot be changed now',
    above,
    lead: markup`${why}`,
    body: problems,
    styles,
  });
}

function waysTo(name: string, ways: readonly Way[]): Html {
  const links = ways.map(
    (way) =>
      markup`<a href="${way.address}"${way.isHere ? { html: ' aria-current="page"' } : noHtml} dir="auto">${way.name}</a>`,
  );
  return markup`<nav aria-label="${name}"><p>${joined(links)}</p></nav>`;
}

function saidPart({ told, canBeTakenBack, refused }: Said, sending: Sending): Html {
  const isFocused = sending.focus?.of === 'take back' ? focused : noHtml;
  const back = canBeTakenBack
    ? formOf(markup`<button name="do" value="take back"${isFocused}>Take it back</button>`, {}, sending)
    : noHtml;
  const refusal =
    refused === undefined ? noHtml : markup`<div role="alert" class="refused" tabindex="-1" autofocus>${refused}</div>`;
  return markup`${refusal}<div class="told"><p role="status" id="told">${told ?? ''}</p>${back}</div>`;
}

function leadPart({ lead, leadByItself }: FrontOnDesk, sending: Sending): Html {
  const chosen = lead && chosenRow(lead, 'lead', [pick, remove], sending);
  const byItself =
    leadByItself && otherRow(leadByItself, [['add lead', 'Keep as lead']], sending, leadByItself.story === lead?.story);
  return markup`<section><h2>Lead</h2>
${chosen ? markup`<ul class="stories">${chosen}</ul>` : noHtml}
${byItself ? markup`<p class="faint">${lead ? 'In its place readers see the newest:' : 'None is chosen, so the newest leads:'}</p><ul class="stories">${byItself}</ul>` : noHtml}
${chosen || byItself ? noHtml : markup`<p>Nothing leads: no story is public.</p>`}</section>`;
}

function picksPart({ picks, picksByThemselves }: FrontOnDesk, sending: Sending): Html {
  const rows = picks.map((story, index) => chosenRow(story, index, movesAt(index, picks.length), sending));
  const others = picksByThemselves.map((story) => {
    const isThere = picks.some((each) => each.story === story.story);
    return otherRow(story, [['add pick', 'Keep as pick']], sending, isThere);
  });
  return markup`<section><h2>Picks</h2>
${rows.length === 0 ? markup`<p>None is chosen.</p>` : markup`<ol class="stories">${joined(rows)}</ol>`}
${others.length === 0 ? noHtml : markup`<h2>Beside them, by themselves</h2><p class="faint">The newest fill what is left, and make room for what comes.</p><ol class="stories small">${joined(others)}</ol>`}</section>`;
}

const makeLead: Move = ['lead', 'Make lead'];
const pick: Move = ['pick', 'Make first pick'];
const remove: Move = ['remove', 'Remove'];

function movesAt(index: number, count: number): Move[] {
  const up: Move[] = index > 0 ? [['up', 'Move up']] : [];
  const down: Move[] = index < count - 1 ? [['down', 'Move down']] : [];
  return [...up, ...down, makeLead, remove];
}

function orderPart({ order }: FrontOnDesk, sending: Sending): Html {
  if (order.length < 2) return noHtml;
  const rows = order.map((id, index) => {
    const up: Move[] = index > 0 ? [['section up', 'Move up']] : [];
    const down: Move[] = index < order.length - 1 ? [['section down', 'Move down']] : [];
    return sectionRow(id, [...up, ...down], sending);
  });
  return markup`<section><h2>Order of the sections</h2>
<ol class="sections">${joined(rows)}</ol></section>`;
}

function addPart({ found, lead, picks, language, section }: FrontOnDesk, sending: Sending): Html {
  const { words, stories, isCut, isPart } = found;
  const isThere = (story: string) => [lead, ...picks].some((each) => each?.story === story);
  const shown = words === '' ? stories.filter(({ story }) => !isThere(story)) : stories;
  const moves: Move[] = [
    ['add pick', 'Add as pick'],
    ['add lead', 'Make lead'],
  ];
  const rows = shown.map((story) => otherRow(story, moves, sending, isThere(story.story)));
  const older = isPart
    ? ` The headlines of the newest ${mostLookedAt.toLocaleString('en')} stories were read; give an older one by its address.`
    : '';
  const count =
    words === ''
      ? 'The newest:'
      : shown.length === 0
        ? `No headline has “${words}”.${older}`
        : `Headlines with “${words}”${isCut ? ', the newest of them' : ''}:${older}`;
  return markup`<section id="add"><h2>Add a story</h2>
<form method="get" action="${sending.action}#add" role="search">
<input type="hidden" name="language" value="${language}">${section === undefined ? noHtml : markup`<input type="hidden" name="section" value="${section}">`}
<label for="words">Words of its headline, or its address</label>
<input type="search" id="words" name="words" value="${words}" maxlength="300"${sending.focus?.of === 'search' ? focused : noHtml}>
<button>Search</button></form>
<p class="faint">${count}</p>
<ul class="stories small">${joined(rows)}</ul></section>`;
}

const ownStyles = `nav [aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
.told { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; }
.told p { margin: 0; color: var(--good); }
.told form { margin: 0; }
.refused { border-inline-start: 3px solid var(--alarm); padding: .25rem 1rem; margin-block: 1rem; background: var(--tint); white-space: pre-line; }
#words { flex: 1 1 16rem; min-inline-size: 0; }
`;
