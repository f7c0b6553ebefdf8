/** A text without characters that nobody sees and that no language needs. One that parts lines or words is a space. */
import { hiddenCharacters } from '../../content/hidden-characters.ts';

export function withoutHidden(text: string): string {
  let plain = text;
  for (let found = hiddenCharacters(plain); found.length > 0; found = hiddenCharacters(plain))
    for (const { character, offset } of found.toReversed())
      plain =
        plain.slice(0, offset) + (/[\u2028\u2029]/.test(character) ? ' ' : '') + plain.slice(offset + character.length);
  return plain;
}
