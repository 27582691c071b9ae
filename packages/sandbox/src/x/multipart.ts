import type { Exchange } from '../http/exchange.ts';

/**
 * The bytes of one part of a form, whether it claims to be a file or not: clients of X send files
 * without a name, which would be read as text and damaged.
 */
export function partOf({ headers, body }: Exchange, name: string): Buffer | undefined {
  const boundary = /^multipart\/form-data;.*boundary="?(?<boundary>[^";]+)/i.exec(
    headers['content-type'] ?? '',
  )?.groups?.['boundary'];
  if (boundary === undefined) return undefined;
  const fence = `\r\n--${boundary}`;
  // The first fence has no line before it.
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  for (let start = whole.indexOf(fence); start !== -1;) {
    const end = whole.indexOf(fence, start + fence.length);
    const split = whole.indexOf('\r\n\r\n', start);
    if (end === -1 || split === -1) return undefined;
    const head = whole.subarray(start, split).toString('latin1');
    if (head.includes(` name="${name}"`)) return whole.subarray(split + 4, end);
    start = end;
  }
  return undefined;
}
