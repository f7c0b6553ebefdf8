/** A text of a source as HTML, as its readers were given it: whatever its format, and without its program's codes. */
import { escapeHtml } from '../../content/blocks/markup.ts';
import { withoutControls } from '../../content/characters.ts';
import type { SourceText } from '../source-story.ts';
import { codeRanges, isWithin } from './code-ranges.ts';
import { KeptTexts } from './kept-texts.ts';
import type { Loss } from './loss.ts';
import { lineToHtml, markdownToHtml } from './markdown-source.ts';
import { mdxToMarkdown } from './mdx.ts';
import { hugoCodes, liquidCodes, outputOf, zolaCodes } from './shipped-codes.ts';
import { type Code, type Expanded, expandCodes, hugoSigns, liquidSigns, zolaSigns } from './shortcodes.ts';
import { withoutShortcodes } from './wordpress-text.ts';

/** Which program's codes a text has; `none`: what looks like one is a text. */
export type Dialect = 'hugo' | 'liquid' | 'zola' | 'wordpress' | 'none';

/** `codes`: what a newsroom says of its own: HTML in which `{inner}` and `{name}` stand for what is given, or `drop` or `inner`. */
export type TextSettings = { dialect: Dialect; codes: Readonly<Record<string, string>> };

export function sourceHtml({ format, text }: SourceText, settings: TextSettings, lose: (loss: Loss) => void): string {
  if (format === 'plain')
    return text
      .split(/\n[ \t]*\n/)
      .map((part) => `<p>${escapeHtml(part.trim()).replaceAll('\n', '<br>')}</p>`)
      .join('\n');
  const plain = withoutControls(text.replace(/\r\n?/g, '\n'));
  const written = format === 'mdx' ? mdxToMarkdown(plain, lose) : plain;
  const own = withoutCodes(
    format === 'markdown' ? withoutLinesOfCode(written, settings, lose) : written,
    settings,
    lose,
  );
  if (format !== 'html' && format !== 'page') return markdownToHtml(own, lose);
  return settings.dialect === 'wordpress' ? withoutShortcodes(own, lose) : own;
}

/** The same of a title or another single line with markup. */
export function lineHtml({ format, text }: SourceText): string {
  return format === 'html' || format === 'page' ? text : lineToHtml(text.replace(/\s+/g, ' '));
}

const ofDialects = {
  hugo: { signs: hugoSigns, shipped: hugoCodes },
  liquid: { signs: liquidSigns, shipped: liquidCodes },
  zola: { signs: zolaSigns, shipped: zolaCodes },
};

/** Of a program that is not known, a line of nothing but its template code was never seen as it stands; in a sentence it may be a text. */
function withoutLinesOfCode(text: string, { dialect }: TextSettings, lose: (loss: Loss) => void): string {
  if (dialect !== 'none' || !/\{[{%]|<%/.test(text)) return text;
  const ranges = codeRanges(text);
  const code =
    /^[ \t]*(?:\{\{.*\}\}|\{%.*%\}|<%.*%>)[ \t]*$|\{\{[^{}\n]{1,200}\}\}|\{%[^%\n]{1,200}%\}|<%[^%\n]{1,200}%>/gm;
  return text.replace(code, (found, offset: number) => {
    if (isWithin(ranges, offset + found.search(/\S/))) return found;
    const isLine = [text[offset - 1], text[offset + found.length]].every((beside) => (beside ?? '\n') === '\n');
    lose({ kind: isLine ? 'template' : 'template-text', text: '', detail: found.trim().slice(0, 120) });
    return isLine ? '' : found;
  });
}

function withoutCodes(text: string, { dialect, codes }: TextSettings, lose: (loss: Loss) => void): string {
  if (dialect === 'none' || dialect === 'wordpress') return text;
  const { signs, shipped } = ofDialects[dialect];
  const kept = new KeptTexts(lose);
  const lost = (kind: Loss['kind'], written: string) =>
    lose({ kind, text: '', detail: written.replace(/\s+/g, ' ').trim().slice(0, 120) });
  const shown = ({ written, isAmongHtml }: Code) => {
    const expression = written.replace(/^\{\{[-+]?|[-+]?\}\}$/g, '');
    return kept.output(expression, isAmongHtml) ?? outputOf(expression);
  };
  const expand = (code: Code): Expanded | undefined => {
    if (dialect === 'liquid' && isOfEach(code)) {
      lost('template', `${code.written} ${code.inner ?? ''}`);
      return { html: '' };
    }
    if (dialect === 'liquid' && kept.take(code, (inner) => expandCodes(inner, signs, expand))) return { html: '' };
    const own = codes[code.name];
    if (own !== undefined) return ownExpanded(own, code);
    const known = [code.name, code.name.toLowerCase()].find((name) => Object.hasOwn(shipped, name));
    if (known !== undefined) return shipped[known]?.(code);
    const output = dialect === 'liquid' && code.written.startsWith('{{') ? shown(code) : undefined;
    if (output !== undefined) return { html: output };
    const isShortcode = dialect !== 'liquid' || /^include/.test(code.name) || code.inner !== undefined;
    if (!code.written.startsWith('{#')) lost(isShortcode ? 'shortcode' : 'template', code.written);
    const title = code.inner === undefined ? undefined : titleOf(code);
    return title === undefined ? undefined : { title: `**${title}**` };
  };
  const expanded = expandCodes(text, signs, expand);
  kept.end();
  // How Hugo and Zola write a code that is to be shown.
  if (dialect === 'hugo') return expanded.replace(/\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g, '{{$1$2$3}}');
  return dialect === 'zola' ? expanded.replace(/\{([{%])\/\*([\s\S]*?)\*\/([%}])\}/g, '{$1$2$3}') : expanded;
}

/** What themes show above what stands in a code: in a parameter that is called so, or as the name of a tab. */
function titleOf({ name, named, positional }: Code): string | undefined {
  const own = ['title', 'header', 'heading', 'summary', 'label'].map((key) => named[key]).find(Boolean);
  const ofTab = /^(?:tab|tabitem|tab-item|expand)$/i.test(name) ? positional.join(' ') : '';
  const title = (own ?? ofTab).replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(title) && !/[*{}<>]/.test(title) ? title : undefined;
}

/** What a program repeats for each thing of its data is a pattern, which readers never saw as it stands. */
function isOfEach({ name, written, inner = '' }: Code): boolean {
  const names = /^\{%[-+]?\s*(?:for|tablerow)\s+([\w\s,]+?)\s+in\s/.exec(written)?.[1];
  if (names === undefined || !/^(?:for|tablerow)$/.test(name)) return false;
  return names.split(',').some((each) => new RegExp(`\\{[{%][^}]{0,300}\\b${each.trim()}\\b`).test(inner));
}

function ownExpanded(written: string, { positional, named, inner }: Code): Expanded {
  if (written === 'drop') return { html: '' };
  if (written === 'inner') return { html: '', after: '' };
  const filled = written.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name === 'inner' ? whole : escapeHtml(named[name] ?? positional[Number(name)] ?? ''),
  );
  const [before = '', after] = filled.split('{inner}');
  return after === undefined && inner === undefined ? { html: before } : { html: before, after: after ?? '' };
}
