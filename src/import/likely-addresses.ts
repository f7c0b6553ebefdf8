/**
 * The addresses that a text will probably ask for, so that a thread that does not know the archive can be given the answers.
 * What is guessed in vain, or missed, costs time and nothing else.
 */

const written: readonly RegExp[] = [
  /\b(?:href|src|poster|cite|data|data-[\w-]+|srcset)\s*=\s*["']([^"']+)["']/gi,
  /\]\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\))+)/g,
  /^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)/gm,
  /(https?:\/\/[^\s<>"'`\\[\]{}|^（）「」、。，]*[^\s<>"'`\\[\]{}|^（）「」、。，.,:;!?)])/g,
];
/** What is longer is a file within the text. */
const mostOfAddress = 2000;

export function likelyAddresses(text: string): Set<string> {
  const found = new Set<string>();
  for (const pattern of written)
    for (const { 1: address = '' } of text.matchAll(pattern))
      if (address.length <= mostOfAddress) found.add(address.replace(/&(?:amp|#0?38);/g, '&'));
  return found;
}
