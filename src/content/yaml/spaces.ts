/** Spaces of another kind where YAML takes plain ones: before a line, after its dash, before or after its colon. */
import { codeOf } from '../characters.ts';
import { shownLine } from '../remedies.ts';
import { oddSpace } from '../spaces.ts';
import type { YamlFault } from './fault.ts';

const space = `(?:[ \\t]|${oddSpace.source})`;
/** Indent, dashes, and a key with its colon, each with the spaces after it. */
const lead = new RegExp(
  `^(${space}*(?:-${space}+)*)(?:([\\p{L}_][\\p{L}\\p{N}_-]*)(${space}*):(?=(${space}?))${space}*)?`,
  'u',
);

export function spaceFaults(text: string): YamlFault[] {
  if (!oddSpace.test(text)) return [];
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const offset = start;
    start += line.length + 1;
    const [written = '', indent = '', key, before = '', after = ''] = lead.exec(line) ?? [];
    if (!oddSpace.test(indent + before + after)) return [];
    const plain = indent.replace(new RegExp(oddSpace, 'g'), ' ');
    const mended = `${plain}${key === undefined ? '' : `${key}: `}${line.slice(written.length)}`;
    const column = written.search(oddSpace);
    const width = plain.search(/\S|$/);
    const isIndent = !oddSpace.test(written.slice(width));
    const spaces = width === 1 ? 'one plain space' : `${width} plain spaces`;
    const fix = `Write ${isIndent ? `${spaces} before ` : ''}“${shownLine(mended.trim())}”.`;
    return {
      code: 'yaml/syntax',
      offset: offset + column,
      what: `The space here is not a plain one (${codeOf(written.charAt(column))}), and YAML takes no other in this place.`,
      fix,
      mend: () => ({ fix, text: mended }),
    };
  });
}
