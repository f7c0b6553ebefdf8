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
  { from: 80, width: '40rem' },
  { from: 60, width: '64vw - 11rem' },
  { from: 48, width: '60vw' },
  whole,
];

/** A card in a ledger. */
export const ledgerFrame: Frame = [{ from: 60, width: '23rem' }, { from: 39, width: halfOfWindow }, whole];

/** The large story of a front: two thirds of the column. */
export const openingFrame: Frame = [
  { from: 80, width: '41.5rem' },
  { from: 60, width: '67vw - 12rem' },
  { from: 48, width: '67vw - 2.5rem' },
  whole,
];

/** One of the two others: a third of the column. */
export const secondFrame: Frame = [
  { from: 80, width: '21rem' },
  { from: 60, width: '33vw - 6.5rem' },
  { from: 48, width: '33vw - 1.7rem' },
  { from: 39, width: halfOfWindow },
  whole,
];

/** A card in a ledger of columns: its picture is small. */
export const columnFrame: Frame = [{ from: 0, width: '9rem' }];

/** The first story of a section on the front page: beside its text where the card is wide enough for both. */
export const blockFrame: Frame = [
  { from: 75, width: '18.5rem' },
  { from: 60, width: '64vw - 11rem' },
  { from: 48, width: '60vw' },
  { from: 39, width: halfOfWindow },
  whole,
];

/** The first of the picks: half of their row on a wide screen, beside its text on a narrow one. */
export const firstPickFrame: Frame = [
  { from: 80, width: '30rem' },
  { from: 75, width: '40vw - 7rem' },
  { from: 60, width: '50vw - 7.5rem' },
  { from: 39, width: halfOfWindow },
  whole,
];

/** Another of them: a quarter, or a half; small on a phone. */
export const pickFrame: Frame = [
  { from: 80, width: '14rem' },
  { from: 75, width: '20vw - 3.5rem' },
  { from: 60, width: '50vw - 7.5rem' },
  { from: 30, width: halfOfWindow },
  { from: 0, width: '6rem' },
];

/** A card in a grid of so many. */
export function gridFrame(cards: number): Frame {
  if (cards < 3)
    return [
      { from: 80, width: '31rem' },
      { from: 60, width: '50vw - 9rem' },
      { from: cards === 1 ? 39 : 29, width: halfOfWindow },
      whole,
    ];
  const three = [
    { from: 60, width: '33vw - 6.5rem' },
    { from: 43, width: '33vw - 1.7rem' },
    { from: 29, width: halfOfWindow },
    whole,
  ];
  return cards === 3 ? [{ from: 80, width: '20rem' }, ...three] : [{ from: 72, width: '14rem' }, ...three];
}
