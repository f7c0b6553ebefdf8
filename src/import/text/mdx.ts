/** MDX as Markdown with HTML: its code goes, its components become elements, whose attributes are texts. */
import { codeRanges, isWithin } from './code-ranges.ts';
import type { Loss } from './loss.ts';

export function mdxToMarkdown(text: string, lose: (loss: Loss) => void): string {
  const template = (found: string) => {
    lose({ kind: 'template', text: '', detail: found.replace(/\s+/g, ' ').slice(0, 80) });
    return '';
  };
  const changes: [RegExp, (found: string, ...groups: string[]) => string][] = [
    [
      /^(?:import\s[^\n]*?from\s*["'][^"'\n]+["'];?|import\s+["'][^"'\n]+["'];?|import\s*\{[^}]*\}\s*from\s*["'][^"'\n]+["'];?)[ \t]*$/gm,
      template,
    ],
    [/^export\s(?:(?!\n[ \t]*\n)[\s\S])*/gm, template],
    [/\{\/\*[\s\S]*?\*\/\}/g, () => ''],
    [/<\/?>/g, () => ''],
    // Attributes that are code: a text in them is one, anything else is not known.
    [/(<[A-Za-z][\w.]*(?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}))?)*\s*\/?>)/g, plainAttributes],
    [/\{\s*(["'`])((?:(?!\1)[^\\\n])*)\1\s*\}/g, (_, _quote, words = '') => words],
    [/\{[a-zA-Z_$][\w$.]*(?:\([^()\n]*\))?\}/g, template],
  ];
  return changes.reduce((all, [pattern, change]) => {
    const ranges = codeRanges(all);
    return all.replace(pattern, (found: string, ...rest: unknown[]) => {
      const offset = rest.find((each) => typeof each === 'number') as number;
      if (isWithin(ranges, offset)) return found;
      return change(found, ...(rest.filter((each) => typeof each === 'string').slice(0, -1) as string[]));
    });
  }, text);
}

function plainAttributes(tag: string): string {
  const plain = tag.replace(/\s+([\w-]+)=\{((?:[^{}]|\{[^{}]*\})*)\}/g, (_, name: string, code: string) => {
    const literal = /^\s*(["'`])([\s\S]*)\1\s*$/.exec(code)?.[2];
    if (literal !== undefined) return ` ${name}="${literal.replaceAll('"', '&quot;')}"`;
    return /^\s*[\w$.]+\s*$/.test(code) ? ` ${name}="${code.trim()}"` : '';
  });
  const name = /^<([A-Za-z][\w.]*)/.exec(plain)?.[1] ?? '';
  // HTML knows no element that ends in itself.
  return /\/>$/.test(plain) && !/^(?:img|br|hr|input|source|wbr|Image)$/.test(name)
    ? `${plain.slice(0, -2).trimEnd()}></${name}>`
    : plain;
}
