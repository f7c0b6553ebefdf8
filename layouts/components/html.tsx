/**
 * The only file that writes markup it did not make: bodies rendered from Markdown (whose parser lets
 * no HTML of an author's through), our own style sheet, and data escaped for a script element.
 */
import type { FunctionComponent, VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';
import type { Graph, Thing } from 'schema-dts';
import type { Site } from '../../src/content/site.ts';
import type { Here } from '../here.ts';
import { jsonInHtml } from '../json-in-html.ts';

type HtmlProps = { class: string; html: string };

type TextProps = HtmlProps & { before: VNode; after: VNode };

/**
 * A story's text with what belongs to it before and after, all of it in one element: a reader mode takes the element
 * whose own children are the paragraphs, and loses what stands beside it.
 */
export function Text({ class: name, before, html, after }: TextProps) {
  const whole = render(before) + html + render(after);
  return <Html class={name} html={whole} />;
}

/** A line of Markdown, already rendered. */
export function Line({ as: Element, html }: Pick<HtmlProps, 'html'> & { as: 'p' | 'span' }) {
  return <Element dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A body of Markdown, already rendered. */
export function Html({ class: name, html }: HtmlProps) {
  return <div class={name} dangerouslySetInnerHTML={{ __html: html }} />;
}

/**
 * A part that stands on many pages: it is rendered once for each site, language and key, which have to say all that it
 * depends on. There are as few keys as a site has sections.
 */
export function renderedOnce<Props extends { here: Here }>(
  Part: FunctionComponent<Props>,
  keyOf: (props: Props) => string = () => '',
): FunctionComponent<Props> {
  const known = new WeakMap<Site, Map<string, string>>();
  return (props) => {
    const { site, language } = props.here;
    const ofSite = known.get(site) ?? new Map<string, string>();
    known.set(site, ofSite);
    const key = `${language} ${keyOf(props)}`;
    const html = ofSite.get(key) ?? render(<Part {...props} />);
    ofSite.set(key, html);
    return jsxTemplate([html]);
  };
}

export function StyleSheet({ css }: { css: string }) {
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}

/**
 * Tells a browser that can to fetch a page when a reader is about to follow a link to it
 * (https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/script/type/speculationrules). It is data, not
 * run, and one constant string; browsers leave it alone while a reader saves data.
 */
export function Foresight() {
  return <script type="speculationrules" dangerouslySetInnerHTML={{ __html: foresight }} />;
}

const foresight = jsonInHtml({
  prefetch: [{ where: { and: [{ href_matches: '/*' }, { not: { href_matches: '/*.*' } }] }, eagerness: 'moderate' }],
});

/** Data for the script of the page; it is not run either. */
export function PageData({ id, data }: { id: string; data: object }) {
  return <script type="application/json" id={id} dangerouslySetInnerHTML={{ __html: jsonInHtml(data) }} />;
}

/** Data for search engines. It is not run: a page's policy may forbid all scripts. */
export function StructuredData({ things }: { things: readonly Thing[] }) {
  const data: Graph = { '@context': 'https://schema.org', '@graph': things };
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonInHtml(data) }} />;
}
