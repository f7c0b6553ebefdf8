/** What a table loses: cells that its head has no column for, and rows that are taken for something else. */
import type { Token } from 'markdown-it';
import type { Finding } from './finding.ts';

export function tableFindings(tokens: readonly Token[], lines: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  let table = { columns: 0, rows: 0, end: 0 };
  for (const [index, { type, map }] of tokens.entries()) {
    const line = map?.[0] ?? 0;
    if (type === 'table_open') table = { columns: 0, rows: -1, end: map?.[1] ?? 0 };
    else if (type === 'th_open') table.columns++;
    else if (type === 'tr_open' && ++table.rows > 0) {
      const cells = cellsOf(lines[line] ?? '');
      const lost = cells.slice(table.columns).find(Boolean);
      const cut = cells.find((cell, column) => isOpenCode(cell) && isOpenCode(cells[column + 1] ?? ''));
      if (lost !== undefined) findings.push(lostCell(lost, line));
      else if (cut !== undefined) findings.push(cutCode(cut, line));
    } else if (type === 'table_close') {
      const next = tokens[index + 1];
      const text = lines[table.end] ?? '';
      const isOther = next?.map?.[0] === table.end && /^(?:\w+_list|blockquote|heading)_open$/.test(next.type);
      const isCut = isOther && (text.includes('|') || (table.rows === 0 && /_list_open$/.test(next.type)));
      if (isCut) findings.push(cutTable(table.end));
    }
  }
  return findings;
}

/** As the parser parts them. No row is the first line of a list, so that only signs of quotations stand before it. */
function cellsOf(line: string): string[] {
  const cells = line
    .replace(/^[\s>]+/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  return cells;
}

/** A backtick in it has no other. */
function isOpenCode(cell: string): boolean {
  return (cell.match(/(?<!\\)`/g)?.length ?? 0) % 2 === 1;
}

function cutCode(cell: string, line: number): Finding {
  return {
    code: 'markdown/half-table',
    line,
    search: cell,
    what: `A | cuts the code that begins in “${cell.slice(0, 80)}”, because it separates two cells.`,
    fix: 'If the | belongs to the code, write \\|.',
  };
}

function lostCell(cell: string, line: number): Finding {
  return {
    code: 'markdown/lost-cell',
    line,
    search: cell,
    what: `This row has more cells than its table has columns, and “${cell.slice(0, 80)}” would not be shown.`,
    fix: 'Give the heading row and the line below it as many columns; where you mean the sign itself, also in code, write \\|.',
  };
}

function cutTable(line: number): Finding {
  return {
    code: 'markdown/cut-table',
    line,
    what: 'This line is read as a list, a quotation or a heading, so it ends the table above it.',
    fix: 'Begin it, and the other rows, with | to make a row of it; else put an empty line before it.',
  };
}
