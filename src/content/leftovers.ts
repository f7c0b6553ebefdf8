/** What editors and systems leave beside a file, of which nobody knows: passed over where git does not know it either. */

const leftovers: readonly RegExp[] = [
  /~$/, // Emacs, gedit
  /^#.*#$/, // Emacs
  /\.(?:orig|rej|bak|save|tmp|temp|swp|swo|crswap|part|crdownload|icloud)$/i, // mergetool, patch, nano, Vim, browsers
  /_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+(?:\.[^.]*)?$/, // mergetool, while it runs
  /___jb_(?:tmp|old)___$/, // IntelliJ
  /^sed(?=[a-z\d]*[A-Z])[A-Za-z\d]{6}$/, // sed -i
  /\.[A-Za-z\d]+_original$/, // ExifTool
  /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r)$/i, // Windows, macOS
  /^~\$/, // office programs
  /^(?:__MACOSX|@eaDir|\$RECYCLE\.BIN)$/, // macOS, Synology, Windows
];

/** A file by which Vim sees whether it may write; a story's folder may be called so. */
const vimProbe = /(?:^|\/)4913$/;

export function isLeftover(path: string): boolean {
  return vimProbe.test(path) || path.split('/').some((name) => leftovers.some((pattern) => pattern.test(name)));
}
