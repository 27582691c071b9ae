import { isCid } from './lex-value.ts';

/** The text formats of the AT Protocol, each as a test and the words that a PDS uses when it fails. */
export const formats = {
  'at-uri': { name: 'at-uri', test: isAtUri },
  cid: { name: 'CID string', test: isCid },
  datetime: { name: 'datetime', test: isDatetime },
  did: { name: 'DID', test: isDid },
  handle: { name: 'handle', test: isHandle },
  language: { name: 'language', test: isLanguage },
  nsid: { name: 'NSID', test: isNsid },
  'record-key': { name: 'record key', test: isRecordKey },
  uri: { name: 'uri', test: isUri },
} as const satisfies Record<string, { name: string; test: (text: string) => boolean }>;
/** The name of a text format of the AT Protocol. */
export type FormatName = keyof typeof formats;

/**
 * Whether a text is a decentralised identifier.
 *
 * @see {@link https://atproto.com/specs/did | AT Protocol: DID}
 */
function isDid(text: string): boolean {
  return text.length <= 2048 && /^did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]$/.test(text);
}

/**
 * Whether a text is a handle: a domain name.
 *
 * @see {@link https://atproto.com/specs/handle | AT Protocol: handle}
 */
export function isHandle(text: string): boolean {
  return (
    text.length <= 253 &&
    /^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/.test(
      text,
    )
  );
}

/** Whether a text names a record type or a method: `app.bsky.feed.post`. */
function isNsid(text: string): boolean {
  return (
    text.length <= 317 &&
    /^[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(\.[a-zA-Z][a-zA-Z0-9]{0,62})$/.test(
      text,
    )
  );
}

/** Whether a text may name a record within its collection. */
export function isRecordKey(text: string): boolean {
  return /^[a-zA-Z0-9_~.:-]{1,512}$/.test(text) && text !== '.' && text !== '..';
}

/** Whether a text is a timestamp identifier: 13 characters that sort by time. */
export function isTid(text: string): boolean {
  return /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/.test(text);
}

/** Whether a text is a moment with a zone, as lexicons want it. */
function isDatetime(text: string): boolean {
  const form = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d:[0-6]\d(\.\d{1,20})?(Z|[+-][0-2]\d:[0-5]\d)$/;
  return (
    text.length <= 64 &&
    form.test(text) &&
    !text.endsWith('-00:00') &&
    !text.startsWith('000') &&
    !Number.isNaN(Date.parse(text))
  );
}

function isAtUri(text: string): boolean {
  const parts = /^at:\/\/(?<authority>[^/]+)(\/(?<collection>[^/]+)(\/(?<key>[^/]+))?)?$/.exec(
    text,
  );
  const { authority = '', collection, key } = parts?.groups ?? {};
  return (
    (isDid(authority) || isHandle(authority)) &&
    (collection === undefined || isNsid(collection)) &&
    (key === undefined || isRecordKey(key))
  );
}

function isUri(text: string): boolean {
  return text.length <= 8192 && /^\w[\w+.-]*:[^\s]+$/.test(text) && /^[a-z]/.test(text);
}

function isLanguage(text: string): boolean {
  return /^(i|[a-z]{2,3})(-[a-zA-Z0-9]+)*$/.test(text);
}

/** Takes an AT URI apart; `undefined` when it does not name a record. */
export function parseRecordUri(
  uri: string,
): { readonly repo: string; readonly collection: string; readonly rkey: string } | undefined {
  const [, , repo = '', collection = '', rkey = '', more] = uri.split('/');
  const complete = uri.startsWith('at://') && repo && collection && rkey && more === undefined;
  return complete ? { repo, collection, rkey } : undefined;
}
