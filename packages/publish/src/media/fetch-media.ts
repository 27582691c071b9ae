import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { AfficheError } from '@affiche/core';
import {
  addressRefused,
  codeOf,
  mediaTooLarge,
  mediaUnreachable,
  nameOf,
} from './media-refusal.ts';
import { kindOf, mediaTypeOf, usualType } from './media-type.ts';
import { admitAddress, type AddressRules, pinned } from './web-address.ts';

/** How a file is fetched. */
export interface FetchMediaOptions extends AddressRules {
  readonly maxBytes: number;
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal;
}

const mostRedirects = 5;

/** Fetches a file from the web; every address on the way is checked before it is connected to. */
export async function fetchMedia(
  start: string,
  options: FetchMediaOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const timer = AbortSignal.timeout(options.timeoutSeconds * 1000);
  const signal = AbortSignal.any([timer, ...(options.signal ? [options.signal] : [])]);
  let url = new URL(start);
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const answer = await ask(url, { ...options, signal });
      const next = redirectOf(answer, url);
      if (!next) return await receive(answer, url, options.maxBytes);
      answer.destroy();
      url = next;
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    if (timer.aborted) {
      throw mediaUnreachable(url, `no whole answer within ${options.timeoutSeconds} seconds`);
    }
    if (AfficheError.isInstance(error)) throw error;
    throw mediaUnreachable(url, `the connection broke (${codeOf(error)})`);
  }
  throw mediaUnreachable(url, `more than ${mostRedirects} redirects`);
}

async function ask(url: URL, options: FetchMediaOptions): Promise<IncomingMessage> {
  const addresses = await admitAddress(url, options);
  const { signal } = options;
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      // A connection of its own: a kept one was checked for somebody else.
      agent: false,
      lookup: pinned(addresses),
      headers: {
        accept: 'image/*, video/*, audio/*, application/pdf',
        'accept-encoding': 'identity',
      },
      ...(signal ? { signal } : {}),
    });
    request.once('response', resolve);
    // The answer's own stream tells of what goes wrong later.
    request.on('error', reject);
    request.end();
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, url: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  const next = URL.parse(headers.location ?? '', url.href);
  if (!next) throw mediaUnreachable(url, 'it redirects to nowhere', statusCode);
  return next;
}

async function receive(
  answer: IncomingMessage,
  url: URL,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { statusCode = 0, headers } = answer;
    if (statusCode !== 200)
      throw mediaUnreachable(url, `the server answered ${statusCode}`, statusCode);
    const declared = usualType(headers['content-type'] ?? '');
    assertMediaType(url, declared);
    const announced = Number(headers['content-length'] ?? 0);
    if (announced > maxBytes) throw mediaTooLarge(nameOf(url), announced, maxBytes);
    const bytes = await collect(answer, url, maxBytes);
    if (announced > bytes.length) throw mediaUnreachable(url, 'the answer was cut off');
    await assertContent(url, bytes, declared);
    return bytes;
  } finally {
    answer.destroy();
  }
}

async function collect(
  answer: IncomingMessage,
  url: URL,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw mediaTooLarge(nameOf(url), length, maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const neutral = new Set(['application/octet-stream', 'binary/octet-stream']);
const documents = new Set(['application/pdf', 'text/vtt']);

function assertMediaType(url: URL, type: string): void {
  if (neutral.has(type) || documents.has(type) || kindOf(type) !== 'document') return;
  throw addressRefused(url, `the server says it is ${type || 'of no type'}, which is no media`);
}

async function assertContent(url: URL, bytes: Uint8Array, declared: string): Promise<void> {
  const type = await mediaTypeOf(bytes);
  const isMedia = type !== undefined && (documents.has(type) || kindOf(type) !== 'document');
  if (isMedia && (neutral.has(declared) || familyOf(type) === familyOf(declared))) return;
  throw addressRefused(
    url,
    `the server says it is ${declared}, and its bytes are ${type ?? 'not'}`,
  );
}

/** A sound may come as a film without pictures; a picture is never a film. */
function familyOf(type: string): string {
  return kindOf(type).replace('audio', 'video');
}
