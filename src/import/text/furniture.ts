/** What stands in a text and belongs to none: forms, sign-ups, appeals, share bars; and what readers were never shown. */
import type { Element, Root } from 'hast';
import type { Loss } from './loss.ts';
import { attribute, callingOf, firstIn, rewrite, text, textOf } from './tree.ts';
import { isUnseen } from './unseen.ts';

const controls: ReadonlySet<string> = new Set(['form', 'button', 'select', 'textarea', 'datalist', 'fieldset']);
const machinery: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'link',
  'meta',
  'head',
  'title',
  'svg',
  'canvas',
  'map',
]);

/** As programs and services call what is none of the text. */
const called =
  /(?:^|[\s_-])(?:newsletter|mailing-?list|subscribe|subscription|sign-?up|mc_embed(?:_signup)?|mailchimp|mc4wp|donat(?:e|ion)s?|paypal|patreon|share-?(?:bar|buttons?|links|this)?|sharing|sharedaddy|social-(?:share|links|icons)|addtoany|addthis|jp-relatedposts|related(?:-(?:posts|articles|stories))?|yarpp|wp-block-(?:jetpack-[\w-]+|latest-posts|social-links|loginout|search|archives|categories)|advert(?:isement)?|ad-(?:slot|container|unit)|promo-?box|kg-(?:video|audio)-player(?:-container)?|kg-signup-card|mejs-controls|plyr__controls|comments?-(?:area|form)|post-navigation|breadcrumbs?|table-of-contents|toc|ez-toc-[\w-]+|lwptoc[\w-]*)(?=$|[\s_-])/;
/** More words than an appeal has are a text, whatever it is called. */
const mostWords = 120;

/** As signs, wherever they stand: in a list of things to do, or in a menu or a form that is left out with them. */
export function showCheckboxes(root: Root): void {
  rewrite(root, (element) => {
    if (element.tagName !== 'input' || attribute(element, 'type') !== 'checkbox') return undefined;
    return [text(element.properties.checked ? '☑ ' : '☐ ')];
  });
}

/** Beside what is known, `own` has names of classes and ids that a newsroom gives in `import.yaml`. */
export function dropFurniture(root: Root, own: readonly string[], lose: (loss: Loss) => void): void {
  rewrite(root, (element) => {
    const { tagName } = element;
    if (machinery.has(tagName)) return [];
    if (tagName === 'input') return [];
    if (isUnseen({ ...element.properties, class: attribute(element, 'className') }))
      return drop(element, 'hidden', lose);
    if (controls.has(tagName)) return drop(element, 'form', lose);
    if (isFurniture(element, own))
      return drop(element, /toc|table-of-contents/.test(callingOf(element)) ? 'contents' : 'furniture', lose);
    return undefined;
  });
}

function isFurniture(element: Element, own: readonly string[]): boolean {
  const calling = callingOf(element);
  if (calling === '') return false;
  const names = calling.split(/\s+/);
  if (own.some((each) => names.includes(each.toLowerCase()))) return true;
  if (
    !called.test(calling) ||
    ['article', 'main', 'body', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 'p', 'span'].includes(element.tagName)
  )
    return false;
  if (firstIn(element, 'article', 'main')) return false;
  return textOf(element).split(' ').length <= mostWords;
}

function drop(element: Element, kind: Loss['kind'], lose: (loss: Loss) => void): [] {
  const words = kind === 'hidden' ? '' : textOf(element);
  const name = [element.tagName, callingOf(element)].filter(Boolean).join(' ');
  lose({ kind, text: words, detail: `${name}${words && `: ${words.slice(0, 80)}`}` });
  return [];
}
