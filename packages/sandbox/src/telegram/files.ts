import type { Exchange } from '../http/exchange.ts';
import { isRecord } from '../http/body-fields.ts';
import { Refusal } from '../http/refusal.ts';
import { sniffMimeType } from '../mime-sniffing.ts';
import { badRequest, failure, hash, type Telegram } from './context.ts';
import type { StoredFile } from './messages.ts';

/** Finds the file that a field means: a part of the form, an address, or one sent before. */
export function readFile(
  { settings }: Telegram,
  { fields }: Exchange,
  kind: string,
  given: unknown,
): StoredFile {
  const part = /^attach:\/\/(?<part>.+)$/.exec(typeof given === 'string' ? given : '')?.groups?.[
    'part'
  ];
  const file = part === undefined ? given : fields[part];
  if (isRecord(file) && file['bytes'] instanceof Uint8Array) {
    const { bytes, name, type } = file as { bytes: Uint8Array; name: string; type: string };
    const most = kind === 'photo' ? settings.photoBytes : settings.fileBytes;
    if (bytes.byteLength > most) throw new Refusal(failure(413, 'Request Entity Too Large'));
    if (bytes.byteLength === 0) throw badRequest('file must be non-empty');
    const actual = sniffMimeType(bytes);
    if (kind === 'photo' && !actual?.startsWith('image/')) throw badRequest('IMAGE_PROCESS_FAILED');
    return {
      kind,
      name,
      type: actual ?? type,
      bytes: bytes.byteLength,
      hash: hash(Buffer.from(bytes).toString('latin1')).toString('base64url').slice(0, 20),
    };
  }
  if (typeof given === 'string' && part === undefined && /^https?:\/\/\S+$/.test(given)) {
    const name = new URL(given).pathname.split('/').at(-1) ?? '';
    return { kind, name, type: '', bytes: 0, hash: hash(given).toString('base64url').slice(0, 20) };
  }
  throw badRequest('wrong file identifier/HTTP URL specified');
}
