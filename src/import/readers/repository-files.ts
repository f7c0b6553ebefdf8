/** Texts that stand at the root of a repository and are about it, not of its site. */
const names =
  /^(?:readme|licen[cs]e|copying|contributing|contributors|changelog|code[_-]of[_-]conduct|security|support|governance|pull_request_template|todo)(?:[._-][\w-]+)*$/i;

export function isOfRepository(file: string): boolean {
  return !file.includes('/') && names.test(file);
}
