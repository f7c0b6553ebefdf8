/** What no text of a document may have in it, wherever it stands: templates, and characters that no page can show. */
import { isScalar } from 'yaml';
import type { Position, Problem } from '../../problem.ts';
import { describeCharacter, forbiddenCharacter } from '../characters.ts';
import { describeHidden, hiddenCharacters, invisibleRefusal } from '../hidden-characters.ts';
import type { Written } from './scalars.ts';

const templateSyntax = /\{\{|\{%|<%/;

/** `position` tells the place of an offset in `text`, from which the values were read. */
export function textProblems(
  scalars: readonly Written[],
  text: string,
  file: string,
  position: (offset: number) => Position,
): Problem[] {
  return scalars.flatMap(({ node, field, start, end }) => {
    const value = isScalar(node) && field ? node.value : undefined;
    if (typeof value !== 'string') return [];
    const template = templateSyntax.exec(value)?.[0];
    const character = forbiddenCharacter(value)?.character;
    const hidden = invisibleRefusal(value) ? undefined : hiddenCharacters(value)[0]?.character;
    const hiddenAt = hidden === undefined ? -1 : text.slice(start, end).indexOf(hidden);
    return [
      ...(template === undefined ? [] : [templateProblem(template, file, position(start))]),
      ...(character === undefined ? [] : [describeCharacter(character, file, position(start))]),
      ...(hidden === undefined ? [] : [describeHidden(hidden, file, position(start + Math.max(hiddenAt, 0)))]),
    ];
  });
}

/** The Problem for template syntax, in front matter or in a text: content is data, so it is refused rather than shown. */
function templateProblem(found: string, file: string, position: Position): Problem {
  return {
    code: 'content/template-syntax',
    file,
    ...position,
    what: `“${found}” looks like template code, which is never run.`,
    fix: 'Write the words themselves; only the text of a story can show such code, between backticks.',
  };
}
