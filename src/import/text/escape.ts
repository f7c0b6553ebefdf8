/**
 * A text as Markdown that shows it: signs that would be taken for markup get a backslash. `gently` those that would be in
 * most texts; `strictly` all that ever could, for a text of which something was taken for markup all the same.
 */

type Around = {
  before: string;
  after: string;
  isInLink: boolean;
  isInCell: boolean;
  /** It begins a line. */
  isAtStart: boolean;
};

export type Escape = (text: string, around: Around) => string;

const address = /https?:\/\/[^\s<>"'`\\[\]{}|^]+/g;

/** An address in the text becomes a link to itself, whatever signs it has. */
function outsideOfAddresses(text: string, change: (part: string, from: number) => string): string {
  let written = '';
  let at = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    written += change(text.slice(at, index), at) + found;
    at = index + found.length;
  }
  return written + change(text.slice(at), at);
}

export const gently: Escape = (text, around) => {
  const whole = around.before + text + around.after;
  const at = (from: number, index: number) => around.before.length + from + index;
  const written = outsideOfAddresses(text, (part, from) =>
    part.replace(/[\\`*_[\]<{&~^|=+%:!]/g, (sign, index: number) => {
      const place = at(from, index);
      const beside = { before: whole[place - 1] ?? '', after: whole[place + 1] ?? '', rest: whole.slice(place) };
      const isFirst = around.isAtStart && from + index === 0;
      return needsEscape(sign, { ...around, ...beside, isFirst }) ? `\\${sign}` : sign;
    }),
  );
  return around.isAtStart ? lineStart(written) : written;
};

const letter = /[\p{L}\p{M}\p{N}]/u;

type Sign = { before: string; after: string; rest: string; isInLink: boolean; isInCell: boolean; isFirst: boolean };

function needsEscape(sign: string, { before, after, rest, isInLink, isInCell, isFirst }: Sign): boolean {
  switch (sign) {
    case '\\':
      return after === '' || /[!-/:-@[-`{-~]/.test(after);
    case '*':
      return !(/\s/.test(before || ' ') && /\s/.test(after || ' ')) || before === '' || after === '';
    case '_':
      return (
        !(letter.test(before) && letter.test(after)) &&
        !(/[/.=#&?@]/.test(before) && before !== '') &&
        !(/\s/.test(before) && /\s/.test(after))
      );
    case ']':
      return isInLink || after === '(' || after === '[' || after === ':';
    case '<':
      return after === '' || /[a-zA-Z/!?%>]/.test(after);
    case '&':
      return /^&(?:#|[a-zA-Z][a-zA-Z\d]{1,31};|(?:nbsp|amp|quot|lt|gt)(?![\w=]))/.test(rest);
    case '~':
      return before === '~' || after === '~' || (letter.test(before) && letter.test(after));
    case '|':
      return isInCell || isFirst || before === '|' || after === '|';
    case '=':
    case '+':
    case '%':
      return before === sign || after === sign;
    case ':':
      return (/^:[a-z][a-z_]{1,30}:/.test(rest) && !/[\p{L}\p{N}]/u.test(before)) || before === ':' || after === ':';
    case '!':
      return after === '[';
    default:
      return true;
  }
}

function lineStart(text: string): string {
  return text
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+#>=])(?=\s|$|[-+#=])/, '\\$1')
    .replace(/^>/, '\\>');
}

export const strictly: Escape = (text, around) => {
  const written = outsideOfAddresses(text, (part) =>
    part.replace(/[\\`*_{}[\]<>&#=|~^%+]|!(?=\[|$)|:(?=:|[a-z_]+:)/g, '\\$&'),
  );
  return around.isAtStart ? lineStart(written) : written;
};
