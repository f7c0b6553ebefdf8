/**
 * How names are spelled in addresses and compared with one another: one fold for all of them, and one way each from
 * what is written to what is meant and back.
 */

/** In one case and one form of Unicode: names with the same fold are one name, as some file systems have it. */
export function folded(name: string): string {
  return name.toLowerCase().normalize('NFC');
}

/** Without percent signs; undefined where they stand for no text: `/100%/`, or bytes that are not UTF-8. */
export function decodedPath(address: string): string | undefined {
  if (!address.includes('%')) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}

/** A path as it is told: with percent signs where an address needs them, and nowhere else. */
export function encodedPath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

/** An address in every way that its author may have written it; the parser of Markdown encodes what is not ASCII. */
export function spellings(address: string): string[] {
  const decoded = decodedPath(address) ?? address;
  return [...new Set([address, decoded, encodedPath(decoded)])];
}
