/** What editors and systems leave beside a file, of which nobody knows: passed over where git does not know it either. */

const leftovers: readonly RegExp[] = [
  /~$/, // Emacs, gedit
  /^#.*#$/, // Emacs
  /\.(?:orig|rej|bak|tmp|temp|swp|swo|part|crdownload)$/i, // mergetool, patch, Vim, browsers
  /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r)$/i, // Windows, macOS
  /^~\$/, // office programs
  /^__MACOSX$/,
];

export function isLeftover(path: string): boolean {
  return path.split('/').some((name) => leftovers.some((pattern) => pattern.test(name)));
}
