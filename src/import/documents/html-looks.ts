/** What the styles of an HTML document say of its words: those in its head by class, and those of an element itself. */
import type { Element, Root } from 'hast';
import { attribute, elementsIn, textOf } from '../text/tree.ts';
import type { Mark } from './line.ts';

type Rules = ReadonlyMap<string, string>;

export type Look = {
  marks: ReadonlySet<Mark>;
  isPlain: boolean;
  isUnderlined: boolean;
  colour?: string;
  ground?: string;
};

const ofTags: Readonly<Record<string, Mark>> = {
  ...{ b: 'strong', strong: 'strong', i: 'em', em: 'em', cite: 'em' },
  ...{ s: 'del', strike: 'del', del: 'del', sup: 'sup', sub: 'sub' },
};

export class Looks {
  readonly #byClass = new Map<string, string>();

  constructor(root: Root) {
    for (const style of elementsIn(root))
      if (style.tagName === 'style')
        for (const [, name = '', rules = ''] of textOf(style).matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g))
          this.#byClass.set(name, `${this.#byClass.get(name) ?? ''};${rules}`);
  }

  /** `isPlain`: it is said not to be bold. */
  of(element: Element): Look {
    const rules = this.#rulesOf(element);
    const says = (property: string, value: RegExp) => value.test(rules.get(property) ?? '');
    const marks = new Set<Mark>();
    const own = ofTags[element.tagName];
    if (own) marks.add(own);
    if (says('font-weight', /^(?:bold|[6-9]00)$/)) marks.add('strong');
    if (says('font-style', /^(?:italic|oblique)/)) marks.add('em');
    if (says('text-decoration', /line-through/)) marks.add('del');
    if (says('vertical-align', /^super/)) marks.add('sup');
    if (says('vertical-align', /^sub/)) marks.add('sub');
    const isPlain = says('font-weight', /^(?:normal|[1-5]00)$/);
    if (isPlain) marks.delete('strong');
    const [colour, ground] = [coloured(rules.get('color')), coloured(rules.get('background-color'))];
    return {
      ...{ marks, isPlain, isUnderlined: element.tagName === 'u' || says('text-decoration', /underline/) },
      ...(colour !== undefined && colour !== '#000000' && { colour }),
      ...(ground !== undefined && ground !== '#ffffff' && { ground }),
    };
  }

  breaksPage(element: Element): boolean {
    return /^(?:always|page)/.test(this.#rulesOf(element).get('page-break-before') ?? '');
  }

  #rulesOf(element: Element): Rules {
    const classes = attribute(element, 'className').split(/\s+/);
    const written = [...classes.map((name) => this.#byClass.get(name) ?? ''), attribute(element, 'style')].join(';');
    const rules = written.split(';').flatMap((rule): [string, string][] => {
      const [name = '', value = ''] = rule.split(/:(.*)/s);
      return value.trim() === '' ? [] : [[name.trim().toLowerCase(), value.trim().toLowerCase()]];
    });
    return new Map(rules);
  }
}

function coloured(value: string | undefined): string | undefined {
  return /^#[0-9a-f]{6}$/.exec(value ?? '')?.[0];
}
