/** Rows of the page of a front: a story, what there is to know of it, and the buttons that move it. Forms without a script. */
import { type Html, markup, noHtml } from '../../content/blocks/markup.ts';
import { variantsOf } from '../../content/pictures.ts';
import { inZone, type Seconds } from '../../content/times.ts';
import { joined } from '../desk-page.ts';
import { type DeskStory, timeText } from './desk-story.ts';
import type { PlaceOnFront } from './front-change.ts';
import { titleOf } from './sentences.ts';

/** What a button does, and what it says. */
export type Move = readonly [does: string, name: string];

/** The button that is to have the keyboard’s focus: one of a row, by what it does; else the first of that row. */
export type Focus = { of: string; does: string };

/** What every form of a page sends along. */
export type Sending = {
  action: string;
  hidden: Record<string, string>;
  zone: string;
  focus: Focus | undefined;
  /** What sections are called. */
  sectionName(id: string): string;
};

type Row = {
  story: DeskStory;
  moves: readonly Move[];
  /** What says which story is meant. */
  named: Record<string, string>;
  note?: string;
  until?: { at: Seconds | undefined };
};

export function chosenRow(
  story: DeskStory & { until?: Seconds | undefined; isOver: boolean },
  place: PlaceOnFront,
  moves: readonly Move[],
  sending: Sending,
): Html {
  const { until, isOver, hindrance } = story;
  const over = isOver ? 'Its time here is over. Remove it, or give it another one.' : undefined;
  const note = hindrance ? `${hindrance.what} ${hindrance.staying}` : over;
  return row(
    { story, moves, named: { place: String(place), story: story.story }, ...(note && { note }), until: { at: until } },
    sending,
  );
}

/** One that does not stand there, or does so by itself. `isThere`: it is chosen already. */
export function otherRow(story: DeskStory, moves: readonly Move[], sending: Sending, isThere = false): Html {
  const { hindrance } = story;
  const note = isThere
    ? 'It stands on this front already.'
    : hindrance && `${hindrance.what} ${hindrance.adding ?? hindrance.staying}`;
  const cannotBeAdded = isThere || hindrance?.adding !== undefined;
  // Where a lead waits for its time, a story leads that nobody has chosen: so that is not offered.
  const offered = hindrance ? moves.filter(([does]) => does !== 'add lead') : moves;
  return row(
    { story, moves: cannotBeAdded ? [] : offered, named: { story: story.story }, ...(note && { note }) },
    sending,
  );
}

function row(parts: Row, sending: Sending): Html {
  const { story, moves, named, note, until } = parts;
  const { shown } = story;
  const title = titleOf(story);
  const leaves = until?.at === undefined ? [] : [`leaves ${timeText({ at: until.at }, sending.zone)}`];
  // A name in a script from right to left keeps what comes after it in its place.
  const facts =
    shown &&
    markup`<p class="faint"><bdi>${sending.sectionName(shown.section)}</bdi> · ${[timeText(shown, sending.zone), ...leaves].join(' · ')}</p>`;
  const headline = shown
    ? markup`<a href="${shown.url}" lang="${shown.language}" dir="auto">${title}</a>`
    : markup`<code>${title}</code>`;
  return markup`<li class="story">${pictureOf(story)}<div>
<h3>${headline}</h3>
${facts}${note === undefined ? noHtml : markup`<p class="note">${note}</p>`}
${moves.length === 0 ? noHtml : formOf(buttons(moves, title, focusIn(moves, story.story, sending)), named, sending)}
${until ? untilForm(parts, title, sending) : noHtml}
</div></li>`;
}

function pictureOf({ shown }: DeskStory): Html {
  const smallest = shown?.image && variantsOf(shown.image).find(({ format }) => format === 'webp');
  return smallest
    ? markup`<img src="${smallest.url}" alt="" width="160" height="90" loading="lazy">`
    : markup`<span class="no-picture"></span>`;
}

/** The button that gets the focus, if the row has it. */
function focusIn(moves: readonly Move[], of: string, { focus }: Sending): string | undefined {
  if (focus?.of !== of || focus.does === 'until') return undefined;
  return moves.some(([does]) => does === focus.does) ? focus.does : moves[0]?.[0];
}

/** Each is called after what it moves. */
function buttons(moves: readonly Move[], title: string, focusedMove: string | undefined): Html {
  return joined(
    moves.map(
      ([does, name]) =>
        markup`<button name="do" value="${does}"${does === focusedMove ? focused : noHtml}>${name}<span class="hidden">: ${title}</span></button>`,
    ),
  );
}

/** What was done is read with the button. */
export const focused: Html = { html: ' autofocus aria-describedby="told"' };

function untilForm({ story: { story }, named, until }: Row, title: string, sending: Sending): Html {
  const { zone, focus } = sending;
  const value = until?.at === undefined ? '' : inZone(until.at, zone).toFormat("yyyy-MM-dd'T'HH:mm");
  const isFocused = focus?.of === story && focus.does === 'until';
  return formOf(
    markup`<label>Leaves by itself at <span class="hidden">(${title}) </span><input type="datetime-local" name="until" value="${value}"></label>
<button name="do" value="until"${isFocused ? focused : noHtml}>Set<span class="hidden"> when it leaves: ${title}</span></button>`,
    named,
    sending,
  );
}

export function sectionRow(id: string, moves: readonly Move[], sending: Sending): Html {
  const name = sending.sectionName(id);
  const form = formOf(buttons(moves, name, focusIn(moves, id, sending)), { block: id }, sending);
  return markup`<li class="section"><span dir="auto">${name}</span>${form}</li>`;
}

export function formOf(content: Html, named: Record<string, string>, { action, hidden }: Sending): Html {
  const fields = Object.entries({ ...hidden, ...named }).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  return markup`<form method="post" action="${action}" enctype="multipart/form-data">${joined(fields)}
${content}</form>`;
}

export const rowStyles = `.stories, .sections { list-style: none; margin: 0; padding: 0; }
.story { display: grid; grid-template-columns: var(--thumb) minmax(0, 1fr); column-gap: 1rem; padding-block: .75rem; border-block-end: 1px solid var(--line); }
.stories { --thumb: 10rem; }
.stories.small { --thumb: 5rem; }
.story img, .no-picture { inline-size: var(--thumb); block-size: auto; aspect-ratio: 16 / 9; object-fit: cover; background: var(--tint); }
.story h3 { margin: 0; }
.story p { margin: 0; }
.note { color: var(--advice); }
form { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-block: .5rem 0; }
button, input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--faint); border-radius: 4px; padding: .25rem .625rem; max-inline-size: 100%; }
button { cursor: pointer; color: var(--link); border-color: currentColor; }
.section { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; padding-block: .25rem; border-block-end: 1px solid var(--line); }
.section > span { min-inline-size: 10rem; }
.section form { margin: 0; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
label { max-inline-size: 100%; }
@media (max-width: 40rem) { .stories { --thumb: 5rem; } .no-picture { display: none; } .story:has(.no-picture) { grid-template-columns: minmax(0, 1fr); } }
`;
