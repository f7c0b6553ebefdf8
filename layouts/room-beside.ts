/**
 * Where the story so far stands on a wide screen: in the spine, if what belongs to the lines of a text leaves room for it.
 * Styles cannot know that. It is reckoned in letters of the text, of which a line has three times as many as one in the
 * spine; pictures, and half of what stands between paragraphs, are left out, so that there is more room than it says.
 */
import { spanOf } from '../src/content/pictures.ts';
import type { ArticleWithBody } from '../src/queries/queries.ts';

/** From the beginning, where it stays in view; at the end of the text; below it. */
export type Place = 'beside' | 'end' | 'below';

type Told = Pick<ArticleWithBody, 'points' | 'sources' | 'image'> & { body: Pick<ArticleWithBody['body'], 'html'> };

/** How many letters of the text are as high as: a letter in the spine, what is around a thing there, what parts two paragraphs, a source below the text. */
const high = { letter: 2, thing: 100, paragraph: 40, source: 60 };

/** What hangs in the spine, beside its line; what takes its place; what letters do not tell the height of. */
const apart =
  /<span class="side" hidden>(?<side>.*?)<\/span>|<figure class="note note-fact"[^>]*>(?<fact>.*?)<\/figure>|<figure class="quote"[^>]*><figcaption>(?<speaker>.*?)<\/figcaption>|(?<wide><figure class="figure [^"]*\b(?:wide|whole)").*?<\/figure>|<table>.*?<\/table>|<pre[^>]*>.*?<\/pre>|<ol class="footnotes">.*$/gs;

/** `things`: what each thing of the story so far says. */
export function placeBeside(story: Told, things: readonly string[]): Place {
  const { letters, taken } = readText(story);
  if (taken === undefined) return 'beside';
  const room = letters + story.sources.length * high.source - taken;
  return room > things.reduce((sum, each) => sum + heightOf(each), high.thing) ? 'end' : 'below';
}

/** `taken`: down to which letter something stands in the spine, if anything does. */
function readText({ body, points, image }: Told): { letters: number; taken?: number } {
  let [letters, read] = [0, 0];
  let taken = points.length > 0 ? points.reduce((sum, each) => sum + heightOf(each), high.thing) : undefined;
  if (image && spanOf(image)) taken ??= 0;
  for (const { 0: found, index, groups = {} } of body.html.matchAll(apart)) {
    letters += lettersOf(body.html.slice(read, index));
    read = index + found.length;
    const hung = groups.side ?? groups.fact ?? groups.speaker;
    if (hung !== undefined) taken = Math.max(taken ?? 0, letters) + heightOf(hung);
    else if (groups.wide !== undefined) taken = Math.max(taken ?? 0, letters);
  }
  letters += lettersOf(body.html.slice(read));
  return { letters, ...(taken !== undefined && { taken }) };
}

function heightOf(said: string): number {
  return high.thing + high.letter * lettersOf(said);
}

function lettersOf(html: string): number {
  const paragraphs = html.match(/<\/(?:p|li|h\d)>/g) ?? [];
  return html.replace(/<[^>]*>/g, '').length + high.paragraph * paragraphs.length;
}
