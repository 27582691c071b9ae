import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { secretOf } from '../people.ts';
import { authenticate } from './accounts.ts';
import { freshNumber, invalid, type Pinterest, pinterestError } from './context.ts';

/** A film as the server keeps it. */
export interface Media {
  readonly id: string;
  /** What becomes of it, where that is not good. */
  readonly trouble: string | null;
  /** When it can be shown, in milliseconds since the epoch; `null` until it was sent. */
  readonly readyAt: number | null;
}

/** Finds a film of an account. */
export function findMedia({ database }: Pinterest, id: string, account: string) {
  const row = database.one('SELECT * FROM media WHERE id = ? AND account = ?', id, account);
  if (!row) return undefined;
  return {
    id,
    trouble: row['trouble'] === null ? null : String(row['trouble']),
    readyAt: row['ready_at'] === null ? null : Number(row['ready_at']),
  } satisfies Media;
}

/** What Pinterest says of a film. */
export function statusOf({ clock }: Pinterest, { trouble, readyAt }: Media): string {
  if (readyAt === null) return 'registered';
  if (trouble === 'media-failed') return 'failed';
  return readyAt > clock.now() || trouble === 'media-stuck' ? 'processing' : 'succeeded';
}

/** Films: registered, sent to a store that knows nothing of tokens, and asked about. */
export function mediaRoutes(pinterest: Pinterest): Route[] {
  return [
    route('POST', '/v5/media', (exchange) => {
      const account = authenticate(pinterest, exchange);
      if (exchange.fields['media_type'] !== 'video') throw invalid('media_type must be video');
      const id = freshNumber(pinterest);
      const effect = exchange.fault?.effect;
      pinterest.database.run(
        'INSERT INTO media (id, account, trouble) VALUES (?, ?, ?)',
        id,
        account.id,
        effect?.startsWith('media-') ? effect : null,
      );
      const body = {
        media_id: id,
        media_type: 'video',
        upload_url: `${pinterest.url()}/media-upload/`,
        upload_parameters: parametersOf(pinterest, id),
      };
      return { status: 201, body };
    }),
    route('GET', '/v5/media/:media', (exchange) => {
      const account = authenticate(pinterest, exchange);
      const media = findMedia(pinterest, exchange.parameters['media'] ?? '', account.id);
      if (!media) throw pinterestError(404, 404, 'Media not found.');
      const body = { media_id: media.id, media_type: 'video', status: statusOf(pinterest, media) };
      return { status: 200, body };
    }),
    route('POST', '/media-upload/', (exchange) => receive(pinterest, exchange)),
  ];
}

function parametersOf(pinterest: Pinterest, id: string): Record<string, string> {
  return {
    'x-amz-date': '20270104T110000Z',
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-signature': secretOf(pinterest, `upload ${id}`),
    key: `uploads/video:${id}`,
    'Content-Type': 'multipart/form-data',
  };
}

/** The store: every parameter as it was given, and before the file. */
function receive(pinterest: Pinterest, { fields, body }: Exchange): Answer {
  const { database, clock, settings } = pinterest;
  const id = String(fields['key']).split(':').at(-1) ?? '';
  const expected = parametersOf(pinterest, id);
  const wrong = Object.entries(expected).some(([name, value]) => fields[name] !== value);
  const before = body.subarray(0, body.indexOf('name="file"')).toString('latin1');
  const late = Object.keys(expected).some((name) => !before.includes(`name="${name}"`));
  if (wrong || late || !isRecord(fields['file'])) {
    return { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' };
  }
  const readyAt = clock.now() + settings.processingSeconds * 1000;
  database.run('UPDATE media SET ready_at = ? WHERE id = ?', readyAt, id);
  return { status: 204 };
}
