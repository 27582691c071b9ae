// Our own styles; everything else that moves a cursor, hides or turns words around is taken out.
const styles = '1|2|22|31|32|33|36|39';
// oxlint-disable-next-line no-control-regex -- these are what must not reach a terminal
const control = /[\0-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
// oxlint-disable-next-line no-control-regex -- the styles begin with one
const parts = new RegExp(`(\\u001B\\[(?:${styles})m)`);

/**
 * What a terminal may show of texts that others wrote. A plan is approved by how it looks: an idea must
 * not be able to write over the line above it.
 */
export function visibleText(text: string): string {
  return text
    .split(parts)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(control, '')))
    .join('');
}
