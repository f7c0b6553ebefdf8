/** Texts of corrections: lines of Markdown, whose links count as those of the story and whose Problems stand at their field. */
import type { Position, Problem } from '../problem.ts';
import { outlineLine } from './markdown/line.ts';
import type { Outline } from './markdown/outline.ts';
import { placeFault } from './markdown/places.ts';
import type { Site } from './site.ts';
import type { Field } from './yaml.ts';

/** The outline of a story with the links of its corrections, and those of each by itself. */
export function withCorrections(
  outline: Outline,
  corrections: readonly { text: string }[],
  site: Site,
  place: (field: Field) => Position & { file: string },
): { outline: Outline; links: string[][]; problems: Problem[] } {
  const headings = new Set(outline.headings);
  const lines = corrections.map(({ text }) => outlineLine(text, site));
  const all = (of: 'links' | 'outbound') => [...new Set([...outline[of], ...lines.flatMap((line) => line[of])])];
  return {
    links: lines.map((line) => line.links),
    outline: { ...outline, links: all('links'), outbound: all('outbound') },
    problems: lines.flatMap(({ findings, places }, index) => {
      const faults = places.flatMap((each) => placeFault(each, headings) ?? []);
      const told = [...findings.map(({ line: _line, search: _search, ...said }) => said), ...faults];
      return told.map((said) => ({ ...said, ...place(['corrections', index, 'text']) }));
    }),
  };
}
