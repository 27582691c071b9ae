/** The posts of a thread in one cell, a line of `---` between them; such lines of their own are marked. */
export function writeThread(items: readonly { readonly text: string }[]): string {
  return items.map(({ text }) => text.replaceAll(/^(\\*---)$/gm, '\\$1')).join('\n---\n');
}

/** The inverse of `writeThread`. */
export function readThread(cell: string): string[] {
  return cell.split(/\r\n---\r\n|\n---\n/).map((text) => text.replaceAll(/^\\(\\*---)$/gm, '$1'));
}
