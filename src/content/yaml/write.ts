/** A value as one line of YAML, as an author would write it. */

/** `inside`: within […], where a text of several words has quotes, or within {…}. */
export function yamlLine(value: unknown, inside?: '[]' | '{}'): string {
  if (Array.isArray(value)) return `[${value.map((each) => yamlLine(each, '[]')).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{${pairs.map(([key, each]) => `${yamlLine(key, '{}')}: ${yamlLine(each, '{}')}`).join(', ')}}`;
  }
  return typeof value === 'string' ? scalarLine(value, inside) : String(value);
}

function scalarLine(value: string, inside?: '[]' | '{}'): string {
  const text = value.replace(/\s+/g, ' ');
  const isOneWord = inside !== '[]' || !/[\s“”„«»]/.test(text);
  return isOneWord && isPlain(text, inside !== undefined) ? text : quotedLine(text);
}

/** In the quotes that need no sign before what stands between them. */
export function quotedLine(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** What YAML takes for a number, for true or false, or for nothing. */
const noText =
  /^(?:~|null|true|false|[-+]?(?:0x[\da-f]+|0o[0-7]+|(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|\.inf)|\.nan)$/i;

function isPlain(text: string, isInside: boolean): boolean {
  if (text === '' || text !== text.trim() || /^[-?:,[\]{}#&*!|>'"%@`=]|: |:$| #|["\\]/.test(text)) return false;
  if (isInside && /[,[\]{}]|:(?=[,[\]{}])/.test(text)) return false;
  return !noText.test(text);
}
