/**
 * Messages of the interface in ICU syntax, `{n, plural, one {# story} other {# stories}}`: read once into what
 * `layouts/message.ts` says without a parser. https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { plainRefusals } from './plain-text.ts';
import type { PlainRefusal } from './refusal.ts';
import { suggestion } from './suggest.ts';

export type Message = readonly MessagePart[];
type MessagePart = string | { argument: string } | Choice;
/** One of several messages, by a number's form in the language (or the number itself, `=1`), or by a word. */
export type Choice = {
  argument: string;
  by: 'cardinal' | 'ordinal' | 'word';
  options: Readonly<Record<string, Message>>;
};

/** What a message may tell; of each group at least one must be told. */
export type Arguments = { known: readonly string[]; needed: readonly (readonly string[])[] };

/** Never throws: a message that cannot be said as it is written is refused. */
export function readMessage(
  text: string,
  { known, needed }: Arguments,
): { message: Message } | { refusal: PlainRefusal } {
  try {
    const told = new Set<string>();
    const message = readParts(parse(text, { ignoreTag: true }), { known, told });
    const missing = needed.find((group) => !group.some((argument) => told.has(argument)));
    const [refusal] = missing ? [untold(missing)] : plainRefusals(sample(message));
    return refusal ? { refusal } : { message };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    if (error instanceof SyntaxError) return { refusal: unreadable(text, error) };
    throw error;
  }
}

class Refused extends Error {
  readonly refusal: PlainRefusal;

  constructor(refusal: PlainRefusal) {
    super(refusal.what);
    this.refusal = refusal;
  }
}

/** `told` collects the arguments; `counted` is what `#` stands for. */
type Setting = { known: readonly string[]; told: Set<string>; counted?: string };

function readParts(elements: readonly MessageFormatElement[], setting: Setting): Message {
  return elements.map((element) => readPart(element, setting));
}

function readPart(element: MessageFormatElement, setting: Setting): MessagePart {
  if (element.type === TYPE.pound) return { argument: setting.counted ?? '' };
  if (element.type === TYPE.literal) return readLiteral(element.value);
  const argument = element.value;
  if (!setting.known.includes(argument)) throw new Refused(unknown(argument, setting.known));
  setting.told.add(argument);
  if (element.type === TYPE.argument) return { argument };
  if (element.type !== TYPE.plural && element.type !== TYPE.select)
    throw new Refused(malformed(`“${argument}” takes no format here.`, `Write {${argument}}.`));
  const isPlural = element.type === TYPE.plural;
  if (isPlural && element.offset !== 0)
    throw new Refused(
      malformed('“offset” is not known here.', 'Remove it, and write the forms for the number itself.'),
    );
  const inner = isPlural ? { ...setting, counted: argument } : setting;
  const options = Object.entries(element.options).map(([name, { value }]) => [name, readParts(value, inner)]);
  const by = isPlural ? (element.pluralType ?? 'cardinal') : 'word';
  return { argument, by, options: Object.fromEntries(options) };
}

/** ICU takes a brace after an apostrophe, and one that closes nothing, for text. No word of the interface has one. */
function readLiteral(text: string): string {
  const sign = /[{}#]/.exec(text)?.[0];
  const what = `“${sign}” would be shown to readers as typed.`;
  if (sign === '#') throw new Refused(malformed(what, 'A number is “#” only inside a plural; elsewhere write {n}.'));
  if (sign !== undefined)
    throw new Refused(malformed(what, "Give each { its }, and write an apostrophe as ’: after ' a { is plain text."));
  return text;
}

/** Its texts, with an x for each argument. */
function sample(message: Message): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      return 'options' in part ? Object.values(part.options).map(sample).join(' ') : 'x';
    })
    .join('');
}

function unreadable(text: string, error: SyntaxError): PlainRefusal {
  if (error.message === 'MISSING_OTHER_CLAUSE')
    return malformed('The form “other” is missing.', 'Add it as the last, as in “one {# story} other {# stories}”.');
  const { location } = error as SyntaxError & { location?: { start: { offset: number } } };
  const rest = text.slice(location?.start.offset ?? 0, (location?.start.offset ?? 0) + 40);
  return malformed(
    `This message cannot be read from “${rest}” on.`,
    'Write an argument as {name}, and a number with its forms as {n, plural, one {# story} other {# stories}}.',
  );
}

function malformed(what: string, fix: string): PlainRefusal {
  return { code: 'words/bad-message', what, fix };
}

function unknown(argument: string, known: readonly string[]): PlainRefusal {
  return {
    code: 'words/unknown-argument',
    what: `There is no value called {${argument}} for this message.`,
    fix: suggestion(argument, known, 'Remove it.'),
  };
}

function untold(group: readonly string[]): PlainRefusal {
  const each = group.map((argument) => `{${argument}}`);
  return {
    code: 'words/missing-argument',
    what: `This message never says ${each[0]}.`,
    fix: `Write ${each.join(' or ')} where it belongs.`,
  };
}
