/**
 * How wide the styles show pictures, place by place: for `sizes`, by which browsers choose a file before they know any
 * style. `test/browser/torture.test.ts` holds them against what is shown.
 */
import type { Frame } from '../src/content/pictures.ts';

const whole = { from: 0, width: '100vw - 2rem' };
/** Beside its text, or the half of a grid of two. */
const halfOfWindow = '50vw - 2rem';

/** Seven parts of eleven of the column. */
export const leadFrame: Frame = [
  { from: 100, width: '51.5rem' },
  { from: 80, width: '40rem' },
  { from: 60, width: '64vw - 11rem' },
  { from: 48, width: '60vw' },
  whole,
];

/** An author, wherever it is. */
export const portraitFrame: Frame = [{ from: 0, width: '9rem' }];

/** The large story of a front: two thirds of the page. */
export const openingFrame: Frame = [
  { from: 100, width: '58rem' },
  { from: 80, width: '50rem' },
  { from: 48, width: '67vw - 2.5rem' },
  whole,
];

/** One of the two others beside its picture: a third of the page. */
export const secondFrame: Frame = [
  { from: 100, width: '29rem' },
  { from: 80, width: '24rem' },
  { from: 48, width: '33vw - 1.7rem' },
  { from: 37, width: halfOfWindow },
  whole,
];

/** A card in columns: its picture is small. */
export const columnFrame: Frame = [{ from: 0, width: '9rem' }];

/** The first story of a section on the front page, of which two stand in a row: beside its text. */
export const blockFrame: Frame = [
  { from: 100, width: '26rem' },
  { from: 80, width: '17rem' },
  { from: 75, width: '25vw - 3.5rem' },
  { from: 60, width: '33vw - 2.5rem' },
  { from: 37, width: halfOfWindow },
  whole,
];

/** Of one that has the row for itself. */
export const wideBlockFrame: Frame = [
  { from: 100, width: '26rem' },
  { from: 80, width: '23.5rem' },
  { from: 60, width: '33vw - 2.5rem' },
  { from: 37, width: halfOfWindow },
  whole,
];

/** The first of the picks: half of their row on a wide screen, beside its text on a narrow one. */
export const firstPickFrame: Frame = [
  { from: 100, width: '16rem' },
  { from: 80, width: '30rem' },
  { from: 75, width: '43vw - 5.5rem' },
  { from: 60, width: '50vw - 7.5rem' },
  { from: 37, width: halfOfWindow },
  whole,
];

const pickOnNarrow: Frame = [
  { from: 60, width: '50vw - 7.5rem' },
  { from: 30, width: halfOfWindow },
  { from: 0, width: '6rem' },
];

/** Another of them: a quarter beside the first, small on a phone. */
export const pickFrame: Frame = [
  { from: 100, width: '18.5rem' },
  { from: 80, width: '14rem' },
  { from: 75, width: '22vw - 3.4rem' },
  ...pickOnNarrow,
];

/** A third, where the first has no picture. */
export const thirdFrame: Frame = [
  { from: 100, width: '24rem' },
  { from: 80, width: '19rem' },
  { from: 75, width: '27vw - 2.5rem' },
  ...pickOnNarrow,
];

/** A card in a grid of so many. */
export function gridFrame(cards: number): Frame {
  if (cards < 3)
    return [
      { from: 100, width: cards === 1 ? '39rem' : '18.5rem' },
      { from: 80, width: '31rem' },
      { from: 60, width: '50vw - 9rem' },
      { from: cards === 1 ? 37 : 29, width: halfOfWindow },
      whole,
    ];
  const three = [
    { from: 60, width: '33vw - 6.5rem' },
    { from: 43, width: '33vw - 1.7rem' },
    { from: 29, width: halfOfWindow },
    whole,
  ];
  const wide = { from: 100, width: cards === 3 ? '25rem' : '18rem' };
  return [wide, cards === 3 ? { from: 80, width: '20rem' } : { from: 72, width: '14rem' }, ...three];
}
