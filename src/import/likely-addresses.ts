/**
 * The addresses that a text will probably ask for, so that a thread that does not know the archive can be given the answers.
 * What is guessed in vain, or missed, costs time and nothing else.
 */

const ofFiles = /\b(?:src|poster|cite|data|data-[\w-]+|srcset)\s*=\s*["']([^"']+)["']/gi;
const ofLinks: readonly RegExp[] = [
  /\bhref\s*=\s*["']([^"']+)["']/gi,
  /(https?:\/\/[^\s<>"'`\\[\]{}|^（）「」、。，]*[^\s<>"'`\\[\]{}|^（）「」、。，.,:;!?)])/g,
];
const ofBoth: readonly RegExp[] = [
  /\]\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\))+)/g,
  /^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)/gm,
];
/** What is longer is a file within the text. */
const mostOfAddress = 2000;

export function likelyAddresses(text: string): { links: Set<string>; files: Set<string> } {
  const all = (...patterns: readonly RegExp[]) => {
    const found = new Set<string>();
    for (const pattern of patterns)
      for (const { 1: address = '' } of text.matchAll(pattern))
        if (address.length <= mostOfAddress) found.add(address.replace(/&(?:amp|#0?38);/g, '&'));
    return found;
  };
  return { links: all(...ofLinks, ...ofBoth, ofFiles), files: all(ofFiles, ...ofBoth) };
}
