/** What editors and systems leave beside a file, of which nobody knows: passed over where git does not know it either. */

type Leftover = {
  name: RegExp;
  /** The line of .gitignore that names all of its kind, by one of them; absent for what goes by itself. */
  line?: (name: string) => string;
};

const itself = (name: string) => name;
const ending = (name: string) => `*${name.slice(name.lastIndexOf('.'))}`;

const leftovers: readonly Leftover[] = [
  { name: /^~\$/, line: () => '~$*' }, // office programs
  { name: /~$/, line: () => '*~' }, // Emacs, gedit
  { name: /^#.*#$/, line: () => '\\#*#' }, // Emacs
  { name: /^\.#/, line: () => '.#*' }, // Emacs
  { name: /\.(?:orig|rej|bak|save|tmp|temp|swp|swo|crswap|part|crdownload|icloud)$/i, line: ending }, // mergetool, patch, nano, Vim, browsers
  { name: /_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+(?:\.[^.]*)?$/ }, // mergetool, while it runs
  { name: /___jb_(?:tmp|old)___$/ }, // IntelliJ, while it saves
  { name: /^sed(?=[a-z\d]*[A-Z])[A-Za-z\d]{6}$/ }, // sed -i
  { name: /\.[A-Za-z\d]+_original$/, line: () => '*_original' }, // ExifTool
  { name: /^\._/, line: () => '._*' }, // macOS
  { name: /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|\.directory)$/i, line: itself }, // Windows, macOS, KDE
  { name: /^icon\r$/i, line: () => 'Icon?' }, // macOS
  { name: /^(?:__MACOSX|@eaDir|\$RECYCLE\.BIN)$/, line: (name) => `${name}/` }, // macOS, Synology, Windows
];

/** A file by which Vim sees whether it may write; a story's folder may be called so. */
const vimProbe = /(?:^|\/)4913$/;

export function isLeftover(path: string): boolean {
  return vimProbe.test(path) || find(path) !== undefined;
}

/** The line that makes git pass over a leftover and others like it; undefined for one that goes by itself. */
export function ignoreLine(path: string): string | undefined {
  const found = find(path);
  return found?.leftover.line?.(found.name);
}

function find(path: string): { name: string; leftover: Leftover } | undefined {
  for (const name of path.split('/')) {
    const leftover = leftovers.find((each) => each.name.test(name));
    if (leftover) return { name, leftover };
  }
  return undefined;
}
