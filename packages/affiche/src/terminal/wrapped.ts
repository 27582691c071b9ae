import { stripVTControlCharacters } from 'node:util';
import truncatedWidth from 'fast-string-truncated-width';
import width from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Breaks a text between words, so that no line is longer than `columns` unless one word is. */
export function wrapped(text: string, columns: number): string[] {
  return Number.isFinite(columns) ? wrapAnsi(text, Math.max(20, columns)).split('\n') : [text];
}

/**
 * Lines up cells in columns; the last one is cut to what is left of the line. A part of an address leads
 * nowhere: it is there whole, or left out.
 */
export function lined(rows: readonly (readonly string[])[], columns: number): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, width(cell));
    }
  }
  return rows.map((row) => {
    const start = row
      .slice(0, -1)
      .map((cell, index) => `${cell}${' '.repeat((widths[index] ?? 0) - width(cell))}  `)
      .join('');
    const last = row.at(-1) ?? '';
    const room = Math.max(10, columns - width(start));
    const fits = !/^https?:/.test(last) || width(last) <= room;
    return `${start}${fits ? cut(last, room) : ''}`.trimEnd();
  });
}

/** Cuts a text to one line of so many columns. */
function cut(text: string, columns: number): string {
  const flat = stripVTControlCharacters(text).replaceAll(/\s+/g, ' ').trim();
  const { index, truncated } = truncatedWidth(flat, {
    limit: Number.isFinite(columns) ? columns : Number.MAX_SAFE_INTEGER,
    ellipsis: '…',
    ellipsisWidth: 1,
  });
  return truncated ? `${flat.slice(0, index)}…` : flat;
}
