// Sixty times the longest page of posts that any of the networks sends.
const mostBytes = 8 * 1024 * 1024;

/** Reads an answer's body as text, or gives up (`undefined`) when a server does not stop sending. */
export async function readBounded(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
