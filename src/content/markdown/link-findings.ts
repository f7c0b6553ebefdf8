/** What can be wrong with the links and pictures of a text. */
import type { Token } from 'markdown-it';
import { addressFindings } from './address-findings.ts';
import { emphasisFindings } from './emphasis-findings.ts';
import type { WrittenPicture } from './figures.ts';
import type { Finding, Seen } from './finding.ts';
import { fieldFindings, residueFindings } from './residue-findings.ts';

export function linkFindings(children: readonly Token[], line: number, seen: Seen): Finding[] {
  const findings: Finding[] = [];
  const open: string[] = [];
  for (const [index, child] of children.entries()) {
    const around = open.at(-1);
    if (around !== undefined && (child.type === 'link_open' || child.type === 'footnote_ref'))
      findings.push(insideLink(around, line));
    if (child.type === 'link_close') open.pop();
    if (child.type === 'link_open') {
      const href = String(child.attrGet('href') ?? '');
      open.push(href);
      if (child.attrGet('title')) findings.push(lostTitle(String(child.attrGet('title')), line));
      if (!hasWords(children, index + 1)) findings.push(noWords(href, line, 'Write them between the brackets.'));
      findings.push(...addressFindings(href, line, seen));
    }
    if (child.type === 'image') {
      const path = String(child.attrGet('src') ?? '');
      findings.push({
        code: 'picture/inside-text',
        line,
        search: path,
        what: 'This picture is inside a paragraph or a table.',
        fix: 'Give it a paragraph of its own, with an empty line before and after.',
      });
    }
  }
  return findings;
}

function hasWords(children: readonly Token[], from: number): boolean {
  for (let index = from; children[index] && children[index]?.type !== 'link_close'; index++) {
    if (children[index]?.type === 'image' || children[index]?.content.trim()) return true;
  }
  return false;
}

function noWords(href: string, line: number, fix: string): Finding {
  return {
    code: 'link/no-text',
    line,
    search: href,
    what: `The link to “${href}” has no words for readers to click on.`,
    fix,
  };
}

function lostTitle(title: string, line: number): Finding {
  return {
    code: 'link/lost-words',
    weight: 'advice',
    line,
    search: title,
    what: `The title “${title}” after the address of this link would not be shown.`,
    fix: 'Remove it with its quotation marks, or write it into the text.',
  };
}

function insideLink(href: string, line: number): Finding {
  return {
    code: 'link/inside-link',
    line,
    search: href,
    what: `The words of the link to “${href}” contain another link or a footnote, and readers could not follow both.`,
    fix: 'Move it after the link.',
  };
}

export function pictureFindings(picture: WrittenPicture, line: number, seen: Seen, source: string): Finding[] {
  const { path, alt, href, caption, credit, description } = picture;
  const findings = [
    ...(href === undefined ? [] : addressFindings(href, line, seen)),
    ...residueFindings(description, line, false),
    ...emphasisFindings(description, line),
    ...footnoteFindings(description, path, line),
    ...[caption, credit].flatMap((text) => fieldFindings(text, source, line)),
  ];
  if (/^([a-z]+:|\/|$)/i.test(path) || /(?:^|\/)\.\.(?:\/|$)/.test(path)) return [...findings, outside(path, line)];
  seen.pictures.add(path);
  if (alt === undefined)
    findings.push({
      code: 'picture/no-alt',
      line,
      search: path,
      what: 'The picture has no description for those who cannot see it.',
      fix: 'Write it between the brackets; if it needs none, say so with ![""](…).',
    });
  else if (alt === '' && href !== undefined)
    findings.push(noWords(href, line, 'In the brackets of the picture, say where the link leads.'));
  return findings;
}

function footnoteFindings(description: readonly Token[], path: string, line: number): Finding[] {
  if (!description.some(({ type }) => type === 'footnote_ref')) return [];
  return [
    {
      code: 'picture/footnote',
      line,
      search: path,
      what: 'The description of this picture refers to a footnote, which nobody could follow.',
      fix: 'Remove it there, and put it where the text mentions the picture.',
    },
  ];
}

function outside(path: string, line: number): Finding {
  return {
    code: 'picture/outside',
    line,
    search: path,
    what: path === '' ? 'This picture has no file.' : `“${path}” is not a picture beside this story.`,
    fix: 'Put the file into the folder with the story’s name and write name/file.jpg.',
  };
}
