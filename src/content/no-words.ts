/** How people say of a picture that it needs no words, where a form or Markdown takes nothing for something forgotten. */
export function saysNoWords(written: string): boolean {
  return /^(""|“”|'')$/.test(written);
}
