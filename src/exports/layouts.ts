/** `broadsheet/layouts`: what a layout or a component is written against: what each kind’s layout is given, and its words. */

export { type Here, hereIn } from '../../layouts/here.ts';
export type { Layouts } from '../../layouts/layouts.tsx';
export { renderPage } from '../../layouts/render-page.ts';
export { type Words, wordsIn } from '../../layouts/words.ts';
export { directionOf } from '../content/names.ts';
export type { Site } from '../content/site.ts';
export type { KindProps, LayoutName } from '../routes/kinds.ts';
