/** The text that a post's HTML shows. One pass, whatever it is given. */
export function readHtml(html: string): string {
  let text = '';
  let position = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', position)) {
    const close = html.indexOf('>', open);
    if (close === -1) break;
    text += html.slice(position, open) + breakOf(html.slice(open + 1, Math.min(close, open + 12)));
    position = close + 1;
  }
  return decodeEntities(text + html.slice(position)).trim();
}

function breakOf(tag: string): string {
  if (/^br\b/i.test(tag)) return '\n';
  return /^p\b/i.test(tag) ? '\n\n' : '';
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Text with its character references as the characters that they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
