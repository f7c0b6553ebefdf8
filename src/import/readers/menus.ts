/** Links of menus, in whichever way a program or its themes write them: lists of names with addresses, with others below them. */
import type { SourceMenuLink, SourcePlace } from '../source-story.ts';
import { type Front, isRecord } from './front-matter.ts';

const titles = ['title', 'name', 'text', 'label', 'linkTitle', 'key'];
const urls = ['url', 'link', 'href', 'pageRef', 'permalink', 'path'];

export type Menu = { value: unknown; language?: string };
type Weighed = { link: SourceMenuLink; weight: number };

/** What calls itself a menu among settings: `menu`, `mainNav`, `footer_links`. */
export function menusIn(settings: unknown): unknown[] {
  if (!isRecord(settings)) return [];
  return Object.entries(settings).flatMap(([key, value]) =>
    /menu|nav(?!ig)|navigation|footer/i.test(key) ? [value] : [],
  );
}

/** Files of data that are named for a menu. */
export function isMenuFile(file: string): boolean {
  return /(?:^|\/)_?data\/(?:[^/]+\/)*[\w-]*(?:menu|nav|footer)[\w-]*\.(?:ya?ml|json|toml)$/i.test(file);
}

export function linksOfMenu({ value, language }: Menu, place: SourcePlace): Weighed[] {
  if (Array.isArray(value))
    return value.flatMap((each) => linksOfMenu({ value: each, ...(language && { language }) }, place));
  if (!isRecord(value)) return [];
  const [title, url] = [titles, urls].map((keys) =>
    keys.map((key) => value[key]).find((each): each is string => typeof each === 'string' && each !== ''),
  );
  const own: Weighed[] =
    title === undefined || url === undefined
      ? []
      : [{ link: { kind: 'menu-link', place, title, url, ...(language && { language }) }, weight: weightOf(value) }];
  const below = Object.values(value).filter((each) => typeof each === 'object');
  return [...own, ...below.flatMap((each) => linksOfMenu({ value: each, ...(language && { language }) }, place))];
}

/** What a text says of its own place in menus: `menu: main`, `menu: {main: {weight: 10}}`, `eleventyNavigation: {key: About}`. */
export function linkOfText(front: Front, url: string, of: Pick<SourceMenuLink, 'place' | 'language'>): Weighed[] {
  const said = front.menu ?? front.menus ?? front.eleventyNavigation;
  if (!said) return [];
  const all = isRecord(said) ? [said, ...Object.values(said).filter(isRecord)] : [];
  const title = [...all, front]
    .flatMap((each) => titles.map((key) => each[key]))
    .find((each): each is string => typeof each === 'string' && each !== '');
  const weight = Math.max(0, ...all.map(weightOf));
  return [{ link: { kind: 'menu-link', ...of, ...(title && { title }), url }, weight }];
}

/** As Hugo puts them in order: those without a weight last. */
export function inOrderOfWeight(links: readonly Weighed[]): SourceMenuLink[] {
  return links.toSorted((a, b) => (a.weight || Infinity) - (b.weight || Infinity) || 0).map(({ link }) => link);
}

function weightOf(value: Front): number {
  return Number(value.weight ?? value.order ?? 0) || 0;
}
