/** A key of front matter with its value, as an author would write them. */
import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';
import { yamlLine } from '../content/yaml/write.ts';

/** In one line; addresses, and things that have parts, one below the other. */
export function matterLines(key: string, value: unknown): string[] {
  const isBelow = Array.isArray(value) && (key === 'redirectFrom' || value.some((each) => typeof each === 'object'));
  return isBelow && value.length > 0
    ? [`${key}:`, ...value.map((each) => `  - ${yamlLine(each)}`)]
    : [`${key}: ${yamlLine(value)}`];
}

/** All of it, to the letter: what one line cannot hold, such as a text with several, is written as YAML can. */
export function matterText(matter: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(matter).map(([key, value]) => {
    const text = `${matterLines(key, value).join('\n')}\n`;
    const same = { [key]: value };
    return isDeepStrictEqual(parse(text), same) ? text : stringify(same, { lineWidth: 0 });
  });
  return texts.join('');
}
