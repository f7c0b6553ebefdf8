/**
 * Where other stories stand beside one: the story so far in the spine, if what belongs to the lines of a text leaves room for
 * it; what is related in the third column, if the text is as long. Styles cannot know that. It is reckoned in letters of
 * the text, of which a line has three times as many as one in the spine; pictures, and half of what stands between
 * paragraphs, are left out, so that there is more room than it says.
 */
import { spanOf } from '../src/content/pictures.ts';
import type { ArticleWithBody } from '../src/queries/queries.ts';

/** From the beginning, where it stays in view; at the end of the text; below it. */
export type Place = 'beside' | 'end' | 'below';

type Told = Pick<ArticleWithBody, 'points' | 'sources' | 'image'> & { body: Pick<ArticleWithBody['body'], 'html'> };

/**
 * How many letters of the text are as high as: a letter in the spine, what is around a thing there, what is around a headline
 * in the third column, what parts two paragraphs, a source below the text, a line of the facts, as much of these as styles leave
 * room for, a lead picture, the headline and the standfirst, a low window.
 */
const high = {
  letter: 2,
  thing: 100,
  headline: 150,
  paragraph: 40,
  source: 60,
  fact: 50,
  facts: 580,
  picture: 800,
  head: 500,
  window: 1600,
};

/** What hangs in the spine, beside its line; what takes its place; what letters do not tell the height of. */
const apart =
  /<span class="side" hidden>(?<side>.*?)<\/span>|<figure class="note note-fact"[^>]*>(?<fact>.*?)<\/figure>|<figure class="quote"[^>]*><figcaption>(?<speaker>.*?)<\/figcaption>|(?<wide><figure class="figure [^"]*\b(?:wide|whole)").*?<\/figure>|<table>.*?<\/table>|<pre[^>]*>.*?<\/pre>|<ol class="footnotes">.*$/gs;

/** What there is beside a story. `facts`, and `things` in both: what each of them says. */
export function roomBeside(story: Told, facts: readonly string[], hasContents = false) {
  const ofFacts = heightOf(facts, high.fact);
  const { letters, taken } = readText(story, ofFacts);
  const all = letters + story.sources.length * high.source;
  return {
    /** Whether nothing belongs in the spine below a lead picture. */
    isFree: !taken,
    /** Of what stands in the spine, where it stays in view if it fits a window: nothing else does beside contents. */
    placeOf(things: readonly string[]): Place {
      if (hasContents) return 'below';
      const needed = heightOf(things) + high.thing;
      if (taken === undefined && ofFacts < high.facts && needed < high.window) return 'beside';
      return all - (taken ?? ofFacts) > needed ? 'end' : 'below';
    },
    /** Whether the story, from its headline on, is as high as these and some headlines in a column of their own. */
    isFor(things: readonly string[], headlines: readonly string[]): boolean {
      const needed = heightOf(things) + heightOf(headlines, high.headline);
      return all + high.head + (story.image ? high.picture : 0) > needed;
    },
  };
}

export type Room = ReturnType<typeof roomBeside>;

/** `taken`: down to which letter something stands in the spine below the facts, if anything does. */
function readText({ body, points, image }: Told, facts: number): { letters: number; taken?: number } {
  let [letters, read] = [0, 0];
  let taken = points.length > 0 ? facts + heightOf(points) + high.thing : undefined;
  if (image && spanOf(image)) taken ??= 0;
  for (const { 0: found, index, groups = {} } of body.html.matchAll(apart)) {
    letters += lettersOf(body.html.slice(read, index));
    read = index + found.length;
    const hung = groups.side ?? groups.fact ?? groups.speaker;
    if (hung !== undefined) taken = Math.max(taken ?? facts, letters) + heightOf([hung]);
    else if (groups.wide !== undefined) taken = Math.max(taken ?? 1, letters);
  }
  letters += lettersOf(body.html.slice(read));
  return { letters, ...(taken !== undefined && { taken }) };
}

function heightOf(things: readonly string[], around = high.thing): number {
  return things.reduce((sum, each) => sum + around + high.letter * lettersOf(each), 0);
}

function lettersOf(html: string): number {
  const paragraphs = html.match(/<\/(?:p|li|h\d)>/g) ?? [];
  return html.replace(/<[^>]*>/g, '').length + high.paragraph * paragraphs.length;
}
