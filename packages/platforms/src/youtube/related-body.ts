/** A request that carries words and a file together, as Google wants it: `multipart/related`. */
export function relatedBody(
  words: object,
  file: Uint8Array,
  mimeType: string,
): { readonly headers: Record<string, string>; readonly body: Uint8Array<ArrayBuffer> } {
  const encoder = new TextEncoder();
  const boundary = boundaryFor(file);
  const head = encoder.encode(
    `--${boundary}\r\ncontent-type: application/json; charset=UTF-8\r\n\r\n${JSON.stringify(words)}\r\n` +
      `--${boundary}\r\ncontent-type: ${mimeType}\r\n\r\n`,
  );
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  const body = new Uint8Array(head.length + file.length + tail.length);
  body.set(head, 0);
  body.set(file, head.length);
  body.set(tail, head.length + file.length);
  return { headers: { 'content-type': `multipart/related; boundary=${boundary}` }, body };
}

/** A line that the file does not hold; the same file has the same one. */
function boundaryFor(file: Uint8Array): string {
  const text = new TextDecoder().decode(file);
  let boundary = 'affiche';
  while (text.includes(`--${boundary}`)) boundary += '-';
  return boundary;
}
